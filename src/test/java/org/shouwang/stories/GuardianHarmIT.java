package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A hospital reports what a girl's guardian has done to her. The police decide not to file, the procuratorate has them
 * file; the court revokes the guardianship, and an aunt becomes her guardian.
 */
@ShouwangTest
class GuardianHarmIT {

    private static final String CHILD = "阿雪梅";

    private final Cast cast = new Cast();
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague police = new Colleague("police");
    private final Colleague procurator = new Colleague("procurator");
    private final Colleague civil = new Colleague("civil");

    @Autowired
    TestClock clock;

    private Answers answers;
    private String number = "";

    @BeforeEach
    void aMondayInJanuary() {
        answers = new Answers(clock);
        clock.set(LocalDateTime.of(2026, 1, 12, 10, 0));
    }

    @AfterEach
    void back() {
        cast.close();
        clock.reset();
    }

    @Test
    void endsWithANewGuardian() {
        isReportedByTheHospital();
        isLookedAfter();
        thePoliceFileInTheEnd();
        theCourtRevokes();
        theNewGuardianTakesHerIn();
        goesOnWell();
        assertThat(caseworker.runs(number, "no-filing")).containsExactly(false);
        assertThat(caseworker.runs(number, "revocation")).containsExactly(false);
        assertThat(caseworker.runs(number, "temporary-guardianship")).containsExactly(false);

        Trail trail = Trail.of(number);
        assertThat(trail.journal()).isEqualTo("""
                reporting report.received
                reporting case.opened
                monitoring case.stage-skipped
                emergency emergency caseworker
                reporting told-police caseworker
                emergency handover caseworker
                - first-aid caseworker
                - admission caseworker
                - rehabilitation caseworker
                reporting police-record police
                emergency written-status police
                assessment case.responsible caseworker
                assessment assess-county caseworker
                assessment case.graded county
                assessment approve-grade-county county
                intervention conference caseworker
                intervention guardianship-assessment caseworker
                intervention task.reassigned county
                intervention guardianship-decision civil
                assessment plan-county caseworker
                - process.started no-filing caseworker
                - notice caseworker
                - next-step caseworker
                - process.started referral caseworker
                - referral.sent caseworker
                - write caseworker
                - referral.answered procurator
                - receive procurator
                reporting feedback-progress-county caseworker
                - asked caseworker
                - reasons caseworker
                - referral.result procurator
                - report procurator
                - filing caseworker
                - process.started revocation caseworker
                intervention apply caseworker
                intervention task.reassigned county
                intervention court-accepts court
                intervention court-decides court
                intervention settle civil
                intervention review civil
                assessment visit-county caseworker
                assessment review-county caseworker""");
        assertThat(trail.clocks()).isEqualTo("""
                C02 measured > 2026-01-12
                C04 measured runs
                C09 measured > 2026-01-13
                C12 2026-01-13 > 2026-01-13
                C19 2026-01-19 > 2026-01-15
                P-ack 2026-01-12 > 2026-01-12
                P-admission 2026-01-15 > 2026-01-12
                P-assess-county 2026-01-15 > 2026-01-15
                P-emergency 2026-01-13 > 2026-01-12
                P-first-aid 2026-01-13 > 2026-01-12
                P-handover 2026-01-13 > 2026-01-12
                P-told-police 2026-01-12 > 2026-01-12
                C15 2026-01-20 > 2026-01-15
                C21 2027-01-15 > 2026-03-09
                P-approve-grade-county 2026-01-16 > 2026-01-15
                P-conference 2026-01-22 > 2026-01-15
                P-guardianship 2026-01-20 > 2026-01-15
                P-guardianship-assessment 2026-01-22 > 2026-01-15
                P-no-filing-notice 2026-01-16 > 2026-01-15
                P-plan-county 2026-01-22 > 2026-01-15
                P-procurator-asks 2026-01-29 > 2026-01-19
                P-referral-answer 2026-01-22 > 2026-01-19
                C16 2026-01-26 > 2026-01-27 late
                P-feedback-progress-county 2026-01-20 > 2026-01-19
                P-referral-result 2026-02-19 > 2026-01-27
                C16-filing 2026-02-11 > 2026-02-09
                P-court-accepts 2026-02-28 > 2026-02-11
                P-revocation-decide 2026-02-28 > 2026-02-09
                C23 2026-03-10 > 2026-03-06
                P-new-guardian 2026-03-20 > 2026-03-09
                P-guardianship-review-do 2026-03-23 > 2026-03-09
                P-review-do-county 2026-04-23 > 2026-04-16
                P-visit-county 2026-04-26 > 2026-04-16""");
        assertThat(trail.places("2026-01-11", "2026-01-13", "2026-01-16", "2026-03-08", "2026-03-10", "2026-04-17"))
                .containsExactly(
                        "2026-01-11 home",
                        "2026-01-13 county-body",
                        "2026-01-16 institution",
                        "2026-03-08 institution",
                        "2026-03-10 relative",
                        "2026-04-17 relative");
        trail.tellsNothingOf(CHILD, "示例", "愿意去");
    }

