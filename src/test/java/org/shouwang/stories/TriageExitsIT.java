package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Not every report becomes a case of its own, and none ends without a word to whoever sent it. */
@ShouwangTest
class TriageExitsIT {

    private final Colleague director = new Colleague("director");
    private final Colleague grid = new Colleague("grid");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague supervisor2 = new Colleague("supervisor2");
    private final Colleague station = new Colleague("station");
    private final Colleague station2 = new Colleague("station2");
    private final Colleague caseworker = new Colleague("caseworker");

    @Autowired
    TestClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aSecondReportJoinsTheCaseThatIsOpen() {
        grid.reports(Map.of("worries", List.of("21"), "childName", "阿吉"));
        supervisor.does(
                "triage", "阿吉", Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        String number = station.numberOf("assess-township", "阿吉");
        String elsewhere = aCaseOfAnotherTownship();

        String code = director.reports(Map.of("worries", List.of("27"), "childName", "阿吉仔"));
        assertThat(supervisor.doesInVain("triage", "阿吉仔", joined("450223-2026-99999")))
                .contains("joinCase");
        assertThat(supervisor.doesInVain("triage", "阿吉仔", joined(elsewhere))).contains("joinCase");
        supervisor.does("triage", "阿吉仔", joined(number));

        assertThat(Colleague.tracked(code)).isEqualTo("handling");
        assertThat(station.diary(number)).contains("并入");
        assertThat(director.sees("triage", "阿吉仔")).isFalse();
    }

    private String aCaseOfAnotherTownship() {
        station2.reports(Map.of("worries", List.of("21"), "childName", "阿远", "division", "450223103901"));
        supervisor2.does(
                "triage", "阿远", Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        return station2.numberOf("assess-township", "阿远");
    }

    private static Map<String, Object> joined(String number) {
        return Map.of("outcome", "join", "grade", "3", "joinCase", number, "reason", "同一个孩子，同一件事。");
    }

    @Test
    void whatIsForAnotherUnitIsHandedOnAndTheReporterIsTold() {
        String code = director.reports(Map.of("worries", List.of("28"), "childName", "阿青"));
        assertThat(supervisor.doesInVain("triage", "阿青", Map.of("outcome", "refer", "reason", "是学校里的事。")))
                .contains("referTo");
        supervisor.does("triage", "阿青", handedOn("refer", "education"));
        assertThat(Colleague.tracked(code)).isEqualTo("done");
        station.does("feedback-result", "阿青", Map.of("toldBy", "message", "said", "已转教育局。"));
        assertThat(station.sees("feedback-result", "阿青")).isFalse();
    }

    @Test
    void whatIsOutOfScopeIsNeverJustRefused() {
        String code = director.reports(Map.of("worries", List.of("39"), "narrative", "路灯坏了。", "childName", "阿路"));
        assertThat(supervisor.doesInVain("triage", "阿路", Map.of("outcome", "out-of-scope", "reason", "不归我们管。")))
                .contains("referTo");
        supervisor.does("triage", "阿路", handedOn("out-of-scope", "township"));
        assertThat(Colleague.tracked(code)).isEqualTo("done");
    }

    @Test
    void aQuestionIsAnswered() {
        String code = director.reports(Map.of("worries", List.of("25"), "childName", "阿问"));
        supervisor.does("triage", "阿问", Map.of("outcome", "consult", "answer", "带户口簿到派出所办。", "reason", "只是来问。"));
        assertThat(Colleague.tracked(code)).isEqualTo("done");
    }

    /** Somebody of the village is in it: the county answers, before or after it has said that it is at work. */
    @Test
    void theCountyAnswersWhatItTookItself() {
        Map<String, Object> consulted = Map.of("outcome", "consult", "answer", "到县民政局办。", "reason", "只是来问。");
        Map<String, Object> stateOnly = Map.of("toldBy", "state-only", "why", "限定查阅。");
        grid.reports(Map.of("worries", List.of("25"), "childName", "阿问早", "insider", "yes"));
        caseworker.does("triage-county", "阿问早", consulted);
        caseworker.does("feedback-result-county", "阿问早", stateOnly);

        grid.reports(Map.of("worries", List.of("25"), "childName", "阿问晚", "insider", "yes"));
        clock.advance(Duration.ofDays(6));
        String progress = caseworker.take("feedback-progress-county", "阿问晚");
        caseworker.does("triage-county", "阿问晚", consulted);
        assertThat(caseworker.claims(progress)).isEqualTo(409);
        caseworker.does("feedback-result-county", "阿问晚", stateOnly);
    }

    @Test
    void ofARestrictedReportNothingIsWrittenToWhoeverSentIt() {
        String code = grid.reports(Map.of("situations", List.of("01"), "told", "no", "childName", "阿兰"));
        assertThat(Colleague.tracked(code)).isEqualTo("handling");
        clock.advance(Duration.ofDays(6));
        assertThat(caseworker.doesInVain("feedback-progress-county", "阿兰", told("message")))
                .contains("toldBy");
        assertThat(caseworker.doesInVain("feedback-progress-county", "阿兰", Map.of("toldBy", "phone", "said", "在办。")))
                .contains("toldBy"); // nobody may see a reporter's phone
        assertThat(caseworker.doesInVain("feedback-progress-county", "阿兰", Map.of("toldBy", "state-only")))
                .contains("why");
        caseworker.does("feedback-progress-county", "阿兰", Map.of("toldBy", "state-only", "why", "限定查阅。"));
        assertThat(station.sees("feedback-progress", "阿兰")).isFalse();
    }

    /** Whoever wrote it does not know who reported; so it is the system that keeps it from one who is named. */
    @Test
    void nothingIsWrittenToOneWhoIsNamedInTheReport() {
        for (String suspect : List.of("阿财", "韦静仪")) {
            String child = "阿告" + suspect.length();
            director.reports(Map.of("worries", List.of("25"), "childName", child, "suspectName", suspect));
            supervisor.does("triage", child, Map.of("outcome", "consult", "answer", "到派出所问。", "reason", "来问。"));
            station.does("feedback-result", child, told("message"));
            Api reporter = Api.as("director");
            String latest = reporter.get("/api/v1/reports?limit=1")
                    .json()
                    .at("/items/0/id")
                    .asString();
            assertThat(reporter.get("/api/v1/reports/" + latest)
                            .json()
                            .path("told")
                            .size())
                    .as(suspect)
                    .isEqualTo(suspect.equals("阿财") ? 1 : 0);
        }
    }

    private static Map<String, Object> told(String by) {
        return Map.of("toldBy", by, "said", "已有专人在办。");
    }

    private static Map<String, Object> handedOn(String outcome, String to) {
        return Map.of("outcome", outcome, "referTo", to, "referContact", "值班电话，已接收", "reason", "不是我们一家能办的。");
    }
}
