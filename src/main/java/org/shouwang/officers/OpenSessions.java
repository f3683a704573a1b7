package org.shouwang.officers;

import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions with our own pages, found by Keycloak's id of the account: they end here without waiting for Keycloak. */
@Component
class OpenSessions {

    private final LoginQueue accounts;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(LoginQueue accounts, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Here at once, at Keycloak as soon as it answers: until then a remembered login there could open a new one. */
    void end(UUID officer) {
        accounts.add(officer, LoginQueue.END_SESSIONS);
        endHere(officer);
    }

    /** Only here: where they have ended at Keycloak already, a second end would take a login made since then. */
    void endHere(UUID officer) {
        accounts.subject(officer)
                .ifPresent(subject ->
                        sessions.findByPrincipalName(subject).keySet().forEach(sessions::deleteById));
    }
}
