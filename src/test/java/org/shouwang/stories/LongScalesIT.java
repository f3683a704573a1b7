package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The long scales: asked of yellow and red cases only, they raise a case and never make it lighter; what has to be
 * reported makes it red whatever the points are, and who wants less than the table proposes needs a supervisor.
 */
@ShouwangTest
class LongScalesIT {

    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague county = new Colleague("county");

    @Autowired
    TestClock clock;

    private Answers answers;
    private CountyCase theCase;
    private String number;

    @BeforeEach
    void aCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        answers = new Answers(clock);
        theCase = CountyCase.of("阿量", "父母都不在。");
        number = theCase.number();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void raiseAYellowCaseAndShowHowItWent() {
        caseworker.does("assess-county", number, answers.assessment("raise", "2", "no"));
        assertThat(new Colleague("station").sees("score-guardianship", number)).isFalse();
        assertThat(county.sees("score-condition", number)).isFalse();
        Map<String, Object> poor = Answers.scale("F04-guardianship", "poor", "agree", "2");
        assertThat(caseworker.doesInVain("score-guardianship", number, poor)).contains("\"grade\"", "40 分以下");
        poor.put("grade", "1");
        caseworker.does("score-guardianship", number, poor);
        assertThat(grade()).isEqualTo("1");
        // As good as can be: the case stays red, only its own assessment makes it lighter.
        caseworker.does("score-condition", number, Answers.scale("F04-condition", "good", "agree", "4"));
        assertThat(grade()).isEqualTo("1");
        assertThat(theCase.part("assessment")).contains("监护状况量表：红色", "得分 29", "孩子状况量表：绿色", "得分 100");

        clock.set(LocalDateTime.of(2026, 6, 2, 9, 0));
        theCase.begins("caseworker", "guardianship-scale");
        caseworker.does("score-guardianship", number, Answers.scale("F04-guardianship", "fair", "agree", "3"));
        assertThat(caseworker.file(number).path("trend").toString())
                .contains("\"score\":29", "\"score\":100", "\"score\":62", "2026-06-02");
        String page = Visitor.of("caseworker").get("/cases/" + theCase.file()).text();
        assertThat(page).contains("评估的变化", "<polyline", "监护状况量表", ">29<", ">62<");
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.open("/cases/" + theCase.file());
            Browser.shotBoth(worker.page(), "trend");
        }
    }

    @Test
    void makeItRedWhateverThePointsAreAndLessNeedsASupervisor() {
        caseworker.does("assess-county", number, answers.assessment("raise", "2", "no"));
        for (String task : List.of("guardianship", "condition")) {
            String process = task + "-scale";
            Map<String, Object> fine = Answers.scale("F04-" + task, "good", "agree", "4");
            fine.put("mustReport", List.of(task.equals("condition") ? "self-harm" : "no-guardian"));
            assertThat(caseworker.doesInVain("score-" + task, number, fine)).contains("有必须报告的情形");
            fine.putAll(Map.of("judgement", "lower", "grade", "2", "reason", "已经有人管。"));
            caseworker.does("score-" + task, number, fine);
            assertThat(caseworker.sees("approve-" + process, number)).isFalse();
            county.does("approve-" + process, number, Map.of("approved", "no", "reason", "再核实。"));
            caseworker.does("score-" + task, number, fine);
            county.does("approve-" + process, number, Map.of("approved", "yes", "reason", "核实过了。"));
            assertThat(caseworker.runs(number, process)).containsExactly(false);
        }
        assertThat(grade()).isEqualTo("2");
        assertThat(theCase.part("assessment")).contains("没有批准调低", "没有监护人", "自杀");
    }

    @Test
    void areNotForMilderCasesAndNotForEverybody() {
        caseworker.does("assess-county", number, answers.assessment("raise", "3", "no"));
        assertThat(caseworker.runs(number, "guardianship-scale")).isEmpty();
        assertThat(theCase.startable("caseworker").text())
                .doesNotContain("guardianship-scale", "condition-scale")
                .contains("guardianship-assessment");
        assertThat(theCase.begun("caseworker", "condition-scale").status()).isEqualTo(409);
        assertThat(theCase.begun("station", "condition-scale").status()).isEqualTo(403);
    }

    /** Red, and after approval yellow: the scales come then. They end with the case, as an assessment under way does. */
    @Test
    void comeOnceALowerGradeIsApprovedAndEndWithTheCase() {
        Map<String, Object> danger = answers.assessment("lower", "2", "no");
        danger.putAll(Map.of("d1", "yes", "d1Text", "有人扬言伤害。"));
        caseworker.does("assess-county", number, danger);
        assertThat(caseworker.runs(number, "condition-scale")).isEmpty();
        county.does("approve-grade-county", number, Map.of("approved", "yes", "reason", "已经分开。"));
        assertThat(caseworker.runs(number, "condition-scale")).containsExactly(true);
        assertThat(caseworker.runs(number, "guardianship-scale")).containsExactly(true);
        theCase.begins("caseworker", "guardianship-assessment");
        theCase.begins("caseworker", "child-death");
        caseworker.does(
                "record-death",
                number,
                Map.of(
                        "diedOn",
                        "2026-03-01",
                        "place",
                        "hospital",
                        "toldBy",
                        "health",
                        "police",
                        "yes",
                        "otherChildren",
                        "no"));
        county.does("confirm-death", number, Map.of("confirmed", "yes"));
        for (String process : List.of("condition-scale", "guardianship-scale", "guardianship-assessment")) {
            assertThat(caseworker.runs(number, process)).as(process).containsExactly(false);
        }
        assertThat(caseworker.sees("score-condition", number)).isFalse();
    }

    /** Assessed again by date: what the assessment says comes before the day the plan says. */
    @Test
    void areAskedAgainAfterTheNextAssessment() {
        Map<String, Object> assessed = answers.assessment("raise", "2", "no");
        assessed.put("nextDate", "2026-03-20");
        caseworker.does("assess-county", number, assessed);
        caseworker.does("score-guardianship", number, Answers.scale("F04-guardianship", "fair", "agree", "3"));
        caseworker.does("score-condition", number, Answers.scale("F04-condition", "fair", "agree", "3"));
        caseworker.does("plan-county", number, answers.plan("county", "2026-04-01"));
        clock.set(LocalDateTime.of(2026, 3, 20, 8, 1));
        caseworker.does("review-county", number, Map.of("progress", "还是没有人管。", "outcome", "reassess"));
        caseworker.does("assess-county", number, answers.assessment("raise", "2", "no"));
        assertThat(caseworker.runs(number, "guardianship-scale")).containsExactly(false, true);
        assertThat(caseworker.runs(number, "condition-scale")).containsExactly(false, true);
    }

    /** What the child said stands before whoever decides; the police, who read no assessment, see no trend. */
    @Test
    void areShownToThoseWhoReadAssessments() {
        String child = "阿险" + theCase.child().substring(2);
        new Colleague("director")
                .reports(Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21"), "childName", child));
        String file = caseworker.numberOf("emergency", child);
        caseworker.does("emergency", file, answers.emergency("no", "home"));
        caseworker.does("told-police", file, answers.toldPolice());
        new Colleague("police").does("police-record", file, answers.policeRecord("handled"));
        caseworker.does("assess-county", file, answers.assessment("raise", "1", "yes"));
        caseworker.does("score-guardianship", file, Answers.scale("F04-guardianship", "poor", "agree", "1"));
        assertThat(caseworker.file(file).path("trend")).hasSize(2);
        assertThat(new Colleague("police").file(file).path("trend")).isEmpty();
        String id = caseworker.file(file).at("/file/id").asString();
        assertThat(Visitor.of("police").get("/cases/" + id).text()).doesNotContain("评估的变化", "<polyline");
        String conference = caseworker.take("conference", file);
        assertThat(Visitor.of("caseworker").get("/tasks/" + conference).text()).contains("孩子自己怎么说", "想和爷爷奶奶住。");
        Map<String, Object> unheard = new HashMap<>(answers.conference("support", List.of()));
        unheard.remove("childHeard");
        assertThat(Api.as("caseworker")
                        .post("/api/v1/tasks/" + conference + "/complete", unheard)
                        .text())
                .contains("childHeard");
    }

    private String grade() {
        return caseworker.file(number).at("/file/grade").asString();
    }
}
