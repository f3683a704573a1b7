package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Supervision of handling (督办): a supervisor asks, whoever handles the case answers, and all of it stays on the case. */
@ShouwangTest
class SupervisionRequestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUESTION = "三周没有走访记录，请说明。";
    private static final String ANSWER = "孩子去了外婆家，电话联系过两次。";

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();
    private final Colleague station = new Colleague("station");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague county = new Colleague("county");

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInFebruary() {
        clock.set(LocalDateTime.of(2026, 2, 2, 9, 0));
    }

    @AfterEach
    void goHome() {
        clock.reset();
        cast.close();
    }

    /** A case of 中渡镇, not assessed yet. */
    private String township(String child) {
        new Colleague("director").reports(Map.of("worries", List.of("23"), "childName", child));
        supervisor.does(
                "triage", child, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        return ClosedCase.idOf(child);
    }

    private static Map<String, Object> question(String to) {
        return Map.of("ground", "stuck", "to", to, "question", QUESTION);
    }

    private static Api.Answer ask(String who, String file, Map<String, ?> said, String key) {
        return Api.as(who).post("/api/v1/cases/" + file + "/supervision-requests", said, "Idempotency-Key", key);
    }

    private static String asked(String who, String file, String to) {
        Api.Answer made = ask(who, file, question(to), UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static Api.Answer withdraw(String who, String file, String request) {
        return Api.as(who).post("/api/v1/cases/" + file + "/supervision-requests/" + request + "/withdraw", "");
    }

    private static Map<String, Object> answer(String changed) {
        Map<String, Object> said = new HashMap<>(Map.of("answer", ANSWER, "changed", changed));
        if (changed.equals("yes")) {
            said.put("change", "改为每周走访，由未保站去。");
        }
        return said;
    }

    private static List<String> mine(String who, String list) {
        return Api.as(who)
                .get("/api/v1/supervision-requests?limit=100&list=" + list)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private List<String> acts(String file, String which) {
        return everything
                .sql("select act from journal_entry where subject_id = cast(? as uuid) and act like ? order by id")
                .params(file, which)
                .query(String.class)
                .list();
    }

    private String task(String file, String key) {
        return everything
                .sql("select id from inbox_task where subject_id = cast(? as uuid) and task_key = ? and state = 'open'")
                .params(file, key)
                .query(String.class)
                .single();
    }

    private int told(String username, String code, String file) {
        return everything
                .sql("""
                        select count(*) from notice join officer on officer.id = notice.officer_id
                        where username = ? and code = ? and subject_id = cast(? as uuid)""")
                .params(username, code, file)
                .query(Integer.class)
                .single();
    }

    @Test
    void isAnsweredAskedAgainAndAcceptedAndAllOfItStaysOnTheCase() {
        String file = township("督办童一");
        assertThat(ask("county", file, Map.of(), UUID.randomUUID().toString()).text())
                .contains("ground", "to", "question");
        assertThat(ask(
                                "county",
                                file,
                                question("responsible"),
                                UUID.randomUUID().toString())
                        .text())
                .contains("supervision-nobody-responsible");
        ClosedCase.assess(station, "督办童一", "想上学。");

        String key = UUID.randomUUID().toString();
        String id = ask("county", file, question("responsible"), key)
                .json()
                .path("id")
                .asString();
        assertThat(ask("county", file, question("responsible"), key)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(ask("county", file, question("unit"), key).status()).isEqualTo(409);
        assertThat(told("station", "supervision-asked", file)).isOne();
        assertThat(mine("county", "open")).contains(id);
        assertThat(mine("supervisor", "open")).doesNotContain(id);

        String task = task(file, "answer-township");
        JsonNode beside = Api.as("station").get("/api/v1/tasks/" + task).json();
        assertThat(beside.path("task").path("assignee").isNull()).isFalse();
        Visitor page = Visitor.of("station");
        assertThat(page.get("/tasks/" + task).text()).contains(QUESTION, "长时间没有进展", "本县默认");
        assertThat(Api.as("county")
                        .post("/api/v1/tasks/" + task + "/complete", answer("no"))
                        .status())
                .isIn(403, 409);

        assertThat(station.doesInVain("answer-township", "督办童一", Map.of("answer", ANSWER, "changed", "yes")))
                .contains("change");
        station.does("answer-township", "督办童一", answer("no"));
        assertThat(told("county", "supervision-answered", file)).isOne();
        assertThat(mine("county", "answered")).contains(id);
        assertThat(Visitor.of("county").get("/tasks/" + task(file, "check")).text())
                .contains(QUESTION, ANSWER);
        assertThat(county.doesInVain("check", "督办童一", Map.of("verdict", "again")))
                .contains("reason");
        county.does("check", "督办童一", Map.of("verdict", "again", "reason", "以后怎么保证走访？"));

        String second = task(file, "answer-township");
        assertThat(Visitor.of("station").get("/tasks/" + second).text()).contains("以后怎么保证走访？");
        station.does("answer-township", "督办童一", answer("yes"));
        county.does("check", "督办童一", Map.of("verdict", "accept"));

        JsonNode request = Api.as("county")
                .get("/api/v1/cases/" + file + "/supervision-requests")
                .json()
                .path("items")
                .get(0);
        assertThat(request.path("state").asString()).isEqualTo("accepted");
        assertThat(request.path("rounds").asInt()).isEqualTo(2);
        assertThat(request.path("changed").asBoolean()).isTrue();
        assertThat(mine("county", "over")).contains(id);
        assertThat(acts(file, "supervision.%"))
                .containsExactly(
                        "supervision.asked",
                        "supervision.answered",
                        "supervision.asked-again",
                        "supervision.answered",
                        "supervision.accepted");
        assertThat(Visitor.of("station").get("/cases/" + file + "/timeline").text())
                .contains("提出督办", "答复督办", "核对督办的答复");
        assertThat(Visitor.of("station").get("/cases/" + file + "/services").text())
                .contains("督办：长时间没有进展", "办法有改");
        // To ask and to check is no part in the case: what people told stays with those who work on it.
        assertThat(everything
                        .sql("select count(*) from participation join officer on officer.id = officer_id"
                                + " where subject_id = cast(? as uuid) and username = 'county'")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(withdraw("county", file, id).status()).isEqualTo(409);
    }

    @Test
    void goesToTheUnitWhoseTurnItIsAndNeverToWhoAsks() {
        String file = township("督办童二");
        String id = asked("supervisor", file, "unit");
        String task = task(file, "answer-township");
        assertThat(Api.as("supervisor")
                        .post("/api/v1/tasks/" + task + "/claim", "")
                        .status())
                .isEqualTo(403);
        assertThat(supervisor.sees("answer-township", "督办童二")).isFalse();
        assertThat(station.sees("answer-township", "督办童二")).isTrue();

        everything
                .sql("update case_file set responsible = (select id from officer where username = 'supervisor')"
                        + " where id = cast(? as uuid)")
                .param(file)
                .update();
        assertThat(ask(
                                "supervisor",
                                file,
                                question("responsible"),
                                UUID.randomUUID().toString())
                        .text())
                .contains("supervision-self");

        assertThat(withdraw("county", file, id).text()).contains("forbidden");
        assertThat(withdraw("county", file, id).status()).isEqualTo(403);
        assertThat(withdraw("supervisor2", file, id).status()).isEqualTo(404);
        String other = asked("county", file, "unit");
        assertThat(withdraw("supervisor", file, id).status()).isEqualTo(204);
        assertThat(withdraw("supervisor", file, id).status()).isEqualTo(409);
        // The other question on the same case goes on.
        assertThat(mine("county", "open")).contains(other);
        assertThat(mine("supervisor", "over")).contains(id);
        assertThat(everything
                        .sql("select state from inbox_task where id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .isEqualTo("cancelled");
        assertThat(acts(file, "supervision.%"))
                .containsExactly("supervision.asked", "supervision.asked", "supervision.withdrawn");
    }

    @Test
    void isForTheSupervisorsOfThePlace() {
        String file = township("督办童三");
        Map<String, Object> said = question("unit");
        for (String door : List.of("/supervision-requests", "/suggestions")) {
            String path = "/api/v1/cases/" + file + door;
            assertThat(Api.as("supervisor2")
                            .post(
                                    path,
                                    said,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .status())
                    .isIn(403, 404);
        }
        assertThat(ask("supervisor2", file, said, UUID.randomUUID().toString()).status())
                .isEqualTo(404);
        assertThat(Visitor.of("supervisor2")
                        .get("/cases/" + file + "/supervision")
                        .status())
                .isEqualTo(404);
        String danger = Reported.danger("督办童四").path("caseId").asString();
        for (String who : List.of("director", "station", "caseworker", "police", "civil", "auditor", "admin")) {
            assertThat(ask(who, danger, said, UUID.randomUUID().toString()).status())
                    .as(who)
                    .isEqualTo(403);
            assertThat(Visitor.of(who).get("/cases/" + danger + "/supervision").status())
                    .as(who)
                    .isEqualTo(403);
        }
        for (String who : List.of("director", "supervisor", "station", "police", "auditor", "admin")) {
            assertThat(Api.as(who)
                            .get("/api/v1/cases/" + danger + "/suggestions")
                            .status())
                    .as(who)
                    .isEqualTo(403);
        }

        UUID restricted = Reported.caseOf(Reported.restricted("督办童五"));
        assertThat(ask(
                                "supervisor",
                                restricted.toString(),
                                said,
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        asked("county", restricted.toString(), "unit");
        String task = task(restricted.toString(), "answer-county");
        assertThat(Api.as("station").get("/api/v1/tasks/" + task).status()).isEqualTo(404);
        assertThat(Api.as("caseworker").get("/api/v1/tasks/" + task).status()).isEqualTo(200);
        caseworker.does("answer-county", "督办童五", answer("no"));
        assertThat(task(restricted.toString(), "check")).isNotEmpty();
    }

    @Test
    void escalatesWhenItIsLate() {
        String file = township("督办童六");
        String id = asked("supervisor", file, "unit");
        assertThat(mine("supervisor", "late")).doesNotContain(id);
        clock.advance(Duration.ofDays(8));
        await().atMost(PATIENCE).until(() -> told("county", "clock-escalated", file) > 0);
        assertThat(told("station", "clock-late", file)).isPositive();
        assertThat(mine("supervisor", "late")).contains(id);
        assertThat(everything
                        .sql("select kind || ' ' || coalesce(ladder, '') from clock"
                                + " where subject_id = cast(? as uuid) and key = 'P-supervision'")
                        .param(file)
                        .query(String.class)
                        .single())
                .isEqualTo("default township");
        station.does("answer-township", "督办童六", answer("no"));
        assertThat(mine("supervisor", "late")).doesNotContain(id);
    }

    private static Map<String, Object> suggestion(String unit) {
        return Map.of(
                "kind", "procuratorial",
                "organ", "procurator",
                "documentNo", "鹿检建〔2026〕3 号",
                "issue", "学校没有按规定报告欺凌。",
                "way", "received",
                "unit", unit,
                "receivedOn", "2026-01-30");
    }

    private static Api.Answer suggest(String file, Map<String, ?> said) {
        return Api.as("caseworker")
                .post(
                        "/api/v1/cases/" + file + "/suggestions",
                        said,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private JsonNode clockOf(String file, String key) {
        for (JsonNode each :
                Api.as("county").get("/api/v1/cases/" + file + "/clocks").json().path("items")) {
            if (each.path("key").asString().equals(key)) {
                return each;
            }
        }
        throw new AssertionError("no clock " + key);
    }

    @Test
    void remindsToAskWhetherAnOutsideUnitHasRepliedToASuggestion() {
        String file = Reported.danger("建议童一").path("caseId").asString();
        assertThat(suggest(file, Map.of()).text()).contains("documentNo", "issue", "unit", "receivedOn");
        Api.Answer made = suggest(file, suggestion("school"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        // A month from the day the unit had it: February has no 30th.
        JsonNode month = clockOf(file, "C40");
        assertThat(month.path("due").asString()).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(month.path("kind").asString()).isEqualToIgnoringCase("statutory");
        assertThat(month.path("basis").asString()).isEqualTo("未成年人保护法 第一百一十四条");
        assertThat(Visitor.of("caseworker")
                        .get("/cases/" + file + "/suggestions")
                        .text())
                .contains("鹿检建〔2026〕3 号", "未成年人保护法 第一百一十四条", "2026-02-28");

        clock.advance(Duration.ofDays(28));
        await().atMost(PATIENCE)
                .until(() -> told("caseworker", "clock-external", file) + told("county", "clock-external", file) > 0);
        assertThat(everything
                        .sql("select step from clock where subject_id = cast(? as uuid) and key = 'C40'")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();

        Map<String, Object> reply = new HashMap<>(Map.of("repliedOn", "2026-01-29", "change", "开展排查，指定专人报告。"));
        assertThat(caseworker.doesInVain("reply-outside", "建议童一", reply)).contains("suggestion-reply-early");
        reply.putAll(Map.of("repliedOn", "2026-02-27", "replyNo", "青禾字 1 号"));
        caseworker.does("reply-outside", "建议童一", reply);
        JsonNode kept = Api.as("county")
                .get("/api/v1/cases/" + file + "/suggestions")
                .json()
                .path("items")
                .get(0);
        assertThat(kept.path("repliedOn").asString()).isEqualTo("2026-02-27");
        assertThat(acts(file, "suggestion.%")).containsExactly("suggestion.recorded", "suggestion.replied");
        assertThat(Visitor.of("caseworker").get("/cases/" + file + "/services").text())
                .contains("检察机关提出检察建议", "书面回复建议");
    }

    @Test
    void isOurOwnTaskWhereTheSuggestionIsMadeToUs() {
        String file = Reported.danger("建议童二").path("caseId").asString();
        assertThat(suggest(file, suggestion("township")).status()).isEqualTo(201);
        assertThat(suggest(file, suggestion("county-body")).status()).isEqualTo(201);
        assertThat(clockOf(file, "C40-township").path("external").asBoolean()).isFalse();
        assertThat(clockOf(file, "C40-county").path("external").asBoolean()).isFalse();
        assertThat(station.sees("reply-township", "建议童二")).isTrue();
        assertThat(station.sees("reply-county", "建议童二")).isFalse();
        station.does("reply-township", "建议童二", Map.of("repliedOn", "2026-02-02", "change", "补上了走访。"));
        caseworker.does("reply-county", "建议童二", Map.of("repliedOn", "2026-02-02", "change", "补上了走访。"));
    }

    @Test
    void isOneClickFromTheCaseAndAnsweredOnAPhone() {
        String file = township("督办童七");
        ClosedCase.assess(station, "督办童七", "想上学。");
        Someone head = cast.atDesk("county");
        head.open("/cases/" + file);
        head.press("督办").page().waitForURL("**/supervision");
        head.choose("ground", "thin").write("question", QUESTION);
        head.page().click("[data-submit]");
        assertThat(head.text()).contains("请谁答复");
        assertThat(head.page().inputValue("[data-form] [name=question]")).isEqualTo(QUESTION);
        head.shot("supervision-errors");
        head.choose("to", "responsible");
        head.page().click("[data-submit]");
        assertThat(head.text()).contains("已提出，答复了会通知你。", "等答复", "中渡镇");
        head.shotBoth("supervision");

        Someone phone = cast.onPhone("station");
        phone.open("/notices");
        assertThat(phone.text()).contains("有一项督办等你答复。").doesNotContain(QUESTION);
        phone.awaits("答复督办", "督办童七").row("答复督办", "督办童七").locator(".act a").click();
        phone.page().waitForURL("**/tasks/*");
        assertThat(phone.text()).contains(QUESTION);
        phone.shot("supervision-answer");
        phone.write("answer", ANSWER).choose("changed", "no").send();

        head.take("核对答复", "督办童七");
        assertThat(head.text()).contains(QUESTION, ANSWER);
        head.shot("supervision-check");
        head.choose("verdict", "accept").send();
        head.open("/supervision-requests?list=over");
        assertThat(head.text()).contains("督办童七", "已核对");
        head.shotBoth("supervision-requests");
        head.open("/cases/" + file + "/process");
        assertThat(head.text()).contains("督办");
        head.shot("supervision-process");
        head.open("/board");
        assertThat(head.text()).contains("我提出的督办");
        head.shotBoth("board-supervision");
    }
}
