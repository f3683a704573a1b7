package org.shouwang.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** How long ago somebody may have logged in: a month in a village, a working day where a second factor is asked. */
class FreshLoginTests {

    private static final Instant NOW = Instant.parse("2026-03-12T02:30:00Z");

    @Test
    void villagesMayBeRemembered() {
        assertThat(FreshLogin.isTooOld(login("child-director", NOW.minus(Duration.ofDays(29)))))
                .isFalse();
    }

    @Test
    void countyPostsLogInOnceAWorkingDay() {
        assertThat(FreshLogin.isTooOld(login("second-factor", NOW.minus(Duration.ofHours(9)))))
                .isFalse();
        assertThat(FreshLogin.isTooOld(login("second-factor", NOW.minus(Duration.ofHours(11)))))
                .isTrue();
        assertThat(FreshLogin.isTooOld(login("second-factor", null))).isTrue();
    }

    private static OidcIdToken login(String role, @Nullable Instant at) {
        OidcIdToken.Builder token = OidcIdToken.withTokenValue("of the test")
                .issuedAt(NOW)
                .claim("realm_access", Map.of("roles", List.of("default-roles-shouwang", role)));
        if (at != null) {
            token.authTime(at);
        }
        return token.build();
    }
}
