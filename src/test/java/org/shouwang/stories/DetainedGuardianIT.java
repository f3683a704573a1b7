package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The only guardian is detained and the child is alone at home. The grandparents take it in, and after two visits that
 * found it well the case is closed.
 */
@ShouwangTest
class DetainedGuardianIT {

    private static final String CHILD = "阿禾独";

    private final Cast cast = new Cast();
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague police = new Colleague("police");
    private final Colleague station = new Colleague("station");

    @Autowired
    TestClock clock;

    private Answers answers;

    @BeforeEach
    void aMondayInMarch() {
        answers = new Answers(clock);
        clock.set(LocalDateTime.of(2026, 3, 2, 10, 0));
    }

    @AfterEach
    void back() {
        cast.close();
        clock.reset();
    }

    @Test
    void leavesAChildToTheGrandparents() {
        String code = report();
        String number = caseworker.numberOf("emergency", CHILD);
        isBroughtToTheGrandparents(number);
        isAssessedAndAgreedOn(number);
        isVisitedTwice(number);
        isClosed(number);
        assertThat(Someone.tracked(code)).isEqualTo("已办结");

        Trail trail = Trail.of(number);
        assertThat(trail.journal()).isEqualTo("""
                reporting report.received
                reporting case.opened
                monitoring case.stage-skipped
                emergency emergency caseworker
                reporting told-police caseworker
                reporting police-record police
                emergency handover caseworker
                emergency written-status police
                assessment case.responsible caseworker
                assessment case.graded caseworker
                assessment assess-county caseworker
                assessment score-guardianship caseworker
                assessment score-condition caseworker
                intervention conference caseworker
                assessment plan-county caseworker
                reporting feedback-progress-county caseworker
                assessment visit-station station
                assessment visit-station station
                assessment visit-county caseworker
                assessment review-county caseworker
                assessment closing-county caseworker
                assessment approve-closing-county county
                assessment case.closed
                reporting feedback-result-county caseworker""");
        assertThat(trail.clocks()).isEqualTo("""
                C02 measured > 2026-03-02
                C04 measured > 2026-05-11
                C09 measured > 2026-03-02
                C12 2026-03-03 > 2026-03-02
                C19 2026-03-09 > 2026-03-04
                P-ack 2026-03-02 > 2026-03-02
                P-assess-county 2026-03-05 > 2026-03-04
                P-emergency 2026-03-03 > 2026-03-02
                P-handover 2026-03-03 > 2026-03-02
                P-told-police 2026-03-02 > 2026-03-02
                P-condition-scale 2026-03-18 > 2026-03-04
                P-conference 2026-03-11 > 2026-03-04
                P-guardianship-scale 2026-03-18 > 2026-03-04
                P-plan-county 2026-03-11 > 2026-03-04
                P-feedback-progress-county 2026-03-09 > 2026-03-06
                P-visit-station 2026-04-09 > 2026-04-04
                P-visit-county 2026-05-10 > 2026-05-05
                P-visit-station 2026-05-10 > 2026-05-05
                P-approve-closing-county 2026-05-14 > 2026-05-11
                P-closing-county 2026-05-18 > 2026-05-11
                P-feedback-result-county 2026-05-14 > 2026-05-11
                P-review-do-county 2026-05-14 > 2026-05-11""");
        assertThat(trail.places("2026-03-01", "2026-03-02", "2026-03-03", "2026-05-11"))
                .containsExactly(
                        "2026-03-01 home", "2026-03-02 relative", "2026-03-03 relative", "2026-05-11 relative");
        trail.tellsNothingOf(CHILD, "示例", "愿意去");
    }

    private String report() {
        Someone director = cast.onPhone("director");
        director.open("/report");
        director.choose("danger", "yes").choose("policeCalled", "no").next();
        director.choose("worries", "21", "31").write("narrative", "妈妈被带走了，家里只剩孩子一个人。");
        director.next().next();
        director.choose("childKnown", "no").write("childName", CHILD).choose("childSex", "2");
        director.write("childAge", "7")
                .next()
                .write("contactPhone", "0772-0000111")
                .next();
        director.choose("insider", "no").next().next();
        String code = director.sendReport();
        assertThat(Someone.tracked(code)).isEqualTo("办理中");
        return code;
    }

    private void isBroughtToTheGrandparents(String number) {
        caseworker.does("emergency", number, answers.emergency("yes", "police"));
        caseworker.does("told-police", number, answers.toldPolice());
        police.does("police-record", number, answers.policeRecord("filed"));
        clock.set(LocalDateTime.of(2026, 3, 2, 11, 0));
        caseworker.does("handover", number, answers.handover("police", "police", "relative"));
        clock.set(LocalDateTime.of(2026, 3, 4, 10, 0));
        police.does("written-status", number, Map.of("receivedOn", "2026-03-04"));
    }

    private void isAssessedAndAgreedOn(String number) {
        caseworker.does("assess-county", number, answers.assessment("raise", "2", "yes"));
        caseworker.does("score-guardianship", number, Answers.scale("F04-guardianship", "fair", "agree", "3"));
        caseworker.does("score-condition", number, Answers.scale("F04-condition", "good", "agree", "4"));
        caseworker.does("conference", number, answers.conference("support", List.of()));
        caseworker.does("plan-county", number, answers.plan("station", "2026-05-11"));
        clock.set(LocalDateTime.of(2026, 3, 6, 9, 0));
        caseworker.does("feedback-progress-county", CHILD, Map.of("toldBy", "message", "said", "已有人在办。"));
    }

    private void isVisitedTwice(String number) {
        clock.set(LocalDateTime.of(2026, 4, 4, 9, 0));
        station.does("visit-station", number, answers.seen());
        clock.set(LocalDateTime.of(2026, 5, 5, 9, 0));
        station.does("visit-station", number, Map.of("outcome", "declined"));
        caseworker.does("visit-county", number, answers.seen());
    }

    /** The day of the review comes by itself; nobody closes what they proposed. */
    private void isClosed(String number) {
        clock.set(LocalDateTime.of(2026, 5, 11, 9, 0));
        caseworker.does(
                "review-county",
                number,
                Map.of("progress", "爷爷奶奶照看得好。", "outcome", "close", "results", Answers.met("care")));
        caseworker.does("closing-county", number, answers.closing("safe"));
        Someone head = cast.atDesk("county");
        head.take("审批结案（县）", number).choose("approved", "yes").send();
        caseworker.does("feedback-result-county", CHILD, Map.of("toldBy", "message", "said", "已经办结。"));
    }
}
