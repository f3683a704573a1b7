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

/** A case the county leads: its head alone lowers the grade, and of a graver grade one visit in vain is looked into. */
@ShouwangTest
class MissedVisitIT {

    private static final Duration FEW_DAYS = Duration.ofDays(3);

    private final Colleague director = new Colleague("director");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague station = new Colleague("station");
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague head = new Colleague("county");

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInMarch() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void ofYellowOneIsLookedInto() {
        String number = accepted("阿岸");
        caseworker.does("assess-county", number, assessed("agree", "2"));
        caseworker.does("plan-county", number, plan());

        clock.advance(Duration.ofDays(31));
        station.does("visit-station", number, missed());
        supervisor.does(
                "missed-visit", number, Map.of("safeKnown", "no", "action", "打不通电话，请县里今天去。", "visitor", "county"));
        // Nobody knows that the child is safe: the next one goes now, not in a month.
        caseworker.does("visit-county", number, Map.of("outcome", "seen", "danger", "no", "changed", "same"));

        clock.advance(FEW_DAYS);
        assertThat(caseworker.sees("visit-county", number)).isFalse();
        clock.advance(Duration.ofDays(28));
        caseworker.does("visit-county", number, missed());
        supervisor.does(
                "missed-visit",
                number,
                Map.of("safeKnown", "yes", "action", "学校说孩子每天都到校，下个月再去。", "visitor", "station"));
        clock.advance(FEW_DAYS);
        assertThat(station.sees("visit-station", number)).isFalse();
        clock.advance(Duration.ofDays(28));
        station.does("visit-station", number, Map.of("outcome", "seen", "danger", "no", "changed", "same"));
        assertThat(supervisor.sees("missed-visit", number)).isFalse();
    }

    @Test
    void ofRedOneIsLookedIntoAndDangerGoesFirst() {
        String number = accepted("阿泊");
        caseworker.does("assess-county", number, assessed("raise", "1"));
        caseworker.does("plan-county", number, plan());

        clock.advance(Duration.ofDays(8));
        station.does("visit-station", number, missed());
        supervisor.does(
                "missed-visit", number, Map.of("safeKnown", "unsure", "action", "邻居说听到哭声，马上再去。", "visitor", "station"));
        Map<String, Object> danger = new HashMap<>(missed());
        danger.put("danger", "yes");
        station.does("visit-station", number, danger);
        assertThat(caseworker.take("emergency", number)).isNotBlank();
        assertThat(supervisor.sees("missed-visit", number)).isFalse();
    }

    @Test
    void whoLeadsLowersTheGrade() {
        String number = accepted("阿汀");
        caseworker.does("assess-county", number, assessed("lower", "3"));
        head.take("approve-grade-county", number);
        assertThat(supervisor.sees("approve-grade-township", number)).isFalse();
        assertThat(supervisor.sees("approve-grade-county", number)).isFalse();
        assertThat(caseworker.sees("approve-grade-county", number)).isFalse();
        head.does("approve-grade-county", number, Map.of("approved", "yes", "reason", "父亲已经回家照料。"));
        assertThat(head.file(number).path("file").path("grade").asString()).isEqualTo("3");
    }

    /** Gives the case's number. */
    private String accepted(String child) {
        director.reports(Map.of("worries", List.of("23"), "childName", child));
        supervisor.does(
                "triage", child, Map.of("outcome", "accept", "grade", "2", "lead", "county", "reason", "请县里主责。"));
        return caseworker.numberOf("assess-county", child);
    }

    /** One thing found, that nobody at home can care: the table says yellow. */
    private static Map<String, Object> assessed(String judgement, String grade) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "suspectAccess", "no",
                "childHeard", "yes",
                "childWords", "想有人陪。",
                "judgement", judgement,
                "grade", grade,
                "conference", "no",
                "nextDate", "2026-12-20"));
        if (!judgement.equals("agree")) {
            answers.put("reason", "和学校、邻居核实过。");
        }
        for (int each = 1; each <= 10; each++) {
            answers.put("d" + each, each == 4 ? "yes" : "no");
        }
        return answers;
    }

    private static Map<String, Object> plan() {
        Map<String, Object> need = Map.of("need", "care", "goal", "晚上有大人在家", "by", "relative");
        return Map.of("needs", List.of(need), "visitor", "station", "reviewDate", "2026-12-15");
    }

    private static Map<String, Object> missed() {
        return Map.of("outcome", "missed", "missReason", "nobody", "danger", "no");
    }
}
