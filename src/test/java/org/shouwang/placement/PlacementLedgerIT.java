package org.shouwang.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
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
import tools.jackson.databind.JsonNode;

/** A child is in one place at a time, in whichever case and whatever order it is written down; a gap is seen at once. */
@ShouwangTest
class PlacementLedgerIT {

    private final JdbcClient everything = TestParts.everything();

    private static int tests;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient app;

    @Autowired
    TransactionTemplate transaction;

    /** Boards are counted anew after a quarter of a minute: each test has a day of its own. */
    @BeforeEach
    void aMorning() {
        clock.set(LocalDateTime.of(2026, 9, ++tests, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    // ── one place at a time ──

    @Test
    void movesByHandoverAndSaysWhereTheChildWasOnAnyDay() {
        UUID file = takenAway("行踪甲", "police");
        assertThat(where("caseworker", "行踪甲", "")).containsExactly("police");
        handedOver(file, "county-body", at("08:40"));
        assertThat(where("caseworker", "行踪甲", "")).containsExactly("county-body");
        assertThat(places(file)).containsExactly("police 09:00-09:00", "county-body 08:40-");

        LocalDateTime day = LocalDateTime.of(2026, 9, tests, 9, 0);
        clock.set(day.plusDays(1));
        told(anotherCase(file), "foster");
        clock.set(day.plusDays(3));
        assertThat(where("caseworker", "行踪甲", "")).containsExactly("foster");
        assertThat(where("caseworker", "行踪甲", day.toLocalDate().toString())).containsExactly("county-body");
        assertThat(where("caseworker", "行踪甲", day.plusDays(1).toLocalDate().toString()))
                .containsExactly("foster");
        assertThat(where("caseworker", "行踪甲", day.minusDays(1).toLocalDate().toString()))
                .isEmpty();
        assertThat(ledger("caseworker", "?on=" + day.plusDays(9).toLocalDate()).status())
                .isEqualTo(422);
        assertThat(ledger("caseworker", "?on=yesterday").status()).isEqualTo(400);
        assertThat(ledger("caseworker", "?place=nowhere").status()).isEqualTo(400);
    }

    @Test
    void putsWhatIsRecordedInTheWrongOrderWhereItBelongsAlsoFromTwoCases() {
        UUID first = takenAway("行踪乙", "police");
        UUID second = anotherCase(first);
        clock.advance(Duration.ofMinutes(5));
        told(second, "hospital");
        assertThat(journal(first)).contains("placement.ended");
        clock.advance(Duration.ofHours(5));
        handedOver(second, "relative", at("12:00"));
        handedOver(first, "county-body", at("08:40"));
        assertThat(places(first)).containsExactly("police 09:00-09:00", "county-body 08:40-09:05");
        assertThat(places(second)).containsExactly("hospital 09:05-12:00", "relative 12:00-");

        // Whoever sees the first case only is told neither of the other place nor of a gap.
        for (String who : List.of("station", "supervisor", "civil")) {
            assertThat(where(who, "行踪乙", "")).as(who).isEmpty();
            String told = Api.as(who).get("/api/v1/cases/" + first).text();
            assertThat(told).as(who).doesNotContain("09:05");
            assertThat(Api.as(who).get("/api/v1/cases/" + first + "/timeline").text())
                    .as(who)
                    .doesNotContain("上一处到此为止");
        }
        assertThat(where("caseworker", "行踪乙", "")).containsExactly("relative");
    }

    @Test
    void refusesTwoHandoversAtOneMomentAtTheFieldAndInTheDatabase() {
        UUID first = takenAway("行踪丙", "police");
        UUID second = anotherCase(first);
        told(second, "police");
        handedOver(first, "county-body", at("08:40"));
        Api.Answer refused = complete(second, "F03-handover", handover("hospital", at("08:40")));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/path").asString()).isEqualTo("handedAt");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("placement-two-at-once");
        assertThat(refused.text()).contains("同一时间只能在一个地方");
        handedOver(second, "hospital", at("08:50"));
        assertThat(places(first)).contains("county-body 08:40-08:50");

        // The application's own login, past the function that puts things in order.
        assertThatThrownBy(
                        () -> as("caseworker", () -> app.sql("""
                        insert into placement (id, case_id, person_id, place, since, record_id, division)
                        select gen_random_uuid(), case_id, person_id, 'foster', since, record_id, division
                        from placement where case_id = ? and until is null""").param(second).update()))
                .hasStackTraceContaining("placement_one_at_a_time");
    }

    // ── a gap is an alarm ──

    @Test
    void ringsForAGapForWhatIsNotVerifiedAndForAMissingChild() {
        List<Long> before = List.of(number("supervisor", "unplaced"), number("county", "unplaced"));
        UUID missing = takenAway("行踪丁", "missing");
        UUID unverified = takenAway("行踪戊", "unverified");
        UUID gone = takenAway("行踪己", "relative");
        takenAway("行踪庚", "foster");
        clock.advance(Duration.ofHours(2));
        everything
                .sql("update placement set until = since + interval '1 hour' where case_id = ?")
                .param(gone)
                .update();
        assertThat(alarms("caseworker")).contains("行踪丁 missing", "行踪己 gap").doesNotContain("行踪戊 unverified");
        assertThat(number("supervisor", "unplaced")).isEqualTo(before.get(0) + 2);

        clock.advance(Duration.ofHours(23));
        assertThat(alarms("station")).contains("行踪丁 missing", "行踪己 gap", "行踪戊 unverified");
        assertThat(alarms("station2")).isEmpty();
        assertThat(number("supervisor", "unplaced")).isEqualTo(before.get(0) + 3);
        assertThat(number("county", "unplaced")).isEqualTo(before.get(1) + 3);
        List<Boolean> calm = new ArrayList<>();
        all("caseworker").forEach(row -> calm.add(!row.hasNonNull("alarm")));
        assertThat(calm).isSorted().contains(true);

        Page board = Browser.as("supervisor", Browser.DESK);
        board.navigate(Browser.at("/board"));
        Browser.shotBoth(board, "board-places");
        board.locator("a[href='/board/lists/unplaced']").click();
        assertThat(board.locator("main").innerText())
                .contains("行踪丁", "走失", "行踪戊", "超时未核实", "行踪己", "离开后去向没有记录")
                .doesNotContain("行踪庚");
        Browser.shotBoth(board, "board-list-unplaced");
        Page ledger = Browser.as("caseworker", Browser.PHONE);
        ledger.navigate(Browser.at("/placements"));
        assertThat(ledger.locator("main").innerText()).contains("行踪庚", "寄养家庭", "走失", "本县默认");
        Browser.shotBoth(ledger, "placements");
        ledger.navigate(Browser.at("/placements?on=2020-01-01"));
        assertThat(ledger.locator("main").innerText()).contains("这一天没有这样的孩子");
        Browser.shotBoth(ledger, "placements-empty");
        board.context().close();
        ledger.context().close();

        Api.Answer tooEarly = complete(missing, "F03-handover", handover("home", at("09:30", 1)));
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.text()).contains("toPlace", "return-without-conference", "要先会商");
        handedOver(missing, "other-guardian", at("09:30", 1));
        handedOver(unverified, "boarding", at("09:30", 1));
        handedOver(gone, "institution", at("09:30", 1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(alarms("caseworker")).doesNotContain("行踪丁 missing", "行踪戊 unverified", "行踪己 gap");
        assertThat(where("caseworker", "行踪丁", "")).containsExactly("other-guardian");
        assertThat(where("caseworker", "行踪己", "")).containsExactly("institution");
        assertThat(number("county", "unplaced")).isEqualTo(before.get(1));
    }

    // ── who sees whom ──

    @Test
    void showsEachPostItsOwnAndARestrictedCaseToThoseWhoWorkOnIt() {
        UUID open = takenAway("行踪辛", "foster");
        UUID restricted = Reported.caseOf(Reported.restricted("行踪壬秘"));
        told(restricted, "relative");
        for (String who : List.of("caseworker", "county", "station", "supervisor", "civil")) {
            assertThat(where(who, "行踪辛", "")).as(who).containsExactly("foster");
        }
        for (String who : List.of("station2", "supervisor2")) {
            assertThat(where(who, "行踪辛", "")).as(who).isEmpty();
        }
        assertThat(row("caseworker", "行踪辛").path("caseId").asString()).isEqualTo(open.toString());
        assertThat(row("civil", "行踪辛").hasNonNull("caseId"))
                .as("places children, but does not work on this case")
                .isFalse();
        assertThat(Api.as("civil").get("/api/v1/cases/" + open).status()).isEqualTo(404);

        assertThat(where("caseworker", "行踪壬秘", "")).containsExactly("relative");
        for (String who : List.of("station", "supervisor", "civil", "station2", "supervisor2")) {
            assertThat(ledger(who, "?state=all&limit=100").text())
                    .as(who)
                    .doesNotContain("行踪壬秘", restricted.toString());
        }
        everything
                .sql("update case_file set state = 'closed', closed_at = now() where id = ?")
                .param(open)
                .update();
        clock.reset();
        assertThat(ledger("caseworker", "?state=closed&limit=100").text()).contains("行踪辛");
        assertThat(ledger("caseworker", "?limit=100").text()).doesNotContain("行踪辛");
        for (String sealed : List.of("sealed", "archived")) {
            everything
                    .sql("update case_file set sealed_class = ? where id = ?")
                    .params(sealed, open)
                    .update();
            for (String who : List.of("caseworker", "county", "civil")) {
                assertThat(ledger(who, "?state=all&limit=100").text())
                        .as(who + " " + sealed)
                        .doesNotContain("行踪辛");
            }
        }
        everything
                .sql("update case_file set state = 'open', closed_at = null, sealed_class = 'open' where id = ?")
                .param(open)
                .update();
    }

    @Test
    void writesThatItWasReadAndGoesOnPageByPage() {
        takenAway("行踪癸", "foster");
        takenAway("行踪子", "hospital");
        long read = count("select count(*) from journal_entry where act = 'placement.list'");
        List<String> children = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = ledger("caseworker", "?limit=1" + after).json();
            page.path("items").forEach(item -> children.add(item.path("caseNo").asString()));
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
            pages++;
        } while (!after.isEmpty());
        assertThat(children).hasSize(pages).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(count("select count(*) from journal_entry where act = 'placement.list'"))
                .isEqualTo(read + pages);
        assertThat(everything
                        .sql(
                                "select details->>'rows' from journal_entry where act = 'placement.list' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("1");
        assertThat(ledger("caseworker", "?limit=101").status()).isEqualTo(400);
        assertThat(ledger("caseworker", "?after=x").status()).isEqualTo(400);
    }

    // ── what they do ──

    private UUID takenAway(String child, String place) {
        UUID file = Reported.caseOf(Reported.danger(child));
        told(file, place);
        return file;
    }

    /** The emergency record: where the child is as it is written. */
    private void told(UUID file, String place) {
        done(file, "F02-emergency", Map.of("called", "no", "notCalled", "孩子已经安全。", "removed", "yes", "place", place));
    }

    /** A restricted report about the same child: it never joins the open case. */
    private UUID anotherCase(UUID first) {
        UUID child = everything
                .sql("select main_person from case_file where id = ?")
                .param(first)
                .query(UUID.class)
                .single();
        Map<String, Object> report = new HashMap<>(Map.of(
                "danger", "no",
                "situations", List.of("01"),
                "told", "no",
                "division", Reported.VILLAGE,
                "childKnown", "yes",
                "child", child,
                "contactPhone", "13900000000",
                "insider", "no"));
        Api.Answer answer = Api.as("director")
                .post(
                        "/api/v1/reports",
                        report,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        UUID second = Reported.caseOf(answer.json());
        assertThat(second).isNotEqualTo(first);
        return second;
    }

    private void handedOver(UUID file, String place, String at) {
        done(file, "F03-handover", handover(place, at));
    }

    private static Map<String, Object> handover(String place, String at) {
        return Map.of(
                "ground",
                "police",
                "groundPaper",
                "示例公安 1 号",
                "fromOrgan",
                "police",
                "fromOfficer",
                "警号 000001",
                "toPlace",
                place,
                "toAddress",
                "青石路 9 号",
                "handedAt",
                at,
                "condition",
                "身上没有伤。",
                "rightsTold",
                "yes");
    }

    private void done(UUID file, String form, Map<String, ?> answers) {
        Api.Answer answer = complete(file, form, answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Api.Answer complete(UUID file, String form, Map<String, ?> answers) {
        String task = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> everything
                                .sql("select id from inbox_task where subject_id = ? and form = ? and state = 'open'")
                                .params(file, form)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
        Api.as("caseworker").post("/api/v1/tasks/" + task + "/claim", "");
        return Api.as("caseworker").post("/api/v1/tasks/" + task + "/complete", answers);
    }

    private static String at(String time) {
        return at(time, 0);
    }

    private static String at(String time, int later) {
        return "2026-09-%02dT%s:00+08:00".formatted(tests + later, time);
    }

    // ── what is found ──

    private static Api.Answer ledger(String who, String asked) {
        return Api.as(who).get("/api/v1/placements" + asked);
    }

    private static List<JsonNode> all(String who) {
        return all(who, "");
    }

    private static List<JsonNode> all(String who, String day) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            Api.Answer answer = ledger(who, "?limit=100&on=" + day + after);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).doesNotContain("青石路");
            answer.json().path("items").forEach(rows::add);
            after = answer.json().hasNonNull("next")
                    ? "&after=" + answer.json().path("next").asString()
                    : "";
        } while (!after.isEmpty());
        return rows;
    }

    private static List<String> where(String who, String child, String day) {
        return all(who, day).stream()
                .filter(row -> row.path("child").asString().equals(child))
                .map(row -> row.path("place").asString())
                .toList();
    }

    private static JsonNode row(String who, String child) {
        return all(who).stream()
                .filter(row -> row.path("child").asString().equals(child))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> alarms(String who) {
        return all(who).stream()
                .filter(row -> row.hasNonNull("alarm"))
                .map(row ->
                        row.path("child").asString() + " " + row.path("alarm").asString())
                .toList();
    }

    private static long number(String who, String key) {
        for (JsonNode action :
                Api.as(who).get("/api/v1/supervision/board").json().at("/numbers/actions")) {
            if (action.path("key").asString().equals(key)) {
                return action.path("count").asLong();
            }
        }
        throw new AssertionError(key);
    }

    /** The places of one case with the times of day they lasted, as they were written down. */
    private List<String> places(UUID file) {
        return everything.sql("""
                        select place || ' ' || to_char(since at time zone 'Asia/Shanghai', 'HH24:MI') || '-'
                               || coalesce(to_char(until at time zone 'Asia/Shanghai', 'HH24:MI'), '')
                        from placement where case_id = ? order by id""").param(file).query(String.class).list();
    }

    private List<String> journal(UUID file) {
        return everything
                .sql("select act from journal_entry where subject_id = ?")
                .param(file)
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return everything.sql(sql).query(Long.class).single();
    }

    private void as(String username, Runnable work) {
        Jwt token = Jwt.withTokenValue("test")
                .header("alg", "none")
                .subject(username)
                .build();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new JwtAuthenticationToken(token, List.of(), username)));
        try {
            transaction.executeWithoutResult(status -> work.run());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
