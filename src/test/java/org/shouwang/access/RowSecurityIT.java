package org.shouwang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.casefile.EmergencyAccess;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second lock, tried as the application's own login: every table read whole, without any filter of ours, by every
 * officer of the demo county. What comes back must be what {@link Access} lets that officer read, and nothing else.
 */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityIT {

    /** Why a table is not under row-level security; whoever adds a table adds a policy, or a reason here. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("division", "places"),
            Map.entry("agency", "units"),
            Map.entry("officer", "colleagues, not the people we protect; the phone is ciphertext"),
            Map.entry("post", "who may act where"),
            Map.entry("login_account", "an officer's id beside Keycloak's"),
            Map.entry("login_work", "an officer's id beside what waits for Keycloak"),
            Map.entry("participation", "an officer's id beside a subject's id; parties are made from it"),
            Map.entry("inbox_candidate", "role and place beside ids; who may take a task is found by it"),
            Map.entry("duty_call", "an officer's id beside a task's id"),
            Map.entry("delegation", "part of the reach itself: who stands in for which officer, and nobody else"),
            Map.entry(
                    "emergency_access",
                    "an officer's id beside a case's id, part of one's reach; the reason is ciphertext"),
            Map.entry("reading", "an officer's id beside a file's id, for an hour"),
            Map.entry("person_unmatched", "ids of files that wait to be compared, every file for a while"),
            Map.entry("attachment_removal", "keyed hashes of files that are to go"),
            Map.entry("case_counter", "the last number of a year"),
            Map.entry("form_version", "forms"),
            Map.entry("idempotency_key", "ids, under a pseudonym"),
            Map.entry("journal_seal", "hashes"),
            Map.entry("secrecy_check", "one sealed word"),
            Map.entry("spring_session", "sessions; read before it is known for whom"),
            Map.entry(
                    "spring_session_attributes", "sessions; ciphertext is not needed, no person's data is kept there"),
            Map.entry("flyway_schema_history", "migrations"));

    private static final String COUNTY = "450223000000";

    private final JdbcClient everything = TestParts.everything();

    @Autowired
    JdbcClient app;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RowIdentity identity;

    @Autowired
    Actors actors;

    @Autowired
    Access access;

    @Autowired
    AccessMatrix matrix;

    @Autowired
    TestClock clock;

    @BeforeAll
    void twoTownshipsAndARestrictedCase() {
        keepOff("supervisor", Reported.danger("行童四").path("caseId").asString());
        keepOff("caseworker", Reported.danger("行童五").path("caseId").asString());
        keepOff("supervisor", Reported.worry("行童六").path("id").asString());
        Reported.danger("行童一");
        Reported.worry("行童二");
        Reported.restricted("行童三");
    }

    private void keepOff(String username, String subject) {
        UUID officer = actors.byUsername(username).orElseThrow().officer().id();
        Api.Answer answer = Api.as("county")
                .post(
                        "/api/v1/conflicts/" + subject + "/colleagues",
                        Map.of("officer", officer, "ground", "kin", "reason", "孩子的姨父。"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** What is left when an officer is kept off: neither place nor part nor task leads there. */
    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "caseworker"})
    void showsWhoeverIsKeptOffNothingOfIt(String username) {
        Set<UUID> barred = actors.byUsername(username).orElseThrow().barred();
        assertThat(barred).isNotEmpty();
        List<String> off = barred.stream().map(UUID::toString).toList();
        assertThat(ids(everything, "subject_id", "inbox_task")).containsAnyElementsOf(off);
        as(username, () -> {
            for (String table : List.of("case_file", "report", "work_subject")) {
                assertThat(ids(app, "id", table)).as(table).isNotEmpty().doesNotContainAnyElementsOf(off);
            }
            for (String table : List.of(
                    "inbox_task",
                    "clock",
                    "form_record",
                    "decision_made",
                    "attachment",
                    "journal_entry",
                    "conflict_of_interest")) {
                assertThat(ids(app, "subject_id", table)).as(table).doesNotContainAnyElementsOf(off);
            }
            identity.as(RowService.BOARD, () -> {
                assertThat(ids(app, "subject_id", "inbox_task")).doesNotContainAnyElementsOf(off);
                return true;
            });
            return true;
        });
    }

    List<String> officers() {
        return everything
                .sql("select username from officer where active order by 1")
                .query(String.class)
                .list();
    }

    private <T> T as(String username, Supplier<T> work) {
        Jwt token = Jwt.withTokenValue("test")
                .header("alg", "none")
                .subject(username)
                .build();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new JwtAuthenticationToken(token, List.of(), username)));
        try {
            return transaction.execute(status -> work.get());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Set<String> ids(JdbcClient database, String column, String table) {
        return new HashSet<>(database.sql("select cast(" + column + " as text) from (select * from " + table
                        + ") whole where " + column + " is not null")
                .query(String.class)
                .list());
    }

    @ParameterizedTest
    @MethodSource("officers")
    void showsAnOfficerWithoutAnyFilterWhatTheJudgeAllowsAndNoMore(String username) {
        Actor actor = actors.byUsername(username).orElseThrow();
        Set<String> cases = allowed(actor, "case.read", "case", "case_file");
        Set<String> reports = allowed(actor, "report.read", "report", "report");
        reports.addAll(reportsOf(cases, actor));
        Set<String> work = new HashSet<>(cases);
        work.addAll(reports);
        Set<String> hints = allowed(actor, "task.read", "hint", "hint");
        work.addAll(hints);
        Set<String> checks = allowed(actor, "task.read", "check", "village_check");
        work.addAll(checks);
        Set<String> people = allowed(actor, "person.read", "person", "person");
        people.addAll(allowed(actor, "person.search", "person", "person"));
        people.addAll(peopleOn(work));
        // The answer to a hotline is a task of the county; what its caller said is for whoever receives the line.
        work.addAll(allowed(actor, "task.read", "hotline", "hotline_order"));
        Set<String> late = allowed(actor, "late-report.read", "late-report", "late_report");
        work.addAll(late);
        Set<String> tasks = tasksFor(actor, work);

        as(username, () -> {
            assertThat(ids(app, "id", "case_file")).isEqualTo(cases);
            assertThat(ids(app, "id", "report")).isEqualTo(reports);
            // Who reads a case in an emergency sees the case, and nothing of the tasks around its reports.
            assertThat(tasks).containsAll(ids(app, "id", "inbox_task"));
            if (actor.emergencies().isEmpty()) {
                assertThat(ids(app, "id", "inbox_task")).isEqualTo(tasks);
            }
            for (String table : List.of(
                    "case_person",
                    "case_grade",
                    "case_record_person",
                    "case_police",
                    "case_conference",
                    "case_turn",
                    "case_stage",
                    "revocation",
                    "adulthood",
                    "child_death",
                    "guardian_measure",
                    "measure_session",
                    "no_filing",
                    "medical_rescue",
                    "rescue_step",
                    "emergency_aid",
                    "restoration",
                    "assessment",
                    "guardianship_report",
                    "placement",
                    "support_plan",
                    "need_result",
                    "legal_aid",
                    "visit",
                    "consent",
                    "consent_recipient",
                    "data_request",
                    "supervision_request",
                    "suggestion",
                    "incoming_transfer")) {
                assertThat(cases).as(table).containsAll(ids(app, "case_id", table));
            }
            // Who is sent sees the hint; where it comes from, and what lists came in, the county alone.
            Set<String> origins = allowed(actor, "hint.read", "hint", "hint");
            assertThat(ids(app, "hint_id", "hint_source")).isEqualTo(origins);
            assertThat(ids(app, "id", "hint")).isEqualTo(hints);
            assertThat(ids(app, "id", "village_check")).isEqualTo(checks);
            // A village sees that a household is flagged; what stands behind it those who work on cases there.
            assertThat(ids(
                            app,
                            "flag_id",
                            "household_flag_ground where set_by <> '"
                                    + actor.officer().id() + "'"))
                    .isSubsetOf(allowed(actor, "household.flag-read", "person", "household_flag"));
            Set<String> lists = ids(everything, "id", "source_list");
            assertThat(ids(app, "id", "source_list"))
                    .isEqualTo(
                            access.may(actor, "hint.read", Subject.of(UUID.randomUUID(), "hint", COUNTY, "open"))
                                    ? lists
                                    : ids(
                                            everything,
                                            "id",
                                            "source_list where sent_by = '"
                                                    + actor.officer().id() + "'"));
            // Whoever received a referral sees it without the case.
            assertThat(cases)
                    .as("referral")
                    .containsAll(ids(
                            app,
                            "case_id",
                            "referral where receiver is distinct from '"
                                    + actor.officer().id() + "'"));
            for (String table :
                    List.of("form_record", "decision_made", "attachment where state = 'kept'", "journal_entry")) {
                assertThat(work).as(table).containsAll(ids(app, "subject_id", table));
            }
            assertThat(ids(app, "officer_id", "attachment where state = 'draft'"))
                    .isSubsetOf(id(actor));
            assertThat(ids(app, "id", "person")).isEqualTo(people);
            // Found to be one person, two files are so to whoever reads both.
            assertThat(ids(app, "id", "merge_candidate where state <> 'same'"))
                    .isSubsetOf(allowed(actor, "merge.decide", "merge", "merge_candidate"));
            for (String table : List.of("person_version", "person_name_part")) {
                assertThat(people).as(table).containsAll(ids(app, "person_id", table));
            }
            assertThat(ids(app, "officer_id", "form_draft")).isSubsetOf(id(actor));
            assertThat(ids(app, "officer_id", "notice")).isSubsetOf(id(actor));
            assertThat(ids(app, "report_id", "reporter")).isEmpty();
            assertThat(ids(
                            app,
                            "id",
                            "late_report where recipient is distinct from '"
                                    + actor.officer().id() + "'"))
                    .isEqualTo(late);
            for (String table : List.of("hotline_order", "hotline_import", "hotline_row")) {
                if (!actor.holds("hotline")) {
                    assertThat(ids(app, "division", table)).as(table).isEmpty();
                }
            }
            assertThat(work).containsAll(ids(app, "subject_id", "retention"));
            assertThat(cases).containsAll(ids(app, "case_id", "juvenile_seal"));
            assertThat(ids(app, "sealed_class", "case_file")).doesNotContain("sealed");
            assertThat(ids(app, "id", "erasure")).isEmpty();
            return true;
        });
    }

    /** An emergency opens one case, and the database closes it by the same clock as the judge. */
    @Test
    void showsACaseOpenedInAnEmergencyUntilItsTimeIsOver() {
        String file = Reported.danger("行童七").path("caseId").asString();
        assertThat(as("station2", () -> ids(app, "id", "case_file"))).doesNotContain(file);
        String number = everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
        Api.Answer answer = Api.as("station2")
                .create("/api/v1/emergency-access", Map.of("number", number, "ground", "danger", "reason", "孩子在我们镇。"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(as("station2", () -> ids(app, "id", "case_file"))).contains(file);
        assertThat(as("supervisor2", () -> ids(app, "id", "case_file"))).doesNotContain(file);
        try {
            clock.advance(EmergencyAccess.LASTS);
            assertThat(as("station2", () -> ids(app, "id", "case_file"))).doesNotContain(file);
            assertThat(as("station2", () -> ids(app, "subject_id", "form_record")))
                    .doesNotContain(file);
        } finally {
            clock.reset();
        }
    }

    /** The first lock by itself: no row reaches what is sealed, neither by place nor anywhere nor through another opening. */
    @ParameterizedTest
    @MethodSource("officers")
    void judgesASealedRecordByAnOpeningOfItsOwnAlone(String username) {
        Actor actor = actors.byUsername(username).orElseThrow();
        UUID id = UUID.randomUUID();
        for (String kind : List.of("case", "report", "person", "retention")) {
            Subject sealed = Subject.of(id, kind, Reported.VILLAGE, "sealed").at("assessment", "closed");
            for (String opening : List.of("none", "emergency", "archive")) {
                Actor with = opened(actor, opening, id);
                assertThat(matrix.acts().stream().filter(act -> access.may(with, act, sealed)))
                        .as(opening)
                        .isEmpty();
                assertThat(access.sight(with, sealed)
                                .reads("F01-report", actor.officer().id()))
                        .isFalse();
            }
            Actor opener = opened(actor, "juvenile", id);
            assertThat(matrix.acts().stream().filter(act -> access.may(opener, act, sealed)))
                    .isSubsetOf("case.read", "record.read", "retention.read", "retention.propose", "retention.approve");
        }
    }

    private Actor opened(Actor actor, String kind, UUID id) {
        Emergency opening =
                new Emergency(UUID.randomUUID(), id, "judicial", clock.instant().plusSeconds(60), kind);
        return new Actor(actor.officer(), actor.posts(), Set.of(), kind.equals("none") ? List.of() : List.of(opening));
    }

    /** The counter-example: the same statements, where no policy stands in the way, do show what must not be seen. */
    @Test
    void wouldShowEverythingWithoutThePolicies() {
        Actor director = actors.byUsername("director2").orElseThrow();
        assertThat(allowed(director, "case.read", "case", "case_file")).isEmpty();
        assertThat(ids(everything, "id", "case_file")).isNotEmpty();
        assertThat(ids(everything, "report_id", "reporter")).isNotEmpty();
        assertThat(as("director2", () -> ids(app, "id", "case_file"))).isEmpty();
    }

    @Test
    void standsOnEveryTableOrSaysWhyNot() {
        List<String> bare = everything.sql("""
                        select relname from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity
                          and relname !~ '^(act|flw)_'
                        order by 1""").query(String.class).list();
        assertThat(bare).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    }

    @Test
    void answersTheApplicationsLoginAndNobodyAboveIt() {
        Map<String, Object> login = app.sql("""
                        select current_user::text as name, rolsuper, rolbypassrls,
                               exists (select from pg_class where relrowsecurity and relowner = pg_roles.oid) as owner
                        from pg_roles where rolname = current_user""").query().singleRow();
        assertThat(login)
                .containsEntry("name", "shouwang_app")
                .containsEntry("rolsuper", false)
                .containsEntry("rolbypassrls", false)
                .containsEntry("owner", false);
    }

    @Test
    void refusesAloudWhoeverAsksOutsideATransaction() {
        as("county", () -> ids(app, "id", "case_file"));
        for (int borrowed = 0; borrowed < 20; borrowed++) {
            assertThatThrownBy(() -> ids(app, "id", "case_file")).hasStackTraceContaining("without an identity");
        }
    }

    @Test
    void givesTheIdentityBackAfterATransactionWithinATransaction() {
        TransactionTemplate inner =
                new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        Set<String> before = as("county", () -> ids(app, "id", "case_file"));
        Set<String> after = as("county", () -> {
            identity.as(RowService.JOURNAL, () -> inner.execute(status -> ids(app, "subject_id", "journal_entry")));
            return ids(app, "id", "case_file");
        });
        assertThat(after).isEqualTo(before).isNotEmpty();
    }

    /** Whoever looks for those who have turned eighteen sees of whom it has been said, or would say it for ever. */
    @Test
    void showsWhatHasBeenSaidToWhoeverSaysIt() {
        String said = everything
                .sql("insert into adulthood (case_id, proposed_at, division) select id, now(), division from case_file"
                        + " where id not in (select case_id from adulthood) limit 1 returning cast(case_id as text)")
                .query(String.class)
                .single();
        try {
            Set<String> seen = identity.as(
                    RowService.ADULTHOOD, () -> transaction.execute(status -> ids(app, "case_id", "adulthood")));
            assertThat(seen).contains(said);
        } finally {
            everything
                    .sql("delete from adulthood where case_id = cast(? as uuid)")
                    .param(said)
                    .update();
        }
    }

    @Test
    void showsAServiceWhatItsNameSaysAndNobodyAnything() {
        transaction.executeWithoutResult(status -> {
            assertThat(ids(app, "id", "case_file")).isEmpty();
            assertThat(ids(app, "id", "person")).isEmpty();
        });
        identity.as(
                RowService.SWEEPER,
                () -> transaction.execute(status -> {
                    assertThat(ids(app, "id", "clock")).isNotEmpty();
                    assertThat(ids(app, "id", "form_record")).isEmpty();
                    assertThat(ids(app, "id", "person")).isEmpty();
                    return true;
                }));
        identity.as(
                RowService.ADULTHOOD,
                () -> transaction.execute(status -> {
                    assertThat(ids(app, "id", "case_file")).isNotEmpty();
                    assertThat(ids(app, "id", "person"))
                            .isEqualTo(ids(everything, "main_person", "case_file where state = 'open'"));
                    assertThat(ids(app, "id", "form_record")).isEmpty();
                    assertThat(ids(app, "id", "work_subject")).isEmpty();
                    return true;
                }));
        for (RowService lookup :
                List.of(RowService.MATCHING, RowService.EMERGENCY, RowService.OPERATIONS, RowService.BOARD)) {
            as(
                    "committee",
                    () -> identity.as(lookup, () -> {
                        for (String table :
                                List.of("form_record", "decision_made", "assessment", "visit", "case_stage")) {
                            assertThat(ids(app, table.startsWith("case") ? "case_id" : "id", table))
                                    .as(lookup + " " + table)
                                    .isEmpty();
                        }
                        return Set.of();
                    }));
        }
        identity.as(
                RowService.TRACKING,
                () -> transaction.execute(status -> {
                    assertThat(ids(app, "id", "report")).isNotEmpty();
                    assertThat(ids(app, "id", "case_file")).isEmpty();
                    assertThat(ids(app, "report_id", "reporter")).isEmpty();
                    return true;
                }));
    }

    @Test
    void letsNobodyWriteHimselfIn() {
        String officer =
                id(actors.byUsername("director2").orElseThrow()).iterator().next();
        assertThatThrownBy(() -> as("supervisor", () -> app.sql("update case_file set parties = array[cast(? as uuid)]")
                        .param(officer)
                        .update()))
                .hasStackTraceContaining("written by the triggers");
    }

    private Set<String> allowed(Actor actor, String act, String kind, String table) {
        record Row(UUID id, String division, String sealedClass) {}
        return everything.sql("select id, division, sealed_class from " + table).query(Row.class).list().stream()
                .filter(row -> access.may(
                        actor,
                        act,
                        // The database knows who takes part, not how far a case has come: that is the judge's alone.
                        Subject.of(row.id(), kind, row.division(), row.sealedClass())
                                .at("assessment", "open")))
                .map(row -> row.id().toString())
                .collect(Collectors.toSet());
    }

    /** A report stays restricted when its case no longer is (解除限定查阅): it is then for those named on it. */
    private Set<String> reportsOf(Set<String> cases, Actor actor) {
        record Row(UUID id, UUID caseId) {}
        return everything.sql("""
                        select report.id, case_id from report join case_file on case_file.id = case_id
                        where report.sealed_class in ('open', case_file.sealed_class)
                           or exists (select from case_turn where case_turn.case_id = case_file.id and kind = 'lift')
                              and exists (select from participation
                                          where subject_id = report.id and officer_id = :officer
                                            and part = 'named' and until is null)""").param("officer", actor.officer().id()).query(Row.class).list().stream()
                .filter(row -> cases.contains(row.caseId().toString()))
                .map(row -> row.id().toString())
                .collect(Collectors.toSet());
    }

    private Set<String> peopleOn(Set<String> work) {
        record Row(UUID person, UUID subject) {}
        return everything
                .sql("select person_id person, case_id subject from case_person union select child, id from report")
                .query(Row.class)
                .list()
                .stream()
                .filter(row -> work.contains(row.subject().toString()))
                .map(row -> row.person().toString())
                .collect(Collectors.toSet());
    }

    /** Tasks of what may be read, one's own, and those one may take; what is archived takes one's own along. */
    private Set<String> tasksFor(Actor actor, Set<String> work) {
        record Row(String id, UUID subject, boolean own) {}
        Set<String> offered = actor.posts().stream()
                .flatMap(post ->
                        everything.sql("""
                                select task_id from inbox_candidate candidate
                                join inbox_task on inbox_task.id = task_id and sealed_class = 'open'
                                where role = ? and candidate.division = ?""").params(post.role(), post.place()).query(String.class).list().stream())
                .collect(Collectors.toSet());
        offered.addAll(everything
                .sql("select task_id from duty_call where officer_id = any (?)")
                .param(actor.names().toArray(UUID[]::new))
                .query(String.class)
                .list());
        return everything
                .sql("select id, subject_id subject, coalesce(? in (assignee, done_by), false) own from inbox_task"
                        + " where sealed_class not in ('archived', 'sealed') or subject_id = any (?)")
                .params(
                        actor.officer().id(),
                        actor.emergencies().stream().map(Emergency::subject).toArray(UUID[]::new))
                .query(Row.class)
                .list()
                .stream()
                .filter(row -> !actor.barred().contains(row.subject()))
                .filter(row -> work.contains(row.subject().toString()) || offered.contains(row.id()) || row.own())
                .map(Row::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> id(Actor actor) {
        return Set.of(actor.officer().id().toString());
    }
}
