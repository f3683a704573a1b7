package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * 阿山 misses school. A township sees to it for most of a year: a grade is lowered, a director would rather not go,
 * nobody is at home twice, and when all is done it begins again.
 */
@ShouwangTest
class TownshipCaseIT {

    private static final String CHILD = "阿山";

    private final Colleague director = new Colleague("director");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague station = new Colleague("station");
    private final Colleague caseworker = new Colleague("caseworker");

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInFebruary() {
        clock.set(LocalDateTime.of(2026, 2, 2, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void takesThreeQuartersOfAYearAndBeginsAgain() {
        String code = director.reports(Map.of("worries", List.of("23"), "childName", CHILD));
        supervisor.does(
                "triage", CHILD, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        String number = station.numberOf("assess-township", CHILD);
        aLowerGradeNeedsAReasonAndASecondPerson(number);
        aPlanSendsTheDirector(number);

        clock.advance(Duration.ofDays(91));
        theDirectorDeclinesInOneTap(number);
        station.does("visit-station", number, missed("nobody"));
        assertThat(supervisor.sees("missed-visit", number)).isFalse();

        clock.advance(Duration.ofDays(91));
        director.does("visit-director", number, missed("away"));
        theSupervisorSendsTheCounty(number);

        clock.advance(Duration.ofDays(91));
        caseworker.does("visit-county", number, Map.of("outcome", "seen", "danger", "no", "changed", "better"));
        aReviewIsAskedForEarly(number);
        theTownshipCloses(number);
        assertThat(Colleague.tracked(code)).isEqualTo("done");
        station.does("feedback-result", CHILD, Map.of("toldBy", "asked", "said", "已经办结。"));

        theSupervisorTakesItUpAgain(number);
        wentThroughTheStages(number);
    }

    private void aLowerGradeNeedsAReasonAndASecondPerson(String number) {
        assertThat(station.doesInVain("assess-township", number, assessed("lower", "3", Map.of())))
                .contains("reason");
        assertThat(station.doesInVain("assess-township", number, assessed("agree", "3", Map.of())))
                .contains("grade");
        lower(number);
        assertThat(station.sees("approve-grade-township", number)).isFalse();
        assertThat(grade(number)).isEqualTo("3");
        supervisor.does("approve-grade-township", number, Map.of("approved", "no", "reason", "去学校问过再说。"));
        lower(number);
        String task = supervisor.take("approve-grade-township", number);
        assertThat(station.claims(task)).isIn(403, 404, 409);
        supervisor.does("approve-grade-township", number, Map.of("approved", "yes", "reason", "学校和奶奶说的一致。"));
        assertThat(grade(number)).isEqualTo("3");
        assertThat(lead(number)).isEqualTo("township");
    }

    private void lower(String number) {
        station.does("assess-township", number, assessed("lower", "3", Map.of("reason", "父亲每周回来，奶奶身体好。")));
    }

    /** One thing found, that nobody at home can care: the table says yellow. */
    private static Map<String, Object> assessed(String judgement, String grade, Map<String, ?> more) {
        Map<String, Object> answers = new HashMap<>(more);
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, each == 4 ? "yes" : "no");
        }
        answers.putAll(Map.of(
                "suspectAccess",
                "no",
                "childHeard",
                "yes",
                "childWords",
                "想上学，早上起不来。",
                "judgement",
                judgement,
                "grade",
                grade,
                "conference",
                "no",
                "nextDate",
                "2026-12-20"));
        return answers;
    }

    private void aPlanSendsTheDirector(String number) {
        Map<String, Object> need = Map.of("need", "school", "goal", "每天到校", "by", "school");
        station.does(
                "plan-township",
                number,
                Map.of("needs", List.of(need), "visitor", "director", "reviewDate", "2026-12-15"));
    }

    /** No reason is asked for, nothing else is to be filled in; the station goes instead. */
    private void theDirectorDeclinesInOneTap(String number) {
        try (Someone onPhone = Someone.onPhone("director")) {
            onPhone.awaits("走访孩子（儿童主任）", number);
            onPhone.row("走访孩子（儿童主任）", number).locator(".act a").click();
            onPhone.page().waitForURL("**/tasks/*");
            assertThat(onPhone.text()).contains(CHILD).doesNotContain("调查评估", "打开个案");
            // Whom it is about and whom to ask; why the grade is what it is, is not the visitor's to know.
            JsonNode reasons = supervisor.file(number).path("file").path("gradeReasons");
            assertThat(reasons).isNotEmpty();
            assertThat(onPhone.text())
                    .doesNotContain(
                            reasons.valueStream().map(JsonNode::asString).toList());
            onPhone.shot("visit-decline");
            onPhone.press("我不方便去").page().waitForURL("**/inbox*");
            assertThat(onPhone.sees("走访孩子（儿童主任）", number)).isFalse();
        }
    }

    private static Map<String, Object> missed(String why) {
        return Map.of("outcome", "missed", "missReason", why, "danger", "no");
    }

    /** Twice not seen: a supervisor finds out whether the child is safe, and who goes next. */
    private void theSupervisorSendsTheCounty(String number) {
        assertThat(supervisor.doesInVain("missed-visit", number, Map.of("visitor", "county", "safeKnown", "yes")))
                .contains("action");
        supervisor.does(
                "missed-visit", number, Map.of("safeKnown", "yes", "action", "学校说孩子每天都来，下次请县里去。", "visitor", "county"));
    }

    private void aReviewIsAskedForEarly(String number) {
        assertThat(supervisor.turns(number, "review", "")).isEqualTo(422);
        assertThat(supervisor.turns(number, "review", "孩子每天上学了。")).isEqualTo(200);
        assertThat(supervisor.turns(number, "review", "再来一次。")).isEqualTo(409);
        station.does(
                "review-township",
                number,
                Map.of("outcome", "close", "progress", "一学期没有缺课。", "results", Answers.met("school")));
    }

    private void theTownshipCloses(String number) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "testDanger", "yes",
                "testPlan", "yes",
                "testVisits", "yes",
                "testPolice", "yes",
                "testChild", "yes",
                "reason", "safe",
                "results", "孩子回学校了。"));
        // One of the last two visits missed the child, and the grade is not the lowest one.
        assertThat(station.doesInVain("closing-township", number, answers))
                .contains("\"testVisits\"")
                .doesNotContain("testDanger");
        answers.put("testVisits", "no");
        assertThat(station.doesInVain("closing-township", number, answers))
                .contains("\"exception\"")
                .doesNotContain("testDanger");
        answers.putAll(Map.of("reason", "adult", "exception", "学校每天点名。"));
        assertThat(station.doesInVain("closing-township", number, answers))
                .contains("\"reason\"")
                .doesNotContain("testDanger");
        answers.put("reason", "safe");
        station.does("closing-township", number, answers);
        assertThat(station.sees("approve-closing-township", number)).isFalse();
        supervisor.does("approve-closing-township", number, Map.of("approved", "yes"));
        assertThat(state(number)).isEqualTo("closed");
    }

    private void theSupervisorTakesItUpAgain(String number) {
        assertThat(station.turns(number, "reopen", "又不上学了。")).isEqualTo(403);
        assertThat(supervisor.turns(number, "reopen", " ")).isEqualTo(422);
        assertThat(supervisor.turns(number, "reopen", "开学两周没有到校。")).isEqualTo(200);
        assertThat(state(number)).isEqualTo("open");
        assertThat(station.sees("assess-township", number)).isTrue();
    }

    /** What was left out says why; the assessment is had twice, with the closing between. */
    private void wentThroughTheStages(String number) {
        List<String> stages = supervisor
                .part(number, "stages")
                .valueStream()
                .map(stage -> stage.path("stage").asString() + " "
                        + stage.path("reason").asString("") + (stage.hasNonNull("leftAt") ? "left" : ""))
                .toList();
        assertThat(stages)
                .containsExactly(
                        "reporting left",
                        "monitoring 由报告发现，不是监测排查发现",
                        "emergency 现在没有危险，也没有命中强制报告情形",
                        "assessment left",
                        "intervention 不需要会商，监护不用干预",
                        "assessment ");
    }

    private String grade(String number) {
        return supervisor.file(number).path("file").path("grade").asString();
    }

    private String lead(String number) {
        return supervisor.file(number).path("file").path("lead").asString();
    }

    private String state(String number) {
        return supervisor.file(number).path("file").path("state").asString();
    }
}
