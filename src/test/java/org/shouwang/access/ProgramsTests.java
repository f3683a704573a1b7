package org.shouwang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A program's post counts with the scope of its token, and only then; a person's without any. */
class ProgramsTests {

    private static final Post POST = new Post(
            UUID.randomUUID(),
            "hotline-client",
            UUID.randomUUID(),
            "热线",
            "450223000000",
            "鹿寨县",
            "450223000000",
            List.of(),
            null,
            true);

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private static List<Post> posts(String username, @Nullable String scope) {
        Jwt.Builder token = Jwt.withTokenValue("of the test")
                .header("alg", "none")
                .claim("preferred_username", username)
                .issuedAt(Instant.EPOCH);
        Jwt made = scope == null
                ? token.build()
                : token.claim("client_scope", scope).build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(made, List.of(), username));
        Officer officer = new Officer(UUID.randomUUID(), username, "某");
        return Programs.narrowed(new Actor(officer, List.of(POST), Set.of(), List.of()))
                .posts();
    }

    @Test
    void needsTheScopeOfItsPost() {
        assertThat(posts("service-account-x", "hotline-client")).containsExactly(POST);
        assertThat(posts("service-account-x", "feed-client hotline-client")).containsExactly(POST);
        assertThat(posts("service-account-x", "feed-client")).isEmpty();
        assertThat(posts("service-account-x", null)).isEmpty();
    }

    @Test
    void asksAPersonForNone() {
        assertThat(posts("hotline", null)).containsExactly(POST);
    }
}
