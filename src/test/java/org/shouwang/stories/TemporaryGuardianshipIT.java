package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A child taken out of danger: handed over, under temporary guardianship, reviewed, and home again. What outlives a step
 * is a process of its own with its own clocks, and a graver grade brings the next visit forward.
 */
@ShouwangTest
class TemporaryGuardianshipIT {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 17);

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayMorning() {
        clock.set(DAY.atTime(9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isWatchedUntilTheChildIsHome() {
        String file = takenFromDanger();
        assertThat(clocks(file)).hasEntrySatisfying("C19", police -> {
            assertThat(police.path("external").asBoolean()).isTrue();
            assertThat(police.path("due").asString()).startsWith("2026-08-24T16:00");
        });
        confer(file, "temporary");
        done("caseworker", file, "guardianship-assessment", Answers.guardianshipReport());
        done(
                "civil",
                file,
                "guardianship-decision",
                Map.of("ground", "1", "startDate", "2026-08-18", "placement", "foster", "carerKind", "relative"));
        assertThat(clocks(file))
                .hasEntrySatisfying(
                        "C21", year -> assertThat(year.path("due").asString()).startsWith("2027-08-18T16:00"));
        done("police", file, "written-status", Map.of("receivedOn", "2026-08-17"));
        assertThat(clocks(file)).doesNotContainKey("C19");

        clock.set(LocalDateTime.of(2026, 11, 19, 9, 0));
        plan(file);
        assertThat(as("caseworker")
                        .post("/api/v1/cases/" + file + "/review", Map.of("reason", "可以送回了。"))
                        .status())
                .isEqualTo(200);
        done("caseworker", file, "review-county", Map.of("progress", "父亲戒了酒。", "outcome", "conference"));
        conference(file, "return", "2026-11-19T08:30:00+08:00");
        done(
                "civil",
                file,
                "review",
                Map.of(
                        "childNow", "在寄养家庭适应得好。",
                        "guardianshipOutcome", "end",
                        "endedOn", "2026-11-18",
                        "endReason", "returned",
                        "place", "home"));
        assertThat(clocks(file)).doesNotContainKey("C21");
        assertThat(where(file, "on=2026-08-16")).isEmpty();
        assertThat(where(file, "on=2026-08-17")).isEqualTo("county-body 2026-08-17T00:40:00Z");
        assertThat(where(file, "on=2026-08-18")).isEqualTo("foster 2026-08-17T16:00:00Z");
        assertThat(where(file, "on=2026-11-17")).isEqualTo("foster 2026-08-17T16:00:00Z");
        assertThat(where(file, "on=2026-11-18")).isEmpty();
        assertThat(where(file, "place=home")).isEqualTo("home 2026-11-17T16:00:00Z");
    }

    @Test
    void isVisitedSoonerOnceTheGradeIsGraver() {
        String file = accepted("阿岭");
        assess(file, "2", "no");
        plan(file);
        clock.advance(Duration.ofDays(2));
        assertThat(as("caseworker")
                        .post("/api/v1/cases/" + file + "/review", Map.of("reason", "情况变了。"))
                        .status())
                .isEqualTo(200);
        done("caseworker", file, "review-county", Map.of("progress", "父亲又喝酒了。", "outcome", "reassess"));
        assess(file, "1", "no");
        clock.set(DAY.plusDays(8).atTime(0, 1));
        done("caseworker", file, "visit-county", Map.of("outcome", "seen", "alone", "yes", "danger", "yes"));
        task("caseworker", file, "emergency");
        assertThat(as("caseworker")
                        .get("/api/v1/cases/" + file + "/journal?limit=100")
                        .text())
                .contains("出现新的伤害或危险，转应急处置");
    }

    private static String takenFromDanger() {
        Map<String, Object> report = report("阿石");
        report.put("danger", "yes");
        report.put("policeCalled", "no");
        report.put("narrative", "邻居听见打骂声。");
        Api.Answer answer = as("director").post("/api/v1/reports", report, "Idempotency-Key", key());
        String file = answer.json().path("caseId").asString("");
        assertThat(file).as(answer.text()).isNotEmpty();
        done(
                "caseworker",
                file,
                "emergency",
                Map.of("called", "yes", "calls", List.of(Map.of("whom", "110")), "removed", "yes", "place", "police"));
        done(
                "caseworker",
                file,
                "handover",
                Map.of(
                        "ground",
                        "police",
                        "groundPaper",
                        "示例公安 1 号",
                        "fromOrgan",
                        "police",
                        "fromOfficer",
                        "警号 000001",
                        "toPlace",
                        "county-body",
                        "handedAt",
                        "2026-08-17T08:40:00+08:00",
                        "condition",
                        "身上没有伤。",
                        "rightsTold",
                        "yes"));
        return file;
    }

    private static String accepted(String child) {
        as("grid").post("/api/v1/reports", report(child), "Idempotency-Key", key());
        JsonNode triage = titled("supervisor", "triage", child);
        complete(
                "supervisor",
                triage.path("id").asString(""),
                Map.of("outcome", "accept", "grade", "2", "lead", "county", "reason", "尽快上门。"));
        return titled("caseworker", "assess-county", child).path("caseId").asString("");
    }

    private static Map<String, Object> report(String child) {
        return new HashMap<>(Map.of(
                "danger",
                "no",
                "division",
                "450223102901",
                "childKnown",
                "no",
                "childName",
                child,
                "childSex",
                "1",
                "childAge",
                8,
                "contactPhone",
                "0772-0000111",
                "insider",
                "no",
                "worries",
                List.of("21")));
    }

    private static void assess(String file, String grade, String conference) {
        Map<String, Object> answers = new HashMap<>(Map.of("suspectAccess", "no", "childHeard", "yes"));
        answers.putAll(Map.of("childWords", "想和奶奶住。", "judgement", "raise", "grade", grade));
        answers.putAll(Map.of("reason", "父亲不管。", "conference", conference, "nextDate", "2026-12-01"));
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, "no");
        }
        done("caseworker", file, "assess-county", answers);
    }

    private static void plan(String file) {
        done(
                "caseworker",
                file,
                "plan-county",
                Map.of(
                        "needs", List.of(Map.of("need", "care", "goal", "有人照看", "by", "relative")),
                        "visitor", "county",
                        "reviewDate", "2027-01-10"));
    }

    private static void confer(String file, String conclusion) {
        assess(file, "1", "yes");
        conference(file, conclusion, "2026-08-17T09:00:00+08:00");
    }

    private static void conference(String file, String conclusion, String heldAt) {
        done(
                "caseworker",
                file,
                "conference",
                Map.of(
                        "heldAt",
                        heldAt,
                        "members",
                        List.of(Map.of("organ", "police", "name", "覃警官")),
                        "childHeard",
                        "yes",
                        "childView",
                        "想和奶奶住。",
                        "conclusion",
                        conclusion,
                        "grounds",
                        "家里暂时没有人能照看。"));
    }

    /** What the ledger says of the child of a case: the place, and since when. */
    private static String where(String file, String asked) {
        for (JsonNode row : as("caseworker")
                .get("/api/v1/placements?limit=100&" + asked)
                .json()
                .path("items")) {
            if (row.path("caseId").asString("").equals(file)) {
                return row.path("place").asString() + " " + row.path("since").asString();
            }
        }
        return "";
    }

    // ── each step is its own user's ──

    private static void done(String who, String file, String task, Map<String, Object> answers) {
        complete(who, task(who, file, task), answers);
    }

    private static void complete(String who, String task, Map<String, Object> answers) {
        as(who).post("/api/v1/tasks/" + task + "/claim", "");
        Api.Answer answer = as(who).post("/api/v1/tasks/" + task + "/complete", answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Waits until somebody has the task about a case, and gives its id. */
    private static String task(String who, String file, String task) {
        return waiting(who, task, "caseId", file).path("id").asString("");
    }

    private static JsonNode titled(String who, String task, String child) {
        return waiting(who, task, "about", child);
    }

    private static JsonNode waiting(String who, String task, String field, String value) {
        return await(who + " has " + task)
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> find(who, task, field, value), found -> !found.isMissingNode());
    }

    private static JsonNode find(String who, String task, String field, String value) {
        for (String box : List.of("mine", "team")) {
            String after = "";
            do {
                JsonNode page = as(who).get("/api/v1/tasks?limit=100&box=" + box + after)
                        .json();
                for (JsonNode each : page.path("items")) {
                    if (each.path("task").asString("").equals(task)
                            && each.path(field).asString("").contains(value)) {
                        return each;
                    }
                }
                after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
            } while (!after.isEmpty());
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** The clocks that run for a case, by key. */
    private static Map<String, JsonNode> clocks(String file) {
        Map<String, JsonNode> running = new HashMap<>();
        as("caseworker")
                .get("/api/v1/cases/" + file + "/clocks")
                .json()
                .path("items")
                .forEach(clock -> running.put(clock.path("key").asString(""), clock));
        return running;
    }

    private static Api as(String who) {
        return Api.as(who);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
