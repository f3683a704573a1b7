package org.shouwang.officers;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does to somebody's login, and a township to its villages': end it, or hand out a new secret. */
@Service
@Transactional
public class Logins {

    /** Without signs that are taken for others when somebody copies them from paper. */
    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final OfficerStore store;
    private final Reach reach;
    private final LoginQueue queue;
    private final LoginSync sync;
    private final Accounts accounts;
    private final OpenSessions sessions;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();

    Logins(
            OfficerStore store,
            Reach reach,
            LoginQueue queue,
            LoginSync sync,
            Accounts accounts,
            OpenSessions sessions,
            Journal journal) {
        this.store = store;
        this.reach = reach;
        this.queue = queue;
        this.sync = sync;
        this.accounts = accounts;
        this.sessions = sessions;
        this.journal = journal;
    }

    /** Every phone and computer has to log in again. */
    public void endSessions(UUID officer, Actor by) {
        OfficerFile file = person(officer, by);
        sessions.end(file.id());
        journal.append(Officers.event("officer.sessions-ended", officer, by, Map.of()));
    }

    /**
     * A new secret for one login, at which it has to be changed; the old one and every session end. It is kept nowhere:
     * should the transaction fail after Keycloak has taken it, nobody knows it, and the next one replaces it.
     *
     * @throws Refusal 409 while Keycloak does not answer; then everything stays as it was
     */
    public String issue(UUID officer, Actor by) {
        OfficerFile file = person(officer, by);
        if (!file.active()) {
            throw Refusal.conflict("officer-inactive");
        }
        journal.append(Officers.event("officer.secret-issued", officer, by, Map.of()));
        String secret = secret();
        try {
            queue.lock(officer);
            accounts.reset(sync.sync(officer), secret);
        } catch (KeycloakFailure failure) {
            throw failure.lasting() ? Refusal.conflict("login-refused") : Refusal.conflict("login-away");
        }
        sessions.endHere(officer);
        return secret;
    }

    private OfficerFile person(UUID officer, Actor by) {
        OfficerFile file = store.find(officer).orElseThrow(Refusal::notFound);
        reach.require(Reach.LOGIN, file, by);
        if (file.program()) {
            throw Refusal.conflict("officer-program");
        }
        return file;
    }

    private String secret() {
        return random.ints((long) GROUPS * GROUP, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining())
                .replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
