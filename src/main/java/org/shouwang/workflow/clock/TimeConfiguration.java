package org.shouwang.workflow.clock;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one source of time. Tests bring a clock of their own and move it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Deadline.ZONE);
    }
}
