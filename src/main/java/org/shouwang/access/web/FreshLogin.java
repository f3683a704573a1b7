package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A login that a browser remembers for a month is for villages. Posts that need a second factor log in whole once a
 * working day: an older login of theirs is sent back to Keycloak with the wish to be asked again.
 */
@Component
class FreshLogin implements OAuth2UserService<OidcUserRequest, OidcUser>, AuthenticationFailureHandler {

    /** As long as a login lasts that nobody asked to be remembered. */
    static final Duration LONGEST = Duration.ofHours(10);

    private static final String TOO_OLD = "login-too-old";
    private static final String AGAIN = "again";

    private final OidcUserService users = new OidcUserService();

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        if (isTooOld(request.getIdToken())) {
            throw new OAuth2AuthenticationException(new OAuth2Error(TOO_OLD));
        }
        return users.loadUser(request);
    }

    /** By Keycloak's own time: the token says when it was made and when its owner logged in. */
    static boolean isTooOld(OidcIdToken token) {
        boolean twoFactors = token.getClaim("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof List<?> roles
                && roles.contains("second-factor");
        Instant loggedIn = token.getAuthenticatedAt();
        Instant made = token.getIssuedAt();
        return twoFactors
                && (loggedIn == null || made == null || loggedIn.plus(LONGEST).isBefore(made));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean old = failure instanceof OAuth2AuthenticationException oauth
                && oauth.getError().getErrorCode().equals(TOO_OLD);
        response.sendRedirect(
                request.getContextPath() + (old ? LoginEntryPoint.LOGIN + "?" + AGAIN : "/login-waits?failed"));
    }

    /** Asks Keycloak for a new login where an old one was not enough. */
    static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(request -> {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                    && asked.getRequest().getParameter(AGAIN) != null) {
                request.additionalParameters(more -> more.put("prompt", "login"));
            }
        });
        return resolver;
    }
}
