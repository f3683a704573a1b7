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
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A child moves to another county, and the case is not let go before that county has accepted it. In the summer the
 * child comes back, and it is this county that accepts.
 */
@ShouwangTest
class OtherCountyIT {

    private static final String CHILD = "阿远迁";

    private final Cast cast = new Cast();
    private final Colleague director = new Colleague("director");
    private final Colleague station = new Colleague("station");
    private final Colleague supervisor = new Colleague("supervisor");

    @Autowired
    TestClock clock;

    private Answers answers;

    @BeforeEach
    void aMondayInMay() {
        answers = new Answers(clock);
        clock.set(LocalDateTime.of(2026, 5, 11, 10, 0));
    }

    @AfterEach
    void back() {
        cast.close();
        clock.reset();
    }

    @Test
    void takesAChildOverAndGivesItBack() {
        String code = director.reports(Map.of("worries", List.of("23"), "childName", CHILD));
        String number = accepted();
        station.does("plan-township", number, answers.plan("station", "2026-11-11"));
        CountyCase theCase = CountyCase.with(CHILD, number);
        theCase.begins("station", "referral");
        station.does("write", number, transfer());
        isNotClosedBefore(number);
        clock.set(LocalDateTime.of(2026, 5, 15, 10, 0));
        station.does("feedback-progress", CHILD, Map.of("toldBy", "message", "said", "已有人在办。"));
        station.does("receive-outside", number, heard());
        isClosed(number);
        assertThat(Colleague.tracked(code)).isEqualTo("done");
        station.does("feedback-result", CHILD, Map.of("toldBy", "message", "said", "已转到外县接着办。"));
        Trail there = Trail.of(number);
        assertThat(there.journal()).isEqualTo("""
                reporting report.received
                reporting case.opened supervisor
                monitoring case.stage-skipped
                emergency case.stage-skipped
                reporting report.triaged supervisor
                reporting triage supervisor
                assessment case.responsible station
                assessment case.graded station
                assessment assess-township station
                intervention case.stage-skipped
                assessment plan-township station
                - process.started referral station
                - referral.sent station
                - write station
                assessment case.review-early supervisor
                assessment review-township station
                reporting feedback-progress station
                - referral.answered station
                - receive-outside station
                assessment closing-township station
                assessment approve-closing-township supervisor
                assessment case.closed
                reporting feedback-result station""");
        assertThat(there.clocks()).isEqualTo("""
                C04 measured > 2026-05-15
                P-assess 2026-05-25 > 2026-05-11
                P-closing 2026-05-18 > 2026-05-15
                P-plan 2026-05-18 > 2026-05-11
                P-referral-ask 2026-05-25 > 2026-05-15
                P-review-do 2026-05-18 > 2026-05-11
                P-triage 2026-05-12 > 2026-05-11
                P-approve-closing 2026-05-20 > 2026-05-15
                P-feedback-progress 2026-05-18 > 2026-05-15
                P-feedback-result 2026-05-20 > 2026-05-15""");

        Trail back = comesBack(number);
        assertThat(back.journal()).isEqualTo("""
                reporting report.received
                reporting case.opened supervisor
                monitoring case.stage-skipped
                emergency case.stage-skipped
                reporting report.triaged supervisor
                reporting triage supervisor
                assessment case.responsible station
                assessment case.graded station
                assessment assess-township station
                intervention case.stage-skipped
                - process.started incoming-transfer station
                - referral.incoming station
                - record-incoming station
                assessment plan-township station""");
        assertThat(back.clocks()).isEqualTo("""
                C04 measured runs
                P-assess 2026-08-24 > 2026-08-10
                P-plan 2026-08-17 > 2026-08-10
                P-triage 2026-08-11 > 2026-08-10""");
        assertThat(back.places("2026-05-11", "2026-08-11")).containsExactly("2026-05-11 home", "2026-08-11 home");
        there.tellsNothingOf(CHILD, "示例");
        back.tellsNothingOf(CHILD, "示例");
    }

    /** Gives the number of the case. */
    private String accepted() {
        Someone desk = cast.atDesk("supervisor");
        desk.take("受理线索", CHILD).choose("outcome", "accept").choose("grade", "3");
        desk.choose("lead", "township").write("reason", "先了解。").send();
        String number = station.numberOf("assess-township", CHILD);
        station.does("assess-township", number, answers.assessment("raise", "3", "no"));
        return number;
    }

    private static Map<String, Object> transfer() {
        Map<String, Object> said =
                new HashMap<>(Map.of("referralKind", "transfer", "toCounty", "柳城县", "tie", "school"));
        said.putAll(Map.of("toUnit", "示例县未保中心", "liaison", "示例联系人 0772-0000999", "way", "letter"));
        said.putAll(Map.of("purpose", "schooling", "ground", "duty", "without", "duty", "need", "请接着走访。"));
        said.putAll(Map.of("fields", List.of("identity", "school"), "schoolWords", "五月转学。"));
        return said;
    }

    private void isNotClosedBefore(String number) {
        assertThat(supervisor.turns(number, "review", "孩子转走了。")).isEqualTo(200);
        station.does(
                "review-township",
                number,
                Map.of("outcome", "close", "progress", "跟妈妈去了外县。", "results", Answers.met("care")));
        assertThat(station.doesInVain("closing-township", number, answers.closing("moved")))
                .contains("closing-not-accepted");
    }

    private Map<String, Object> heard() {
        return Map.of(
                "referralAnswer", "accept",
                "heard", "phone",
                "spokeWith", "示例副主任",
                "spokeAt", clock.instant().toString());
    }

    private void isClosed(String number) {
        station.does("closing-township", number, answers.closing("moved"));
        Someone desk = cast.atDesk("supervisor");
        desk.take("审批结案", number).choose("approved", "yes").send();
    }

    private Trail comesBack(String before) {
        clock.set(LocalDateTime.of(2026, 8, 10, 10, 0));
        String child = Api.as("station")
                .post("/api/v1/persons/search", Map.of("q", CHILD))
                .json()
                .at("/items/0/person/id")
                .asString();
        director.reports(Map.of("worries", List.of("23"), "childKnown", "yes", "child", child));
        String number = accepted();
        assertThat(number).isNotEqualTo(before);
        CountyCase.with(CHILD, number).begins("station", "incoming-transfer");
        station.does(
                "record-incoming",
                number,
                Map.of(
                        "fromCounty", "柳城县",
                        "fromUnit", "示例县未保中心",
                        "referenceNo", "示例移〔2026〕1 号",
                        "receivedOn", "2026-08-07",
                        "acceptedOn", "2026-08-10",
                        "toldWay", "phone",
                        "toldWhom", "示例联系人"));
        station.does("plan-township", number, answers.plan("station", "2026-11-11"));
        return Trail.of(number);
    }
}
