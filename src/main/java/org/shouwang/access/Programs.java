package org.shouwang.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Programs that log in as themselves, without a person: the hotline's platform, another agency's system. Such a client is
 * enrolled like an officer of its agency; of its posts those hold whose role its token carries as a scope, so that
 * neither Keycloak nor our tables alone let a program in.
 */
public final class Programs {

    /** How Keycloak names the login of a client; nobody else gets such a name. */
    public static final String PREFIX = "service-account-";

    private static final String SCOPE = "client_scope";

    private Programs() {}

    /** Whether this is the login of a program and not of a person. */
    public static boolean isOne(String username) {
        return username.startsWith(PREFIX);
    }

    static Actor narrowed(Actor actor) {
        if (!isOne(actor.officer().username())) {
            return actor;
        }
        Set<String> scopes = scopes(SecurityContextHolder.getContext().getAuthentication());
        List<Post> posts = actor.posts().stream()
                .filter(post -> scopes.contains(post.role()))
                .toList();
        return new Actor(actor.officer(), posts, actor.barred(), actor.emergencies());
    }

    private static Set<String> scopes(@Nullable Authentication authentication) {
        String scopes = authentication instanceof JwtAuthenticationToken token
                ? token.getToken().getClaimAsString(SCOPE)
                : null;
        return scopes == null ? Set.of() : Set.of(scopes.split(" "));
    }
}