    private void isReportedByTheHospital() {
        new Colleague("health")
                .reports(Map.of(
                        "situations", List.of("02"),
                        "told", "no",
                        "narrative", "来看病时医生发现的。",
                        "suspectRelation", "father",
                        "childName", CHILD,
                        "childSex", "2"));
        number = caseworker.numberOf("emergency", CHILD);
        caseworker.does("emergency", number, answers.emergency("yes", "hospital"));
        caseworker.does("told-police", number, answers.toldPolice());
        clock.set(LocalDateTime.of(2026, 1, 12, 16, 0));
        caseworker.does("handover", number, answers.handover("police", "police", "county-body"));
        Answers.seenByADoctor(caseworker, number);
        clock.set(LocalDateTime.of(2026, 1, 13, 9, 0));
        police.does("police-record", number, answers.policeRecord("not-filed"));
    }

    private void isLookedAfter() {
        clock.set(LocalDateTime.of(2026, 1, 15, 9, 0));
        police.does("written-status", number, Map.of("receivedOn", "2026-01-14"));
        caseworker.does("assess-county", number, answers.assessment("lower", "3", "yes"));
        Someone head = cast.atDesk("county");
        head.take("批准调低等级（县）", number)
                .choose("approved", "yes")
                .write("reason", "监护人见不到孩子。")
                .send();
        caseworker.does("conference", number, answers.conference("revoke", List.of()));
        caseworker.does("guardianship-assessment", number, Answers.guardianshipReport());
        isHandedTo("登记临时监护", "鹿寨县民政局");
        civil.does("guardianship-decision", number, answers.guardianship("6", "institution"));
        caseworker.does("plan-county", number, answers.plan("county", "2026-04-15"));
    }

    /** Of a restricted case nobody sees a task who is not named on it: the head of the county body names who gets it. */
    private void isHandedTo(String task, String unit) {
        Someone head = cast.atDesk("county");
        head.open("/cases/" + CountyCase.with(CHILD, number).file());
        head.page().click("li.sw-row:has-text('" + task + "') a[href$='/reassign']");
        head.page().click("label:has-text('" + unit + "')");
        head.page().click("form[action$='/reassign'] button");
        head.page().waitForURL(url -> !url.endsWith("/reassign"));
    }

