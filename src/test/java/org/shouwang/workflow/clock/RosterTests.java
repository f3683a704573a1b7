package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.workflow.catalogue.Fault;

class RosterTests {

    private static final String WHOLE = """
            key: county-duty
            role: case-worker
            division: 450223000000
            shifts:
              - {days: [MON, TUE, WED, THU, FRI], from: "08:00", to: "18:00", officers: [{username: day, phone: 1}]}
              - {days: [MON, TUE, WED, THU, FRI], from: "18:00", to: "08:00", officers: [{username: night, phone: 2}]}
              - {days: [SAT, SUN], from: "08:00", to: "08:00",
                 officers: [{username: weekend, phone: "3"}, {username: second, phone: "4"}]}
            """;

    @Test
    void ringsTheWeekendsPeopleInOrderAtElevenOnSaturdayNight() {
        assertThat(onDuty("2025-11-15T23:00")).containsExactly("weekend", "second");
    }

    @Test
    void carriesANightShiftPastMidnight() {
        assertThat(onDuty("2025-11-14T23:59")).containsExactly("night");
        assertThat(onDuty("2025-11-15T07:59")).containsExactly("night");
        assertThat(onDuty("2025-11-15T08:00")).containsExactly("weekend", "second");
        assertThat(onDuty("2025-11-17T07:59")).containsExactly("weekend", "second");
        assertThat(onDuty("2025-11-17T08:00")).containsExactly("day");
    }

    @Test
    void waitsTenMinutesByDefault() {
        assertThat(roster(WHOLE, new ArrayList<>()).acknowledge()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void refusesARosterWithAGap() {
        List<Fault> faults = new ArrayList<>();
        roster(WHOLE.replace("[SAT, SUN]", "[SUN]"), faults);

        assertThat(faults)
                .containsExactly(new Fault("rosters/county.yaml", "shifts", "nobody is on duty from SAT 08:00"));
    }

    @Test
    void refusesUnknownRolesDaysAndTimes() {
        List<Fault> faults = new ArrayList<>();
        roster(
                WHOLE.replace("role: case-worker", "role: sheriff")
                        .replace("[SAT, SUN]", "[SAT, SUNDAY, SUN]")
                        .replace("to: \"18:00\"", "to: \"25:00\""),
                faults);

        assertThat(faults).extracting(Fault::place).contains("role", "shifts[3].days", "shifts[1].to");
    }

    @Test
    void keepsTelephoneNumbersOutOfLogs() {
        assertThat(new DutyOfficer("day", "13900000000").toString()).doesNotContain("139");
    }

    private static List<String> onDuty(String local) {
        return roster(WHOLE, new ArrayList<>())
                .onDuty(LocalDateTime.parse(local).atZone(Deadline.ZONE).toInstant())
                .stream()
                .map(DutyOfficer::username)
                .toList();
    }

    private static Roster roster(String text, List<Fault> faults) {
        return Books.read(Map.of("rosters/county.yaml", text), faults).roster("county-duty");
    }
}
