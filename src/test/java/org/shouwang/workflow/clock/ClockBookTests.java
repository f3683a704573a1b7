package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.workflow.catalogue.Fault;

class ClockBookTests {

    private static final Instant MARCH_2026 = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void takesAFileWithoutFaults() {
        assertThat(faults(Books.clock("P-visit", "ladder: township", "warn: P1D", "calendar: natural")))
                .isEmpty();
    }

    record Wrong(String line, String place, String reason) {

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Wrong> wrongs() {
        return Stream.of(
                new Wrong("basis", "basis", "missing"),
                new Wrong("actor", "actor", "missing"),
                new Wrong("duration", "duration", "missing"),
                new Wrong("kind: legal", "kind", "not one of"),
                new Wrong("mark: X", "mark", "not one of"),
                new Wrong("actor: sheriff", "actor", "sheriff"),
                new Wrong("ladder: nowhere", "ladder", "no ladder nowhere"),
                new Wrong("duration: 3 days", "duration", "not a duration"),
                new Wrong("duration: P1DT2H", "duration", "not a duration"),
                new Wrong("duration-by-grade: {\"1\": soon}", "duration-by-grade.1", "not a duration"),
                new Wrong("duration-by-grade: {\"7\": P1D}", "duration-by-grade.7", "no grade"),
                new Wrong("kind: statutory", "mark", "cannot be statutory"),
                new Wrong("valid-from: 2026-02-30", "valid-from", "not a date"),
                new Wrong("starts: whenever", "starts", "not of the form"),
                new Wrong("stops: never", "stops", "not of the form"),
                new Wrong("warn: P1WD", "warn", "not a duration"),
                new Wrong("calendar: lunar", "calendar", "not one of"),
                new Wrong("roll: tomorrow", "roll", "not one of"),
                new Wrong("warm: P1D", "warm", "unknown field"));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void namesFilePlaceAndReason(Wrong wrong) {
        assertThat(faults(Books.clock("P-visit", wrong.line()))).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("clocks.yaml");
            assertThat(fault.place()).isEqualTo("[1] (P-visit)." + wrong.place());
            assertThat(fault.reason()).contains(wrong.reason());
        });
    }

    @Test
    void refusesTermsThatDoNotFitTheirCalendar() {
        assertThat(reasons(Books.clock("A", "duration: PT4H", "roll: next-working-day")))
                .anyMatch(reason -> reason.contains("hours run through"));
        assertThat(reasons(Books.clock("A", "duration: P3WD", "calendar: natural")))
                .anyMatch(reason -> reason.contains("does not fit"));
        assertThat(reasons(Books.clock("A", "duration: none", "warn: P1D")))
                .anyMatch(reason -> reason.contains("only measures"));
        assertThat(reasons(Books.clock("A", "external: true", "ladder: township")))
                .anyMatch(reason -> reason.contains("never escalated"));
    }

    @Test
    void countsDaysOfTheWorkingCalendarAsWorkingDays() {
        ClockBook book = Books.of(Books.clock("A", "duration: P3D", "calendar: working"));

        assertThat(book.rule("A", MARCH_2026).term(null)).contains(new Term(Term.Unit.WORKING_DAYS, 3));
    }

    @Test
    void refusesTheSameVersionTwice() {
        assertThat(reasons(Books.clock("A") + Books.clock("A"))).anyMatch(reason -> reason.contains("there twice"));
    }

    @Test
    void choosesTheVersionByTheDate() {
        ClockBook book = Books.of(Books.clock("A", "duration: P5D", "valid-from: 2026-03-01")
                + Books.clock("A", "duration: P3D", "valid-from: 2025-01-01"));

        assertThat(term(book, "2026-02-28T15:59:59Z")).isEqualTo("P3D");
        assertThat(term(book, "2026-02-28T16:00:00Z")).isEqualTo("P5D");
        assertThat(term(book, "2020-01-01T00:00:00Z")).isEqualTo("P3D");
    }

    private static String term(ClockBook book, String at) {
        return book.rule("A", Instant.parse(at)).term(null).orElseThrow().toString();
    }

    @Test
    void takesTheTermOfTheGrade() {
        ClockRule rule = Books.of(Books.clock("A", "duration: P30D", "duration-by-grade: {\"1\": P7D}"))
                .rule("A", MARCH_2026);

        assertThat(rule.term("1")).contains(new Term(Term.Unit.DAYS, 7));
        assertThat(rule.term("4")).contains(new Term(Term.Unit.DAYS, 30));
    }

    @Test
    void findsWhatStartsWithATask() {
        ClockBook book = Books.of(Books.clock("A", "starts: task:report-intake/triage") + Books.clock("B"));

        assertThat(book.startedBy("task:report-intake/triage", MARCH_2026))
                .extracting(ClockRule::key)
                .containsExactly("A");
    }

    @Test
    void refusesALadderToNobodyOrDownwards() {
        List<Fault> faults = new ArrayList<>();
        Books.read(
                Map.of(
                        "ladders.yaml",
                        "- {key: l, steps: [{after: P2D, to: sheriff}, {after: P1D, to: county-supervisor}]}"),
                faults);

        assertThat(faults).extracting(Fault::place).containsExactly("[1] (l).steps[1].to", "[1] (l).steps[2].after");
    }

    @Test
    void refusesACalendarWithForeignDays() {
        List<Fault> faults = new ArrayList<>();
        Books.read(
                Map.of("calendars/2027.yaml", "{year: 2027, basis: x, days: [{date: 2026-01-01, kind: off}]}"), faults);

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("calendars/2027.yaml");
            assertThat(fault.reason()).contains("not in 2027");
        });
    }

    private static List<Fault> faults(String clocks) {
        List<Fault> faults = new ArrayList<>();
        Books.read(Map.of("clocks.yaml", clocks), faults);
        return faults;
    }

    private static List<String> reasons(String clocks) {
        return faults(clocks).stream().map(Fault::reason).toList();
    }
}