    /** Of the steps before the procuratorate the county body is told; what the procuratorate was sent, it answers itself. */
    private void thePoliceFileInTheEnd() {
        CountyCase theCase = CountyCase.with(CHILD, number);
        theCase.begins("caseworker", "no-filing");
        caseworker.does(
                "notice", number, Map.of("servedOn", "2026-01-13", "servedTo", "county-body", "officer", "示例民警"));
        caseworker.does(
                "next-step", number, Map.of("step", "procurator", "goneOn", "2026-01-15", "goneBy", "county-body"));
        theCase.begins("caseworker", "referral");
        caseworker.does("write", number, toTheProcuratorate());
        clock.set(LocalDateTime.of(2026, 1, 19, 9, 0));
        procurator.does("receive", CHILD, Map.of("referralAnswer", "accept", "heard", "own"));
        caseworker.does("feedback-progress-county", CHILD, Map.of("toldBy", "state-only", "why", "限定查阅。"));
        caseworker.does("asked", number, Map.of("asked", "yes", "askedOn", "2026-01-19"));
        clock.set(LocalDateTime.of(2026, 1, 27, 9, 0));
        caseworker.does(
                "reasons", number, Map.of("reasonsOn", "2026-01-24", "view", "order", "orderedOn", "2026-01-27"));
        procurator.does("report", CHILD, Map.of("referralResult", "final", "words", "已通知公安机关立案。", "heard", "own"));
        clock.set(LocalDateTime.of(2026, 2, 9, 9, 0));
        caseworker.does("filing", number, Map.of("answer", "filed", "answeredOn", "2026-02-06"));
    }

    private static Map<String, Object> toTheProcuratorate() {
        Map<String, Object> said = new HashMap<>(Map.of(
                "referralKind",
                "agency",
                "toAgency",
                TestParts.everything()
                        .sql("select id from agency where key = 'procuratorate'")
                        .query(String.class)
                        .single()));
        said.putAll(Map.of("purpose", "inquiry", "ground", "duty", "without", "duty", "need", "请监督立案。"));
        said.putAll(Map.of("fields", List.of("identity", "course"), "courseWords", "公安机关决定不立案。"));
        return said;
    }

    /** The women's federation is to apply; the court says itself what it does. */
    private void theCourtRevokes() {
        CountyCase.with(CHILD, number).begins("caseworker", "revocation");
        caseworker.does(
                "apply",
                number,
                Map.of(
                        "ground", "harm",
                        "applicant", "federation",
                        "facts", "见材料。",
                        "childView", "想跟姑姑住。",
                        "appliedOn", "2026-02-09"));
        clock.set(LocalDateTime.of(2026, 2, 11, 9, 0));
        isHandedTo("登记法院受理情况", "鹿寨县人民法院");
        new Colleague("court")
                .does("court-accepts", number, Map.of("acceptance", "accepted", "acceptedOn", "2026-02-10"));
        clock.set(LocalDateTime.of(2026, 3, 6, 9, 0));
        Someone judge = cast.atDesk("court");
        judge.take("登记法院裁判", number).choose("decision", "revoked").write("decidedOn", "2026-03-06");
        judge.choose("newGuardian", "kin").write("guardianName", "示例姑姑").send();
    }

    private void theNewGuardianTakesHerIn() {
        clock.set(LocalDateTime.of(2026, 3, 9, 9, 0));
        Map<String, Object> settled = new HashMap<>(Map.of("handedOn", "2026-03-09", "toPlace", "relative"));
        settled.putAll(Map.of("hukou", "yes", "school", "yes", "property", "yes"));
        settled.putAll(Map.of("maintenance", "yes", "restoration", "yes"));
        civil.does("settle", number, settled);
        civil.does(
                "review",
                number,
                Map.of(
                        "childNow", "在姑姑家住得好。",
                        "guardianshipOutcome", "end",
                        "endedOn", "2026-03-09",
                        "endReason", "other-guardian",
                        "place", "relative"));
    }

    private void goesOnWell() {
        clock.set(LocalDateTime.of(2026, 4, 16, 9, 0));
        caseworker.does("visit-county", number, answers.seen());
        caseworker.does(
                "review-county",
                number,
                Map.of("progress", "姑姑照看得好。", "outcome", "continue", "reviewDate", "2026-07-15"));
    }
}
