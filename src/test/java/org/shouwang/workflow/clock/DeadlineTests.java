package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case was counted by hand from the State Council's calendars; the name of the case is the counting. */
class DeadlineTests {

    private final Calendars calendars = Books.of("[]").calendars();

    @ParameterizedTest(name = "{4}")
    @MethodSource("counted")
    void endsAsCountedByHand(String anchor, String term, boolean roll, String end, String reasoning) {
        Deadline deadline = Deadline.of(Term.parse(term).orElseThrow(), roll, at(anchor), calendars);

        assertThat(ExactTime.end(deadline.due(), Locale.CHINA)).isEqualTo(end);
        assertThat(deadline.guessed()).isEmpty();
    }

    static Stream<Arguments> counted() {
        return Stream.of(
                hours(
                        "2025-11-15T23:00",
                        "PT4H",
                        "2025-11-16 周日 03:00",
                        "4 h from Saturday 23:00 run through the night"),
                hours("2026-02-16T20:30", "PT24H", "2026-02-17 周二 20:30", "24 h do not stop for 除夕 and 春节"),
                hours("2025-09-30T17:00", "PT72H", "2025-10-03 周五 17:00", "72 h from 30 Sep run into 国庆: 1, 2, 3 Oct"),
                plain(
                        "2025-03-03T09:00",
                        "P3D",
                        "2025-03-06 周四 24:00",
                        "3 d from Mon 3 Mar: the 3rd is not counted; 4, 5, 6"),
                plain(
                        "2025-03-03T00:00",
                        "P3D",
                        "2025-03-06 周四 24:00",
                        "3 d from 00:00 of 3 Mar: that day has begun; 4, 5, 6"),
                plain("2025-03-03T23:59", "P3D", "2025-03-06 周四 24:00", "3 d from 23:59 of 3 Mar: the same three days"),
                plain(
                        "2025-09-29T10:00",
                        "P7D",
                        "2025-10-06 周一 24:00",
                        "7 d in force from 29 Sep: 30, 1-6 Oct; a holiday ends it too"),
                roll(
                        "2025-09-29T10:00",
                        "P7D",
                        "2025-10-09 周四 24:00",
                        "7 d rolling: 6 Oct is 国庆, 7 and 8 too; Thu 9 is worked"),
                roll(
                        "2025-03-08T10:00",
                        "P7D",
                        "2025-03-17 周一 24:00",
                        "7 d rolling from Sat 8 Mar: Sat 15 and Sun 16 give way to Mon 17"),
                roll(
                        "2025-04-24T10:00",
                        "P3D",
                        "2025-04-27 周日 24:00",
                        "3 d rolling to Sun 27 Apr: a make-up working day, so it stays"),
                roll(
                        "2026-01-16T10:00",
                        "P30D",
                        "2026-02-24 周二 24:00",
                        "30 d rolling: 15 Jan days + 15 = 15 Feb, 春节 until 23, so Tue 24"),
                plain(
                        "2025-09-26T15:00",
                        "P5WD",
                        "2025-10-10 周五 24:00",
                        "5 wd from Fri 26 Sep: Sun 28 (worked), 29, 30, then 9, 10 Oct"),
                plain(
                        "2025-09-26T15:00",
                        "P6WD",
                        "2025-10-11 周六 24:00",
                        "6 wd from Fri 26 Sep: the sixth is Sat 11 Oct, made up"),
                plain(
                        "2025-11-15T23:00",
                        "P3WD",
                        "2025-11-19 周三 24:00",
                        "3 wd from Saturday 23:00: Sun is off; Mon 17, 18, 19"),
                plain(
                        "2026-02-13T10:00",
                        "P3WD",
                        "2026-02-25 周三 24:00",
                        "3 wd from Fri 13 Feb: Sat 14 (worked), 春节 15-23, Tue 24, Wed 25"),
                plain(
                        "2026-02-13T10:00",
                        "P6WD",
                        "2026-02-28 周六 24:00",
                        "6 wd from Fri 13 Feb: 14, 24, 25, 26, 27, Sat 28 (worked)"),
                plain(
                        "2025-12-31T16:00",
                        "P1WD",
                        "2026-01-04 周日 24:00",
                        "1 wd over New Year: 1-3 Jan off, Sun 4 Jan is made up"),
                plain(
                        "2026-01-30T09:00",
                        "P15WD",
                        "2026-02-27 周五 24:00",
                        "15 wd from Fri 30 Jan: 2-6 Feb (5), 9-13 (10), Sat 14 (11), 24-27 (15)"),
                plain(
                        "2026-09-18T09:00",
                        "P1WD",
                        "2026-09-20 周日 24:00",
                        "1 wd from Fri 18 Sep: Sat is off, Sun 20 is made up"),
                plain(
                        "2026-09-22T09:00",
                        "P10WD",
                        "2026-10-13 周二 24:00",
                        "10 wd from Tue 22 Sep: 23, 24, 28, 29, 30, 8-10 Oct (Sat made up), 12, 13"),
                plain(
                        "2025-01-31T10:00",
                        "P1M",
                        "2025-02-28 周五 24:00",
                        "1 month from 31 Jan: February has no 31st, so its last day"),
                plain(
                        "2025-02-28T10:00",
                        "P1M",
                        "2025-03-28 周五 24:00",
                        "1 month from 28 Feb: the same number, not the last day"),
                plain(
                        "2025-08-31T10:00",
                        "P6M",
                        "2026-02-28 周六 24:00",
                        "6 months in force from 31 Aug: the last day of February"),
                roll(
                        "2025-09-06T10:00",
                        "P1M",
                        "2025-10-09 周四 24:00",
                        "1 month rolling to 6 Oct: 国庆 until the 8th, so Thu 9"),
                roll(
                        "2025-09-11T10:00",
                        "P1M",
                        "2025-10-11 周六 24:00",
                        "1 month rolling to Sat 11 Oct: made up, so it stays"));
    }

