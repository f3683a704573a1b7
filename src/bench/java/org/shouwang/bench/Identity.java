package org.shouwang.bench;

import java.time.Instant;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes this thread act for one of the demo's people, as a bearer token would. */
final class Identity {

    private Identity() {}

    /** A request of its own, as every page and every call is: who acts is looked up once in it. */
    static void request() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    static void is(String username) {
        request();
        Jwt token = Jwt.withTokenValue("bench")
                .header("alg", "none")
                .claim("preferred_username", username)
                .issuedAt(Instant.now())
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of(), username));
    }
}
