package org.shouwang.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Flags on households (重点关注). Each has a source and an end; ended ones are shown to nobody who works by them and stay in
 * the history. A village sees that there is one, and never why.
 */
@Service
@Transactional
public class HouseholdFlags {

    /** How long one lasts where nobody says (本县默认). */
    public static final Period LASTS = Period.ofMonths(6);

    /** Longest reason, in characters. */
    public static final int LONGEST = 300;

    private static final Period LONGEST_TERM = Period.ofMonths(12);
    private static final String SET = "household.flag";
    private static final String READ = "household.flag-read";
    private static final String REASON = "household_flag_ground.reason";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Persons persons;
    private final Catalogues catalogues;
    private final Idempotency idempotency;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    HouseholdFlags(
            JdbcClient jdbc,
            Secrecy secrecy,
            Persons persons,
            Catalogues catalogues,
            Idempotency idempotency,
            Access access,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.persons = persons;
        this.catalogues = catalogues;
        this.idempotency = idempotency;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is asked for; without an end it lasts {@link #LASTS}. */
    public record Asked(
            String kind,
            String source,
            String reason,
            @Nullable LocalDate until) {}

    /** What is stored of the answer to a submission. */
    record Made(UUID flag) {}

    /**
     * The person whose household it is, for somebody who may.
     *
     * @throws Refusal 404 where the person is not within reach, 403 where flags are not for this officer
     */
    @Transactional(readOnly = true)
    public PersonView require(UUID person) {
        PersonView found = persons.find(person).orElseThrow(Refusal::notFound);
        access.require("person.read", found.subject());
        access.require(READ, found.subject());
        return found;
    }

    /** Whether this officer sets flags on the person's household. */
    @Transactional(readOnly = true)
    public boolean maySet(PersonView person) {
        return person.household() != null && access.may(SET, person.subject());
    }

    /**
     * Sets a flag on the household of a person.
     *
     * @throws Refusal 422 naming every wrong field, 409 where nobody knows with whom the person lives
     */
    public UUID set(UUID person, Asked asked, @Nullable String key, Actor by) {
        PersonView found = require(person);
        access.require(SET, found.subject());
        check(asked);
        return idempotency
                .once(
                        key,
                        by.officer().id(),
                        "household-flag " + person + " " + asked,
                        Made.class,
                        () -> new Made(insert(found, asked, by)))
                .flag();
    }

    /** A check found it: the flag lasts as long as one does where nobody says. */
    void found(PersonView child, String reason, Actor by) {
        insert(child, new Asked("check", "check", reason, null), by);
    }

    private void check(Asked asked) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!catalogues.current().codes().get("FLAG_KIND").has(asked.kind())) {
            problems.add(FieldProblem.at("kind", "flag-kind"));
        }
        if (!catalogues.current().codes().get("FLAG_SOURCE").has(asked.source())) {
            problems.add(FieldProblem.at("source", "flag-source"));
        }
        String reason = asked.reason().strip();
        if (reason.isEmpty()) {
            problems.add(FieldProblem.at("reason", "flag-reason"));
        } else if (reason.codePointCount(0, reason.length()) > LONGEST) {
            problems.add(FieldProblem.at("reason", "flag-reason-long", LONGEST));
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate until = asked.until();
        if (until != null && (!until.isAfter(today) || until.isAfter(today.plus(LONGEST_TERM)))) {
            problems.add(FieldProblem.at("until", "flag-until", LONGEST_TERM.getMonths()));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private UUID insert(PersonView person, Asked asked, Actor by) {
        UUID household = person.household();
        if (household == null) {
            throw Refusal.conflict("flag-household");
        }
        UUID id = Ids.next();
        LocalDate today = LocalDate.now(clock);
        LocalDate until = asked.until() == null ? today.plus(LASTS) : asked.until();
        jdbc.sql(
                        "insert into household_flag (id, household_id, since, until, set_at, division) values (?, ?, ?, ?, ?, ?)")
                .params(id, household, today, until, clock.instant().atOffset(ZoneOffset.UTC), person.division())
                .update();
        jdbc.sql(
                        "insert into household_flag_ground (flag_id, kind, source, reason, set_by, division) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        asked.kind(),
                        asked.source(),
                        secrecy.seal(REASON, id, asked.reason().strip()),
                        by.officer().id(),
                        person.division())
                .update();
        journal.append(event("household.flagged", by, id, Map.of("until", until.toString())));
        return id;
    }

    /** Flags that hold today; without their ground for whoever may not know it. */
    @Transactional(readOnly = true)
    public List<HouseholdFlag> now(PersonView person) {
        boolean whole = access.may(READ, person.subject());
        LocalDate today = LocalDate.now(clock);
        return of(person).stream()
                .filter(flag -> !flag.until().isBefore(today))
                .map(flag ->
                        whole ? flag : new HouseholdFlag(flag.id(), flag.household(), flag.since(), flag.until(), null))
                .toList();
    }

    /** All flags there ever were, the latest end first; that they were read goes into the journal. */
    public List<HouseholdFlag> history(PersonView person, Actor by) {
        access.require(READ, person.subject());
        journal.append(event("household.flags-read", by, person.id(), Map.of("read", "flags")));
        return of(person);
    }

    private List<HouseholdFlag> of(PersonView person) {
        UUID household = person.household();
        return household == null
                ? List.of()
                : jdbc.sql("""
                                select flag.id, flag.household_id, flag.since, flag.until, ground.kind, ground.source,
                                       ground.reason, ground.set_by
                                from household_flag flag left join household_flag_ground ground on ground.flag_id = flag.id
                                where flag.household_id = ? order by flag.until desc, flag.id desc limit 100""").param(household).query(this::flag).list();
    }

    private HouseholdFlag flag(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] reason = row.getBytes("reason");
        return new HouseholdFlag(
                id,
                row.getObject("household_id", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                reason == null
                        ? null
                        : new HouseholdFlag.Ground(
                                row.getString("kind"),
                                row.getString("source"),
                                secrecy.open(REASON, id, reason),
                                row.getObject("set_by", UUID.class)));
    }

    private static Event event(String act, Actor by, UUID about, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, null, by.officer().id(), agency, null, about.toString(), details);
    }
}
