package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
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
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A teacher sees what was done to a boy with two sisters. Civil affairs take guardianship for a time; he runs away from
 * the family he was placed with, is found, and goes home after nine months.
 */
@ShouwangTest
class BeatenChildIT {

    private static final String CHILD = "阿石伤";
    private static final List<String> SISTERS = List.of("阿石姐", "阿石妹");

    private final Cast cast = new Cast();
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague police = new Colleague("police");
    private final Colleague civil = new Colleague("civil");
    private final Colleague county = new Colleague("county");

    @Autowired
    TestClock clock;

    private Answers answers;
    private String number = "";

    @BeforeEach
    void aMondayInFebruary() {
        answers = new Answers(clock);
        clock.set(LocalDateTime.of(2026, 2, 2, 14, 0));
    }

    @AfterEach
    void back() {
        cast.close();
        clock.reset();
    }

    @Test
    void goesHomeAfterNineMonths() {
        isTakenOutOfDanger();
        isPlacedForATime();
        isSeenToInSpring();
        runsAwayAndIsFound();
        isSeenToInAutumn();
        goesHome();
        assertThat(caseworker.runs(number, "temporary-guardianship")).containsExactly(false);
        assertThat(caseworker.runs(number, "visit-plan")).containsExactly(false, false, true);

        Trail trail = Trail.of(number);
        assertThat(trail.journal()).isEqualTo("""
                reporting report.received
                reporting case.opened
                monitoring case.stage-skipped
                emergency emergency caseworker
                reporting told-police caseworker
                reporting police-record police
                emergency handover caseworker
                - first-aid caseworker
                - admission caseworker
                - rehabilitation caseworker
                emergency written-status police
                assessment case.responsible caseworker
                assessment assess-county caseworker
                assessment case.graded county
                assessment approve-grade-county county
                intervention conference caseworker
                intervention guardianship-assessment caseworker
                intervention guardianship-decision civil
                assessment plan-county caseworker
                reporting feedback-progress-county caseworker
                assessment visit-county caseworker
                intervention review civil
                assessment review-county caseworker
                emergency case.new-harm caseworker
                emergency emergency caseworker
                reporting told-police caseworker
                reporting police-record police
                - process.started handover caseworker
                - hand-over caseworker
                assessment assess-county caseworker
                assessment case.graded county
                assessment approve-grade-county county
                assessment plan-county caseworker
                intervention review civil
                assessment visit-county caseworker
                assessment review-county caseworker
                intervention review civil
                assessment review-county caseworker
                intervention conference caseworker
                intervention review civil
                assessment plan-county caseworker""");
        assertThat(trail.clocks()).isEqualTo("""
                C02 measured > 2026-02-02
                C04 measured runs
                C09 measured > 2026-02-02
                C12 2026-02-03 > 2026-02-02
                C19 2026-02-09 > 2026-02-04
                P-ack 2026-02-02 > 2026-02-02
                P-admission 2026-02-05 > 2026-02-02
                P-assess-county 2026-02-05 > 2026-02-04
                P-emergency 2026-02-03 > 2026-02-02
                P-first-aid 2026-02-03 > 2026-02-02
                P-handover 2026-02-03 > 2026-02-02
                P-told-police 2026-02-02 > 2026-02-02
                C21 2027-02-04 > 2026-11-04
                P-approve-grade-county 2026-02-05 > 2026-02-04
                P-conference 2026-02-11 > 2026-02-04
                P-guardianship 2026-02-09 > 2026-02-04
                P-guardianship-assessment 2026-02-11 > 2026-02-04
                P-plan-county 2026-02-11 > 2026-02-04
                P-feedback-progress-county 2026-02-09 > 2026-02-06
                P-guardianship-review-do 2026-05-25 > 2026-05-11
                P-review-do-county 2026-05-18 > 2026-05-11
                P-visit-county 2026-05-21 > 2026-05-11
                C02 measured > 2026-06-20
                C09 measured > 2026-06-20
                C12 2026-06-21 > 2026-06-20
                P-ack 2026-06-20 > 2026-06-20
                P-assess-county 2026-07-03 > 2026-06-22
                P-emergency 2026-06-21 > 2026-06-20
                P-told-police 2026-06-20 > 2026-06-20
                P-approve-grade-county 2026-06-23 > 2026-06-22
                P-move 2026-06-23 > 2026-06-22
                P-plan-county 2026-06-29 > 2026-06-22
                P-guardianship-review-do 2026-08-26 > 2026-08-12
                P-review-do-county 2026-09-30 > 2026-09-22
                P-visit-county 2026-10-02 > 2026-09-22
                P-conference 2026-11-11 > 2026-11-04
                P-guardianship-review-do 2026-11-18 > 2026-11-04
                P-guardianship-review-do 2026-11-18 > 2026-11-04
                P-plan-county 2026-11-11 > 2026-11-04
                P-review-do-county 2026-11-11 > 2026-11-04""");
        assertThat(trail.places(
                        "2026-02-01",
                        "2026-02-03",
                        "2026-02-05",
                        "2026-06-19",
                        "2026-06-21",
                        "2026-06-23",
                        "2026-11-03",
                        "2026-11-05"))
                .containsExactly(
                        "2026-02-01 home",
                        "2026-02-03 county-body",
                        "2026-02-05 foster",
                        "2026-06-19 foster",
                        "2026-06-21 missing",
                        "2026-06-23 foster",
                        "2026-11-03 foster",
                        "2026-11-05 home");
        trail.tellsNothingOf(CHILD, SISTERS.get(0), SISTERS.get(1), "示例", "愿意去");
    }

