package org.shouwang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A unit with the duty to report seems to have known earlier: thanked where it reported, decided by a person, seen by the
 * county's office and by the authority it is passed to, and by nobody else.
 */
@ShouwangTest
class LateReportIT {

    private static final List<String> OTHERS = List.of(
            "director", "grid", "supervisor", "station", "school", "procurator", "committee", "statistics", "admin");

    private final JdbcClient everything = TestParts.everything();

    private static JsonNode report(String who, String kind, long daysAgo) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "danger", "no",
                "worries", List.of("21"),
                "division", Reported.VILLAGE,
                "childKnown", "no",
                "childName", "晚报童",
                "contactPhone", "0772-0000116",
                "insider", "no",
                "reporterKind", kind,
                "foundAt", OffsetDateTime.now(ZoneOffset.UTC).minusDays(daysAgo).toString()));
        Api.Answer answer = Api.as(who)
                .post(
                        "/api/v1/reports",
                        answers,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Optional<UUID> of(JsonNode report) {
        return everything
                .sql("select id from late_report where report_id = cast(? as uuid)")
                .param(report.path("id").asString())
                .query(UUID.class)
                .optional();
    }

    @Test
    void isThankedFirstAndThenDecidedByAPerson() {
        JsonNode report = report("school", "school", 3);
        UUID late = of(report).orElseThrow();
        String receipt = Visitor.of("school")
                .get("/report/receipt/" + report.path("id").asString())
                .text();
        assertThat(receipt).contains("谢谢你报告").doesNotContain("待核实");
        String read = Api.as("county").get("/api/v1/late-reports/" + late).text();
        assertThat(read).contains("\"unitKind\":\"school\"").doesNotContain("0000116", "晚报童", "唐青禾");
        for (String other : OTHERS) {
            assertThat(Api.as(other).get("/api/v1/late-reports/" + late).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(Visitor.of(other).get("/late-reports").status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(Api.as(other).get("/api/v1/tasks?limit=100&box=team").text())
                    .as(other)
                    .doesNotContain(late.toString(), "核实未及时报告");
        }
        // Not passed to them, so not theirs.
        for (String authority : List.of("education", "police", "civil")) {
            assertThat(Api.as(authority).get("/api/v1/late-reports/" + late).status())
                    .as(authority)
                    .isEqualTo(404);
            assertThat(Api.as(authority).get("/api/v1/late-reports").json().path("items"))
                    .as(authority)
                    .noneMatch(item -> item.path("id").asString().equals(late.toString()));
        }
        assertThat(Api.as("supervisor")
                        .get("/api/v1/reports/" + report.path("id").asString())
                        .text())
                .doesNotContain("reporterKind", "\"school\"");
        String task = task(late);
        try (Page page = Browser.as("county", Browser.PHONE)) {
            page.navigate(Browser.at("/tasks/" + task));
            assertThat(page.locator("main").innerText()).contains("学校、幼儿园", "教育行政部门", "已经在报告人自己的页面上感谢了");
            Browser.shotBoth(page, "late-report-decide");
            page.navigate(Browser.at("/late-reports"));
            Browser.shotBoth(page, "late-reports");
            page.navigate(Browser.at("/late-reports/add"));
            Browser.shotBoth(page, "late-report-add");
        }
        assertThat(completes("caseworker", task, Map.of("decision", "not", "reason", "放假。")))
                .isIn(403, 404);
        assertThat(completes("county", task, Map.of("decision", "not", "reason", "周末值班的人不知道找谁。")))
                .isEqualTo(200);
        assertThat(Api.as("county")
                        .get("/api/v1/late-reports/" + late)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("not");
    }

    @Test
    void asksOnlyOfWhoMustReportAndOnlyWhenItTookLong() {
        assertThat(of(report("school", "school", 0))).isEmpty();
        assertThat(of(report("school", "citizen", 5))).isEmpty();
        Map<String, Object> unlisted = Map.of("reporterKind", "astronaut");
        Api.Answer wrong = Api.as("school")
                .post(
                        "/api/v1/reports",
                        unlisted,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(wrong.json().path("errors").findValuesAsString("path")).contains("reporterKind");
    }

    @Test
    void isPassedToTheAuthorityAboveTheUnit() {
        UUID file = Reported.caseOf(Reported.danger("一直没人报"));
        String number = everything
                .sql("select number from case_file where id = ?")
                .param(file)
                .query(String.class)
                .single();
        Map<String, Object> seen = new HashMap<>(Map.of(
                "number", number,
                "unitKind", "citizen",
                "unitName", "虚构第二小学",
                "knownAt", "2026-01-05T09:00:00+08:00",
                "reported", "no",
                "why", "校医室的登记里早就有伤情。"));
        assertThat(record("county", seen).text()).contains("没有报告义务");
        seen.put("unitKind", "school");
        assertThat(record("supervisor", seen).status()).isEqualTo(403);
        Api.Answer made = record("county", seen);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(record("county", seen).status()).isEqualTo(409);
        seen.put("number", "没有这个编号");
        assertThat(record("county", seen).json().path("errors").findValuesAsString("path"))
                .containsExactly("number");
        UUID late = UUID.fromString(made.json().path("id").asString());
        assertThat(Api.as("caseworker")
                        .get("/api/v1/cases/" + file + "/journal?limit=100")
                        .text())
                .doesNotContain("late-report", "未及时报告");
        assertThat(Api.as("supervisor")
                        .get("/api/v1/cases/" + file + "/records")
                        .text())
                .doesNotContain("虚构第二小学", "L01-late-report");
        assertThat(completes(
                        "county",
                        task(late),
                        Map.of(
                                "decision",
                                "passed",
                                "organ",
                                "education",
                                "told",
                                "请核实虚构第二小学一月五日就知道却没有报告。",
                                "reason",
                                "属于教育部门管理。")))
                .isEqualTo(200);
        JsonNode theirs = Api.as("education").get("/api/v1/late-reports").json().path("items");
        assertThat(theirs).anyMatch(item -> item.path("id").asString().equals(late.toString()));
        String task = task(late);
        String shown = Visitor.of("education").get("/tasks/" + task).text();
        assertThat(shown).contains("请核实虚构第二小学").doesNotContain("一直没人报", "校医室");
        assertThat(Visitor.of("education").get("/cases/" + file).status()).isIn(403, 404);
        assertThat(completes("health", task, Map.of("answeredOn", "2026-01-06", "done", "已约谈。")))
                .isIn(403, 404, 409);
        assertThat(completes("education", task, Map.of("answeredOn", "2026-01-06", "done", "已约谈学校，限期整改。")))
                .isEqualTo(200);
        assertThat(Api.as("county")
                        .get("/api/v1/late-reports/" + late)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("answered");
    }

    /** An authority without a login answers by letter or telephone; the county writes down what it did. */
    @Test
    void isWrittenDownForAnAuthorityWithoutALogin() {
        UUID file = Reported.caseOf(Reported.danger("工厂里有童工"));
        String number = everything
                .sql("select number from case_file where id = ?")
                .param(file)
                .query(String.class)
                .single();
        Api.Answer made = record(
                "county",
                Map.of(
                        "number", number,
                        "unitKind", "hotel",
                        "unitName", "虚构旅馆",
                        "knownAt", "2026-01-05T09:00:00+08:00",
                        "reported", "no",
                        "why", "登记里早就有。"));
        UUID late = UUID.fromString(made.json().path("id").asString());
        assertThat(completes(
                        "county",
                        task(late),
                        Map.of(
                                "decision", "passed",
                                "organ", "court",
                                "told", "请核实虚构旅馆一月五日就知道却没有报告。",
                                "reason", "没有账号的机关。")))
                .isEqualTo(200);
        Map<String, Object> answer = Map.of("answeredOn", "2026-01-06", "done", "电话答复：已经核实。");
        String task = task(late);
        assertThat(completes("education", task, answer)).isIn(403, 404, 409);
        assertThat(completes("caseworker", task, answer)).isEqualTo(200);
        assertThat(Api.as("county")
                        .get("/api/v1/late-reports/" + late)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("answered");
    }

    private static Api.Answer record(String who, Map<String, Object> seen) {
        return Api.as(who)
                .post(
                        "/api/v1/late-reports",
                        seen,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private String task(UUID late) {
        return everything
                .sql("select id from inbox_task where subject_id = ? and state = 'open'")
                .param(late)
                .query(String.class)
                .single();
    }

    private static int completes(String who, String task, Map<String, Object> answers) {
        Api api = Api.as(who);
        api.post("/api/v1/tasks/" + task + "/claim", "");
        return api.post("/api/v1/tasks/" + task + "/complete", answers).status();
    }
}
