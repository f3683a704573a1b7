package org.shouwang.officers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Programs;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enrols officers, keeps them out and lets them in again. What is done here counts at once; Keycloak follows. */
@Service
@Transactional
public class Officers {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

    /** Keycloak takes no other signs in a name. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} ·.'’（）-]{1,60}");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");

    private final OfficerStore store;
    private final Reach reach;
    private final LoginQueue logins;
    private final OpenSessions sessions;
    private final Idempotency idempotency;
    private final Journal journal;

    Officers(
            OfficerStore store,
            Reach reach,
            LoginQueue logins,
            OpenSessions sessions,
            Idempotency idempotency,
            Journal journal) {
        this.store = store;
        this.reach = reach;
        this.logins = logins;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.journal = journal;
    }

    /** @throws Refusal 404 for whom this actor may not see */
    @Transactional(readOnly = true)
    public OfficerFile read(UUID officer, Actor by) {
        OfficerFile file = store.find(officer).orElseThrow(Refusal::notFound);
        reach.require(Reach.READ, file, by);
        return file;
    }

    /** Whether this actor may do {@code act} to the officer. */
    @Transactional(readOnly = true)
    public boolean may(String act, OfficerFile officer, Actor by) {
        return reach.reaches(act, officer, by) && !Reach.isOwn(officer, by);
    }

    /** Enrols somebody, who may do nothing yet: that comes with a post. */
    public Made add(@Nullable String key, NewOfficer asked, Actor by) {
        if (!reach.everywhere(Reach.MANAGE, by)) {
            throw Refusal.forbidden(Reach.MANAGE);
        }
        NewOfficer tidy = tidy(asked);
        String content = "officers|" + tidy.username() + '|' + tidy.name() + '|' + tidy.phone();
        return idempotency.once(key, by.officer().id(), content, Made.class, () -> {
            check(tidy);
            UUID id = store.insert(tidy.username(), tidy.name(), tidy.phone());
            logins.follow(id, tidy.username());
            journal.append(event("officer.added", id, by, Map.of()));
            return new Made(id);
        });
    }

    private static NewOfficer tidy(NewOfficer asked) {
        String username = asked.username().strip().toLowerCase(Locale.ROOT);
        String phone = asked.phone().strip();
        boolean number = phone.isEmpty() && PHONE.matcher(username).matches();
        return new NewOfficer(username, asked.name().strip(), number ? username : phone);
    }

    private void check(NewOfficer asked) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!USERNAME.matcher(asked.username()).matches()) {
            wrong.add(FieldProblem.at("username", "officer-username"));
        } else if (store.isTaken(asked.username())) {
            wrong.add(FieldProblem.at("username", "officer-username-taken"));
        }
        if (!NAME.matcher(asked.name()).matches()) {
            wrong.add(FieldProblem.at("name", "officer-name"));
        }
        boolean needsNone = asked.phone().isEmpty() && Programs.isOne(asked.username());
        if (!needsNone && !PHONE.matcher(asked.phone()).matches()) {
            wrong.add(FieldProblem.at("phone", "officer-phone"));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    /** Keeps somebody out, open sessions included, or lets him or her in again; posts stay as they are. */
    public void setActive(UUID officer, boolean active, Actor by) {
        OfficerFile file = store.lock(officer).orElseThrow(Refusal::notFound);
        reach.require(Reach.MANAGE, file, by);
        if (file.active() == active) {
            return;
        }
        store.setActive(officer, active);
        logins.follow(officer, file.username());
        if (!active) {
            sessions.end(officer);
        }
        journal.append(
                active
                        ? event("officer.activated", officer, by, Map.of())
                        : event("officer.deactivated", officer, by, Map.of()));
    }

    static Event event(String act, UUID officer, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, null, by.officer().id(), agency, null, officer.toString(), details);
    }
}