    private void isTakenOutOfDanger() {
        new Colleague("school")
                .reports(Map.of(
                        "danger", "yes",
                        "policeCalled", "no",
                        "situations", List.of("04"),
                        "narrative", "身上好几处新伤，说不敢回家。",
                        "suspectRelation", "father",
                        "childName", CHILD));
        number = caseworker.numberOf("emergency", CHILD);
        caseworker.does("emergency", number, answers.emergency("yes", "hospital"));
        caseworker.does("told-police", number, answers.toldPolice());
        police.does("police-record", number, answers.policeRecord("filed"));
        clock.set(LocalDateTime.of(2026, 2, 2, 18, 0));
        caseworker.does("handover", number, answers.handover("police", "police", "county-body"));
        Answers.seenByADoctor(caseworker, number);
    }

    /** The grade the table gives is red; out of the father's reach, the county approves a lower one. */
    private void isPlacedForATime() {
        clock.set(LocalDateTime.of(2026, 2, 4, 9, 0));
        police.does("written-status", number, Map.of("receivedOn", "2026-02-04"));
        lowered("yes");
        List<String> sisters = SISTERS.stream().map(BeatenChildIT::known).toList();
        caseworker.does("conference", number, answers.conference("temporary", sisters));
        caseworker.does("guardianship-assessment", number, Answers.guardianshipReport());
        Someone official = cast.atDesk("civil");
        official.take("登记临时监护", number).choose("ground", "6").write("startDate", "2026-02-04");
        official.pick("placement", "foster").pick("carerKind", "relative").send();
        caseworker.does("plan-county", number, answers.plan("county", "2026-05-11"));
        clock.set(LocalDateTime.of(2026, 2, 6, 9, 0));
        caseworker.does("feedback-progress-county", CHILD, Map.of("toldBy", "message", "said", "已有人在办。"));
    }

    private void lowered(String conference) {
        caseworker.does("assess-county", number, answers.assessment("lower", "3", conference));
        county.does("approve-grade-county", number, Map.of("approved", "yes", "reason", "父亲见不到孩子。"));
    }

    private static String known(String name) {
        Api.Answer made = Api.as("caseworker")
                .post(
                        "/api/v1/persons",
                        Map.of("name", name, "sex", "2", "division", Reported.VILLAGE, "idReason", "unknown"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private void isSeenToInSpring() {
        clock.set(LocalDateTime.of(2026, 5, 11, 9, 0));
        caseworker.does("visit-county", number, answers.seen());
        civil.does("review", number, Map.of("childNow", "吃得好，睡得好。", "guardianshipOutcome", "continue"));
        caseworker.does("review-county", number, going("2026-07-20"));
    }

    private static Map<String, Object> going(String reviewDate) {
        return Map.of("progress", "在寄养家庭适应。", "outcome", "continue", "reviewDate", reviewDate);
    }

    private void runsAwayAndIsFound() {
        clock.set(LocalDateTime.of(2026, 6, 20, 8, 0));
        assertThat(caseworker.turns(number, "new-harm", "夜里离开了寄养家庭。")).isEqualTo(200);
        caseworker.does("emergency", number, answers.emergency("no", "missing"));
        caseworker.does("told-police", number, answers.toldPolice());
        police.does("police-record", number, answers.policeRecord("handled"));
        clock.set(LocalDateTime.of(2026, 6, 22, 9, 0));
        CountyCase.with(CHILD, number).begins("caseworker", "handover");
        caseworker.does("hand-over", number, answers.handover("none", "police", "foster"));
        lowered("no");
        caseworker.does("plan-county", number, answers.plan("county", "2026-09-22"));
    }

    private void isSeenToInAutumn() {
        clock.set(LocalDateTime.of(2026, 8, 12, 9, 0));
        civil.does(
                "review",
                number,
                Map.of(
                        "childNow", "没有再走。",
                        "guardianshipOutcome", "continue",
                        "guardianshipReviewDate", "2026-11-04"));
        clock.set(LocalDateTime.of(2026, 9, 22, 9, 0));
        caseworker.does("visit-county", number, answers.seen());
        caseworker.does("review-county", number, going("2026-12-01"));
    }

    /** Only a conference sends a child home. */
    private void goesHome() {
        clock.set(LocalDateTime.of(2026, 11, 4, 9, 0));
        civil.does("review", number, Map.of("childNow", "想回家。", "guardianshipOutcome", "confer"));
        caseworker.does("review-county", number, Map.of("progress", "父亲上完了课。", "outcome", "conference"));
        caseworker.does("conference", number, answers.conference("return", List.of()));
        civil.does(
                "review",
                number,
                Map.of(
                        "childNow", "会商同意回家。",
                        "guardianshipOutcome", "end",
                        "endedOn", "2026-11-04",
                        "endReason", "returned",
                        "place", "home"));
        caseworker.does("plan-county", number, answers.plan("station", "2026-12-01"));
    }
}
