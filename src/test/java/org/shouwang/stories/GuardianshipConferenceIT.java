package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
 * A child under temporary guardianship, and what people agree on in a conference (会商) meanwhile: the guardianship is
 * reviewed when it is to end, goes on when it is to go on, and there is never a second one.
 */
@ShouwangTest
class GuardianshipConferenceIT {

    private static final String GUARDIANSHIP = "temporary-guardianship";

    private final Colleague director = new Colleague("director");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague civil = new Colleague("civil");

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayMorning() {
        clock.set(LocalDateTime.of(2026, 8, 17, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void endsOnceTheConferenceItsReviewAskedForSendsTheChildHome() {
        String number = underGuardianship("阿岩");
        clock.set(LocalDateTime.of(2026, 11, 19, 9, 0));
        assertThat(civil.doesInVain(
                        "review",
                        number,
                        Map.of(
                                "childNow", "想回家。",
                                "guardianshipOutcome", "end",
                                "endedOn", "2026-11-19",
                                "endReason", "returned",
                                "place", "home")))
                .contains("return-without-conference");
        civil.does("review", number, Map.of("childNow", "想回家。", "guardianshipOutcome", "confer"));
        caseworker.does("review-county", number, Map.of("progress", "父亲戒了酒。", "outcome", "conference"));
        confer(number, "return");
        civil.does(
                "review",
                number,
                Map.of(
                        "childNow", "会商以后送回了家。",
                        "guardianshipOutcome", "end",
                        "endedOn", "2026-11-19",
                        "endReason", "returned",
                        "place", "home"));
        assertThat(caseworker.runs(number, GUARDIANSHIP)).containsExactly(false);
        assertThat(caseworker.clocks(number)).doesNotContainKey("C21");
        assertThat(caseworker.file(number).path("parts").toString()).contains("自己家");
        plan(number);
        assertThat(civil.sees("review", number)).isFalse();
    }

    @Test
    void goesOnThroughASecondConferenceAndTakesTheDayAgreedThere() {
        String number = underGuardianship("阿峰");
        List<JsonNode> year = caseworker.clocks(number).get("C21");
        assertThat(year).hasSize(1);
        assertThat(caseworker.turns(number, "review", "寄养家庭要搬走。")).isEqualTo(200);
        caseworker.does("review-county", number, Map.of("progress", "要换一家。", "outcome", "conference"));
        confer(number, "temporary");
        decide(number, "2026-08-19", Map.of("guardianshipReviewDate", "2026-09-21"));
        assertThat(caseworker.runs(number, GUARDIANSHIP)).containsExactly(true);
        assertThat(caseworker.clocks(number)).containsEntry("C21", year);
        plan(number);

        clock.set(LocalDateTime.of(2026, 9, 21, 8, 1));
        civil.does("review", number, Map.of("childNow", "新的一家很好。", "guardianshipOutcome", "continue"));
        assertThat(caseworker.runs(number, GUARDIANSHIP)).containsExactly(true);
    }

    @Test
    void asksForNoConferenceThatNobodyWouldHear() {
        String number = underGuardianship("阿川");
        clock.set(LocalDateTime.of(2026, 11, 19, 9, 0));
        assertThat(caseworker.turns(number, "review", "学校来电。")).isEqualTo(200);
        assertThat(civil.doesInVain("review", number, Map.of("childNow", "想回家。", "guardianshipOutcome", "confer")))
                .contains("guardianshipOutcome", "guardianship-busy");
        civil.does("review", number, Map.of("childNow", "想回家。", "guardianshipOutcome", "continue"));
        assertThat(caseworker.runs(number, GUARDIANSHIP)).containsExactly(true);
    }

    private String underGuardianship(String child) {
        director.reports(Map.of("worries", List.of("21"), "childName", child));
        supervisor.does(
                "triage", child, Map.of("outcome", "accept", "grade", "2", "lead", "county", "reason", "尽快上门。"));
        String number = caseworker.numberOf("assess-county", child);
        caseworker.does("assess-county", number, assessment());
        confer(number, "temporary");
        caseworker.does("guardianship-assessment", number, Answers.guardianshipReport());
        decide(number, "2026-08-18", Map.of());
        plan(number);
        return number;
    }

    private static Map<String, Object> assessment() {
        Map<String, Object> answers = new HashMap<>(Map.of("suspectAccess", "no", "childHeard", "yes"));
        answers.putAll(Map.of("childWords", "想和奶奶住。", "judgement", "raise", "grade", "1"));
        answers.putAll(Map.of("reason", "父亲不管。", "conference", "yes", "nextDate", "2027-01-10"));
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, "no");
        }
        return answers;
    }

    private void confer(String number, String conclusion) {
        caseworker.does(
                "conference",
                number,
                Map.of(
                        "heldAt",
                        clock.instant().toString(),
                        "members",
                        List.of(Map.of("organ", "police", "name", "覃警官")),
                        "childHeard",
                        "yes",
                        "childView",
                        "想和奶奶住。",
                        "conclusion",
                        conclusion,
                        "grounds",
                        "家里的情况和孩子的意见都听过了。"));
    }

    private void decide(String number, String from, Map<String, String> more) {
        Map<String, Object> answers = new HashMap<>(more);
        answers.putAll(Map.of("ground", "3", "startDate", from, "placement", "foster", "carerKind", "relative"));
        civil.does("guardianship-decision", number, answers);
    }

    private void plan(String number) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        caseworker.does(
                "plan-county",
                number,
                Map.of(
                        "needs", List.of(Map.of("need", "care", "goal", "有人照看", "by", "relative")),
                        "visitor", "county",
                        "reviewDate", today.plusMonths(5).toString()));
    }
}