    private static Arguments hours(String anchor, String term, String end, String reasoning) {
        return arguments(anchor, term, false, end, reasoning);
    }

    private static Arguments plain(String anchor, String term, String end, String reasoning) {
        return arguments(anchor, term, false, end, reasoning);
    }

    private static Arguments roll(String anchor, String term, String end, String reasoning) {
        return arguments(anchor, term, true, end, reasoning);
    }

    @Test
    void countsWeekendsOnlyAndSaysSoInAYearWithoutHolidays() {
        Deadline deadline = Deadline.of(term("P3WD"), false, at("2026-12-30T10:00"), calendars);

        assertThat(ExactTime.end(deadline.due(), Locale.CHINA)).isEqualTo("2027-01-04 周一 24:00");
        assertThat(deadline.guessed()).isEqualTo(OptionalInt.of(2027));
    }

    @Test
    void isCertainOfNaturalDaysInAYearWithoutHolidays() {
        assertThat(Deadline.of(term("P30D"), false, at("2026-12-30T10:00"), calendars)
                        .guessed())
                .isEmpty();
    }

    @Test
    void movesAnHourTermByJustThePause() {
        Deadline moved =
                Deadline.afterPause(at("2025-03-03T09:00"), Duration.ofMinutes(95), term("PT4H"), false, calendars);

        assertThat(moved.due()).isEqualTo(at("2025-03-03T10:35"));
    }

    @Test
    void doesNotCountADayThatWasPausedInPart() {
        Instant due = at("2025-03-07T00:00");

        assertThat(Deadline.afterPause(due, Duration.ofDays(2), term("P3D"), false, calendars)
                        .due())
                .isEqualTo(at("2025-03-09T00:00"));
        assertThat(Deadline.afterPause(due, Duration.ofHours(30), term("P3D"), false, calendars)
                        .due())
                .isEqualTo(at("2025-03-09T00:00"));
    }

    @Test
    void endsWorkingDaysOnAWorkingDayAfterAPause() {
        Deadline moved =
                Deadline.afterPause(at("2025-03-08T00:00"), Duration.ofDays(1), term("P3WD"), false, calendars);

        assertThat(ExactTime.end(moved.due(), Locale.CHINA)).isEqualTo("2025-03-10 周一 24:00");
    }

    @ParameterizedTest
    @MethodSource("notTerms")
    void takesNoMixturesForATerm(String text) {
        assertThat(Term.parse(text)).isEmpty();
    }

    static Stream<String> notTerms() {
        return Stream.of("", "3D", "P0D", "P-3D", "P1DT2H", "PT30S", "PT0S", "P1M2D", "PWD", "none", "PT1H5S");
    }

    @ParameterizedTest
    @MethodSource("terms")
    void writesATermSoThatItReadsTheSame(String text) {
        Term term = term(text);

        assertThat(Term.parse(term.toString())).contains(term);
    }

    static Stream<String> terms() {
        return Stream.of("PT90M", "PT4H", "PT72H", "P3D", "P9999W", "P15WD", "P6M", "P1Y");
    }

    private static Term term(String text) {
        return Term.parse(text).orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Deadline.ZONE).toInstant();
    }
}
