package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;

/** Two ends of a case that no visit brings about: the child turns eighteen, or dies. */
@ShouwangTest
class GrownUpIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Colleague grid = new Colleague("grid");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague station = new Colleague("station");
    private final Colleague county = new Colleague("county");
    private final String child = "阿成" + UUID.randomUUID().toString().substring(0, 4);

    @Autowired
    TestClock clock;

    private String number;
    private String file;

    @BeforeEach
    void aCase() {
        clock.set(TODAY.atTime(9, 0));
        grid.reports(Map.of("worries", List.of("23"), "childName", child));
        supervisor.does(
                "triage", child, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        number = station.numberOf("assess-township", child);
        file = station.file(number).at("/file/id").asString();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    /** The day before, nothing; on the day, the leading unit decides: go on, and on that day once more; then close. */
    @Test
    void turnsEighteenAndSomebodyDecides() {
        assess();
        station.does(
                "plan-township",
                number,
                Map.of(
                        "needs",
                        List.of(Map.of("need", "school", "goal", "读完中专", "by", "school")),
                        "visitor",
                        "station",
                        "reviewDate",
                        "2026-12-15"));
        born(child, TODAY.minusYears(18).plusDays(1));
        assertThat(station.sees("adult-township", number)).isFalse();
        clock.set(TODAY.plusDays(1).atTime(9, 0));
        assertThat(station.doesInVain(
                        "adult-township",
                        number,
                        Map.of("outcome", "continue", "until", "2026-03-03", "reason", "还在上学。")))
                .contains("until");
        station.does("adult-township", number, Map.of("outcome", "continue", "until", "2026-07-01", "reason", "还在上学。"));
        clock.set(LocalDateTime.of(2026, 6, 30, 9, 0));
        assertThat(station.sees("adult-township", number)).isFalse();
        clock.set(LocalDateTime.of(2026, 7, 1, 9, 0));
        station.does("adult-township", number, Map.of("outcome", "close"));
        assertThat(state()).isEqualTo("open");

        station.does(
                "review-township",
                number,
                Map.of("outcome", "close", "progress", "中专毕业，找到了工作。", "results", Answers.met("school")));
        station.does("closing-township", number, closing("adult"));
        supervisor.does("approve-closing-township", number, Map.of("approved", "yes"));
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void isTheCountysToDecideWhereItLeads() {
        CountyCase ours = CountyCase.of("阿县", "父母不在。");
        String name = ours.child();
        born(name, TODAY.minusYears(18));
        new Colleague("caseworker").does("adult-county", ours.number(), Map.of("outcome", "close"));
    }

    /** Whoever recorded it does not confirm it; a mistake changes nothing; confirmed, the case ends in the midst of work. */
    @Test
    void diesAndASecondPersonConfirmsIt() {
        assertThat(begins("director")).isIn(403, 404);
        assertThat(begins("police")).isIn(403, 404);
        assertThat(begins("station")).isEqualTo(201);
        station.does("record-death", number, death("2026-03-01"));
        assertThat(station.sees("confirm-death", number)).isFalse();
        county.does("confirm-death", number, Map.of("confirmed", "no", "reason", "同名的另一个孩子。"));
        assertThat(state()).isEqualTo("open");
        assertThat(station.sees("assess-township", number)).isTrue();

        assertThat(begins("station")).isEqualTo(201);
        assertThat(station.doesInVain("record-death", number, death("2026-03-03")))
                .contains("diedOn");
        station.does("record-death", number, death("2026-03-01"));
        county.does("confirm-death", number, Map.of("confirmed", "yes"));
        assertThat(state()).isEqualTo("closed");
        assertThat(station.file(number).at("/file/closeReason").asString()).isEqualTo("death");
        assertThat(station.sees("assess-township", number)).isFalse();
        assertThat(station.runs(number, "child-protection")).containsExactly(false);
        assertThat(station.clocks(number)).isEmpty();
    }

    private void assess() {
        ClosedCase.assess(station, number, "想学修车。");
    }

    private static Map<String, Object> closing(String reason) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "testDanger", "yes",
                "testPlan", "yes",
                "testVisits", "no",
                "testPolice", "yes",
                "testChild", "yes",
                "reason", reason,
                "results", "中专毕业。"));
        answers.put("exception", "已经成年，自己有工作。");
        return answers;
    }

    private static Map<String, Object> death(String on) {
        return Map.of("diedOn", on, "place", "hospital", "toldBy", "health", "police", "yes", "otherChildren", "no");
    }

    private int begins(String who) {
        return Api.as(who)
                .post(
                        "/api/v1/cases/" + file + "/processes",
                        Map.of("process", "child-death"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .status();
    }

    /** The register now knows the day of birth. */
    private static void born(String child, LocalDate on) {
        TestParts.everything()
                .sql("update person set birth_date = ? where name = ?")
                .params(on, child)
                .update();
    }

    private String state() {
        return station.file(number).at("/file/state").asString();
    }
}
