package org.shouwang.officers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** Carries what stands here about one officer to Keycloak; whoever calls it holds the account. */
@Component
class LoginSync {

    private final OfficerStore store;
    private final Units units;
    private final Accounts accounts;
    private final LoginQueue queue;
    private final Catalogues catalogues;
    private final Clock clock;

    LoginSync(
            OfficerStore store, Units units, Accounts accounts, LoginQueue queue, Catalogues catalogues, Clock clock) {
        this.store = store;
        this.units = units;
        this.accounts = accounts;
        this.queue = queue;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** @return Keycloak's id of the account */
    String sync(UUID officer) {
        OfficerFile file = store.find(officer).orElseThrow();
        Set<String> ours = catalogues.current().roles().keys();
        String subject = accounts.put(account(file), ours);
        queue.synced(officer, subject);
        return subject;
    }

    private Accounts.Account account(OfficerFile file) {
        // Posts to come as well: the second factor must be there before them.
        List<PostRow> posts = file.standing(LocalDate.now(clock));
        PostRow main = posts.isEmpty() ? null : posts.get(0);
        return new Accounts.Account(
                file.username(),
                file.name(),
                file.active(),
                main == null ? null : main.division(),
                main == null ? null : units.find(main.agency()).map(Unit::key).orElse(null),
                posts.stream().map(PostRow::role).collect(Collectors.toSet()));
    }

    void carryOut(UUID officer, LoginQueue.Work work) {
        if (work.act().equals(LoginQueue.END_SESSIONS)) {
            accounts.endSessions(queue.subject(officer).orElseGet(() -> sync(officer)));
        } else {
            sync(officer);
        }
        queue.done(officer, work);
    }
}
