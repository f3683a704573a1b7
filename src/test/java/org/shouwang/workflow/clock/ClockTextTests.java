package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The moments and words are those of the drawn pages: it is Thursday 2026-03-12, 10:32. */
class ClockTextTests {

    private final ClockText text = new ClockText(bundles(), Clock.fixed(at("2026-03-12T10:32"), Deadline.ZONE));

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages/clock");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    @Test
    void saysHowMuchIsLeft() {
        assertThat(due("2026-03-18T00:00").left()).isEqualTo("还剩 5 天");
        assertThat(due("2026-03-14T00:00").left()).isEqualTo("还剩 1 天");
        assertThat(due("2026-03-12T17:00").left()).isEqualTo("还剩 6 小时");
        assertThat(due("2026-03-12T11:00").left()).isEqualTo("还剩 28 分钟");
        assertThat(due("2026-03-12T10:32:30").left()).isEqualTo("还剩不到 1 分钟");
    }

    @Test
    void saysHowLateItIs() {
        assertThat(due("2026-03-12T00:00").left()).isEqualTo("逾期 10 小时");
        assertThat(due("2026-03-11T00:00").left()).isEqualTo("逾期 2 天");
        assertThat(due("2026-03-11T10:32").left()).isEqualTo("逾期 1 天");
        assertThat(due("2026-03-12T00:00").title()).isEqualTo("应于 2026-03-11 周三 24:00 前");
        assertThat(due("2026-03-12T00:00").urgency()).isEqualTo("late");
    }

    @Test
    void pressesWhenTheEndIsNear() {
        assertThat(due("2026-03-14T00:00").urgency()).isEqualTo("soon");
        assertThat(due("2026-03-16T00:00").urgency()).isEmpty();
        assertThat(due("2026-03-14T00:00").title()).isEqualTo("2026-03-13 周五 24:00");
    }

    @Test
    void measuresWhatHasNoLimit() {
        ClockWords words = text.words(
                clock("2026-03-12T09:50", null, false, "kind: statutory", "mark: T", "duration: none"), Locale.CHINA);

        assertThat(words.left()).isEqualTo("已等 42 分钟");
        assertThat(words.kind()).isEqualTo("法定：及时");
        assertThat(words.title()).isEqualTo("2026-03-12 周四 09:50 收到");
        assertThat(words.urgency()).isEmpty();
        assertThat(words.term()).isEmpty();
    }

    @Test
    void neverCallsAnOutsideOrganLate() {
        ClockWords words = text.words(
                clock("2026-03-02T09:50", "2026-03-11T00:00", true, "kind: statutory", "mark: K", "basis: 某意见 第十三条"),
                Locale.CHINA);

        assertThat(words.left()).isEqualTo("已过法定期限，待核实");
        assertThat(words.urgency()).isEqualTo("ask");
        assertThat(words.basis()).isEqualTo("某意见 第十三条");
        assertThat(words.kindStyle()).isEqualTo("law");
        assertThat(words.badge().ask()).isTrue();
        assertThat(words.badge().late()).isFalse();
    }

    @Test
    void doesNotCallADefaultTheLaw() {
        ClockWords words = text.words(clock("2026-03-02T09:50", "2026-03-11T00:00", true), Locale.CHINA);

        assertThat(words.left()).doesNotContain("法定");
        assertThat(words.kind()).isEqualTo("本县默认");
        assertThat(words.term()).contains("3 日");
    }

    @Test
    void speaksEnglish() {
        ClockView clock = clock("2026-03-02T09:50", "2026-03-14T00:00", false);

        assertThat(text.words(clock, Locale.ENGLISH).left()).isEqualTo("1 day left");
        assertThat(text.words(clock, Locale.ENGLISH).title()).isEqualTo("2026-03-13 Fri 24:00");
        assertThat(text.words(clock, Locale.ENGLISH).kind()).isEqualTo("County default");
    }

    private ClockWords due(String due) {
        return text.words(clock("2026-03-02T09:50", due, false), Locale.CHINA);
    }

    private static ClockView clock(String started, @Nullable String due, boolean external, String... lines) {
        ClockRule rule = Books.of(Books.clock("A", lines) + "  external: " + external + "\n")
                .rule("A", at(started));
        Instant end = due == null ? null : at(due);
        return new ClockView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                ClockSource.of(rule, null),
                new ClockHolder("case-worker", "450223000000", null),
                new ClockTimes(at(started), end, null, null, null, null, Duration.ZERO, null, null, null),
                0,
                "450223000000",
                "open");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Deadline.ZONE).toInstant();
    }
}
