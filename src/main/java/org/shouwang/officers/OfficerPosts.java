package org.shouwang.officers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives posts and ends them. Both count with the next request of whoever holds them, open sessions included. */
@Service
@Transactional
public class OfficerPosts {

    private final JdbcClient jdbc;
    private final OfficerStore store;
    private final PostCheck check;
    private final Reach reach;
    private final LoginQueue logins;
    private final Idempotency idempotency;
    private final Journal journal;
    private final Clock clock;

    OfficerPosts(
            JdbcClient jdbc,
            OfficerStore store,
            PostCheck check,
            Reach reach,
            LoginQueue logins,
            Idempotency idempotency,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.check = check;
        this.reach = reach;
        this.logins = logins;
        this.idempotency = idempotency;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Refusal 422 with what is wrong at which field */
    public Made add(@Nullable String key, UUID officer, NewPost asked, Actor by) {
        OfficerFile file = held(officer, by);
        return idempotency.once(key, by.officer().id(), "posts|" + officer + '|' + asked, Made.class, () -> {
            PostRow post = check.made(asked, file);
            insert(officer, post);
            logins.follow(officer, file.username());
            journal.append(Officers.event(
                    "post.added",
                    officer,
                    by,
                    Map.of("post", post.id().toString(), "role", post.role(), "division", post.division())));
            return new Made(post.id());
        });
    }

    private void insert(UUID officer, PostRow post) {
        jdbc.sql("""
                        insert into post (id, officer_id, role, agency_id, division, rank, valid_from, valid_until)
                        values (:id, :officer, :role, :agency, :division, :rank, :from, cast(:until as date))""")
                .param("id", post.id())
                .param("officer", officer)
                .param("role", post.role())
                .param("agency", post.agency())
                .param("division", post.division())
                .param("rank", post.rank())
                .param("from", post.from())
                .param("until", post.until())
                .update();
    }

    /**
     * Ends a post.
     *
     * @param last its last day; null ends it at once
     */
    public void end(UUID officer, UUID post, @Nullable LocalDate last, Actor by) {
        OfficerFile file = held(officer, by);
        LocalDate today = LocalDate.now(clock);
        PostRow found = file.standing(today).stream()
                .filter(each -> each.id().equals(post))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (last != null && (last.isBefore(today) || last.isBefore(found.from()))) {
            throw Refusal.invalid(java.util.List.of(FieldProblem.at("until", "post-until")));
        }
        // The last day counts whole, so what ends now had its last day yesterday.
        LocalDate until = last == null ? today.minusDays(1) : last;
        jdbc.sql("update post set valid_until = ? where id = ?")
                .params(until, post)
                .update();
        logins.follow(officer, file.username());
        journal.append(Officers.event(
                "post.ended",
                officer,
                by,
                Map.of("post", post.toString(), "role", found.role(), "until", until.toString())));
    }

    /** To whom an address names a post only. */
    @Transactional(readOnly = true)
    public UUID holder(UUID post) {
        return jdbc.sql("select officer_id from post where id = ?")
                .param(post)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private OfficerFile held(UUID officer, Actor by) {
        OfficerFile file = store.lock(officer).orElseThrow(Refusal::notFound);
        reach.require(Reach.MANAGE, file, by);
        return file;
    }
}
