package org.shouwang.secrecy;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the keys and proves that they are this database's, before anybody can ask for them. */
@Configuration(proxyBeanMethods = false)
class SecrecyConfiguration {

    @Bean
    KeyFile keyFile(
            @Value("${shouwang.key-file:${SHOUWANG_DATA:data}/secrets/keys.json}") Path path,
            @Value("${shouwang.secrecy.suite:AES}") Suite suite) {
        return new KeyFile(path, suite);
    }

    @Bean
    Secrecy secrecy(KeyFile file, JdbcClient database, Environment environment) {
        KeyWatch watch = new KeyWatch(file);
        Keys keys = file.read(environment.acceptsProfiles(Profiles.of("demo | test")));
        if (!environment.containsProperty("shouwang.rotate-keys")) {
            file.sealingAsSet(keys);
        }
        Secrecy secrecy = new Secrecy(keys, watch::newer);
        new KeyCheck(database).belongs(secrecy);
        return secrecy;
    }
}
