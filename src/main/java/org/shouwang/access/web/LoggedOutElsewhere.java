package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Ends our session when Keycloak says that the login has ended: logged out in another window, ended by the township,
 * account disabled. Sessions are in the database and found there by Keycloak's subject, so it does not matter which
 * node is told.
 */
@Component
class LoggedOutElsewhere implements OidcSessionRegistry, LogoutHandler {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LoggedOutElsewhere(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** The session itself remembers whose it is; there is no second list to keep in step. */
    @Override
    public void saveSessionInformation(OidcSessionInformation login) {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                        Objects.requireNonNull(login.getPrincipal().getSubject()),
                        RequestAttributes.SCOPE_SESSION);
    }

    @Override
    @SuppressWarnings("NullAway") // its callers ask for null; the interface forgot to say so
    public OidcSessionInformation removeSessionInformation(String session) {
        return null; // gone with the session
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null
                && authentication.getPrincipal() instanceof OidcLogoutToken token
                && token.getSubject() != null) {
            sessions.findByPrincipalName(token.getSubject()).values().stream()
                    .filter(session -> isMeant(session, token))
                    .forEach(session -> sessions.deleteById(session.getId()));
        }
    }

    /** Without a session named, all of this person's are meant. */
    private static boolean isMeant(Session session, OidcLogoutToken token) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        String login = token.getSessionId();
        return login == null
                || context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                        && login.equals(user.getIdToken().getClaimAsString("sid"));
    }
}
