package org.shouwang.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTests {

    @Test
    void refusesToStartPartsOfItsOwnAndNamesEverySetting() {
        assertThatThrownBy(() -> ProductionSettings.require(new MockEnvironment()))
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageContaining("SPRING_FLYWAY_USER")
                .hasMessageContaining("SHOUWANG_ISSUER")
                .hasMessageContaining("SHOUWANG_CLIENT_SECRET")
                .hasMessageContaining("SHOUWANG_PROVISIONER_SECRET");
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> ProductionSettings.require(complete().withProperty("shouwang.client-secret", "short")))
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining("secret");
    }

    @Test
    void refusesADemoSecretForTheAccountsClient() {
        assertThatThrownBy(() -> ProductionSettings.require(
                        complete().withProperty("shouwang.provisioner-secret", "a-demo-secret-that-is-long")))
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining("shouwang-provisioner");
    }

    @Test
    void startsWhenItIsGivenEverything() {
        assertThatCode(() -> ProductionSettings.require(complete())).doesNotThrowAnyException();
    }

    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/shouwang")
                .withProperty("spring.datasource.username", "shouwang_app")
                .withProperty("spring.datasource.password", "a")
                .withProperty("spring.flyway.url", "jdbc:postgresql://db/shouwang")
                .withProperty("spring.flyway.user", "shouwang_owner")
                .withProperty("spring.flyway.password", "b")
                .withProperty("shouwang.issuer", "https://login.example/realms/shouwang")
                .withProperty("shouwang.client-secret", "kQ4vJ7mZ2xW9pL5tR8nB3cD6")
                .withProperty("shouwang.provisioner-secret", "dN8wT3kXy6bH2gM9qV5rC7zA");
    }
}
