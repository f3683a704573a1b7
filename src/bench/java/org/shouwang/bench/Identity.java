package org.shouwang.bench;

import java.time.Instant;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes this thread act for one of the demo's people, as a bearer token would. */
final class Identity {

    private Identity() {}

    static void is(String username) {
        Jwt token = Jwt.withTokenValue("bench")
                .header("alg", "none")
                .claim("preferred_username", username)
                .issuedAt(Instant.now())
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of(), username));
    }
}
