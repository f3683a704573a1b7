package org.shouwang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who takes part in a case or report: named officers, and units that were asked in, from then until their part ends.
 * Who is kept off it stands here too, as {@code barred}, and takes no part whatever else is said.
 */
@Component
public class Participations {

    /** The part of whoever has no part (回避). */
    public static final String BARRED = "barred";

    private final JdbcClient jdbc;
    private final Clock clock;

    Participations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names an officer on a subject; naming twice, or naming one who is kept off it, changes nothing. */
    public void name(UUID subject, UUID officer, String part) {
        jdbc.sql("""
                        insert into participation (id, subject_id, officer_id, part, since)
                        select :id, :subject, :officer, :part, :now
                        where not exists (select from participation
                                          where subject_id = :subject and officer_id = :officer and part = 'barred'
                                            and until is null)
                        on conflict do nothing""")
                .param("id", Ids.next())
                .param("subject", subject)
                .param("officer", officer)
                .param("part", part)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Asks a unit in. */
    public void invite(UUID subject, UUID agency, String part) {
        jdbc.sql("""
                        insert into participation (id, subject_id, agency_id, part, since) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(Ids.next(), subject, agency, part, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps an officer off a subject: whatever part he or she had in it ends. */
    public void bar(UUID subject, UUID officer) {
        end(subject, officer);
        name(subject, officer, BARRED);
    }

    /** Who is kept off a subject. */
    public Set<UUID> barred(UUID subject) {
        return jdbc.sql("""
                        select officer_id from participation
                        where subject_id = ? and part = 'barred' and until is null""").param(subject).query(UUID.class).set();
    }

    /**
     * Whoever takes part in {@code from} takes part in {@code to} as well, as when a report becomes a case; whoever is
     * kept off the one is kept off the other.
     */
    public void carryOver(UUID from, UUID to) {
        jdbc.sql("""
                        insert into participation (id, subject_id, officer_id, agency_id, part, since)
                        select gen_random_uuid(), ?, officer_id, agency_id, part, ?
                        from participation where subject_id = ? and until is null
                        on conflict do nothing""").params(to, clock.instant().atOffset(ZoneOffset.UTC), from).update();
    }

    /** Ends every part of one officer in a subject; that he or she is kept off it stays. */
    public void end(UUID subject, UUID officer) {
        jdbc.sql("""
                        update participation set until = ?
                        where subject_id = ? and officer_id = ? and part <> 'barred' and until is null""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), subject, officer)
                .update();
    }

    /** Ends every part of everybody who holds none of these posts; who is kept off stays so. */
    public void endOthers(UUID subject, Set<String> roles) {
        jdbc.sql("""
                        update participation part set until = :now
                        where subject_id = :subject and part <> 'barred' and until is null and not exists (
                            select from post where role = any(:roles) and valid_from <= :today
                              and (valid_until is null or valid_until >= :today)
                              and (post.officer_id = part.officer_id or post.agency_id = part.agency_id))""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .param("roles", roles.toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Ends one part of one officer in a subject; what else he or she is named for stays. */
    public void end(UUID subject, UUID officer, String part) {
        jdbc.sql("""
                        update participation set until = ?
                        where subject_id = ? and officer_id = ? and part = ? and until is null""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), subject, officer, part)
                .update();
    }

    /** Officers named on a subject, those longest on it first. */
    public List<UUID> officers(UUID subject) {
        return jdbc.sql("""
                        select officer_id from participation
                        where subject_id = ? and officer_id is not null and part <> 'barred' and until is null
                        group by officer_id order by min(since) limit 100""").param(subject).query(UUID.class).list();
    }

    /** Whether this officer, or one he or she stands in for, is named on the subject, or works for a unit that is. */
    public boolean includes(UUID subject, Actor actor) {
        return has(subject, actor.names())
                || actor.posts().stream().anyMatch(post -> hasAgency(subject, post.agency()));
    }

    /** Whether anybody who holds {@code role} at exactly this place today takes part in the subject. */
    public boolean includesHolder(UUID subject, String role, String place) {
        return jdbc.sql("""
                        select exists (
                            select from participation part
                            join post on post.officer_id = part.officer_id or post.agency_id = part.agency_id
                            join officer on officer.id = post.officer_id and officer.active
                            where part.subject_id = :subject and part.part <> 'barred' and part.until is null
                              and post.role = :role and post.place = :place and post.valid_from <= :today
                              and (post.valid_until is null or post.valid_until >= :today))""")
                .param("subject", subject)
                .param("role", role)
                .param("place", place)
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    /** Whether this officer has this part in the subject. */
    public boolean has(UUID subject, UUID officer, String part) {
        return jdbc.sql("""
                        select exists (select from participation
                                       where subject_id = ? and officer_id = ? and part = ? and until is null)""").params(subject, officer, part).query(Boolean.class).single();
    }

    private boolean has(UUID subject, Set<UUID> officers) {
        return officers.stream().anyMatch(officer -> has(subject, officer));
    }

    boolean has(UUID subject, UUID officer) {
        return jdbc.sql("""
                        select exists (select from participation
                                       where subject_id = ? and officer_id = ? and part <> 'barred'
                                         and until is null)""").params(subject, officer).query(Boolean.class).single();
    }

    boolean hasAgency(UUID subject, UUID agency) {
        return jdbc.sql("""
                        select exists (select from participation
                                       where subject_id = ? and agency_id = ? and until is null)""").params(subject, agency).query(Boolean.class).single();
    }
}
