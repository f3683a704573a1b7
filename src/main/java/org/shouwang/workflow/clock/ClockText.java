package org.shouwang.workflow.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says how a clock stands, in the reader's language. */
@Component
public class ClockText {

    /** Without a warning of its own a clock presses from two days before its end. */
    private static final Duration SOON = Duration.ofDays(2);

    private final MessageSource messages;
    private final Clock time;

    public ClockText(MessageSource messages, Clock time) {
        this.messages = messages;
        this.time = time;
    }

    public ClockWords words(ClockView clock, Locale locale) {
        ClockSource source = clock.source();
        Integer gap = clock.times().calendarGap();
        boolean law = source.kind() == ClockKind.STATUTORY;
        String kind = say("clock.source." + source.kind().key() + (source.term() == null ? ".measured" : ""), locale);
        return new ClockWords(
                left(clock, locale),
                urgency(clock),
                title(clock, locale),
                kind,
                law ? "law" : source.kind().key(),
                saysNoMore(source) ? kind : source.basis(),
                Optional.ofNullable(source.term()).map(term -> term(term, locale)),
                Optional.ofNullable(gap).map(year -> say("clock.doubt", locale, String.valueOf(year))));
    }

    /** The county's own files are Chinese: 本县默认 as a basis is what its kind says in every language. */
    private boolean saysNoMore(ClockSource source) {
        return source.basis().equals(say("clock.source." + source.kind().key(), Locale.SIMPLIFIED_CHINESE));
    }

    private String left(ClockView clock, Locale locale) {
        ClockTimes times = clock.times();
        Instant due = times.due();
        Instant now = time.instant();
        if (times.stopped() != null) {
            return say("clock.stopped", locale);
        }
        if (times.paused() != null) {
            return say("clock.paused", locale);
        }
        if (due == null) {
            return span("clock.waited", Duration.between(times.started(), now), false, locale);
        }
        if (now.isBefore(due)) {
            return span("clock.left", Duration.between(now, due), false, locale);
        }
        return clock.source().external()
                ? say("clock.ask." + clock.source().kind().key(), locale)
                : span("clock.late", Duration.between(due, now), true, locale);
    }

    /** Time left is rounded down and lateness in days up: the second day has begun when it is 2 天 late. */
    private String span(String code, Duration span, boolean up, Locale locale) {
        if (span.toMinutes() < 1) {
            return say(code + ".moment", locale);
        }
        if (span.toHours() < 1) {
            return say(code + ".minutes", locale, span.toMinutes());
        }
        if (span.toDays() < 1) {
            return say(code + ".hours", locale, span.toHours());
        }
        long days = up ? span.plusDays(1).minusNanos(1).toDays() : span.toDays();
        return say(code + ".days", locale, days);
    }

    private String urgency(ClockView clock) {
        ClockTimes times = clock.times();
        Instant due = times.due();
        if (due == null || !times.running()) {
            return "";
        }
        Instant now = time.instant();
        if (!now.isBefore(due)) {
            return clock.source().external() ? "ask" : "late";
        }
        Instant warn = times.warn();
        return now.isBefore(warn == null ? due.minus(SOON) : warn) ? "" : "soon";
    }

    private String title(ClockView clock, Locale locale) {
        ClockTimes times = clock.times();
        Instant due = times.due();
        Instant stopped = times.stopped();
        if (stopped != null) {
            return say("clock.title.stopped", locale, ExactTime.moment(stopped, locale));
        }
        if (due == null) {
            return say("clock.title.since", locale, ExactTime.moment(times.started(), locale));
        }
        String end = ExactTime.end(due, locale);
        boolean late = !time.instant().isBefore(due) && times.paused() == null;
        return late ? say("clock.title.late", locale, end) : end;
    }

    private String term(Term term, Locale locale) {
        long amount = term.amount();
        return switch (term.unit()) {
            case MINUTES ->
                amount % 60 == 0
                        ? say("clock.term.hours", locale, amount / 60)
                        : say("clock.term.minutes", locale, amount);
            case DAYS -> say("clock.term.days", locale, amount);
            case WORKING_DAYS -> say("clock.term.working-days", locale, amount);
            case MONTHS ->
                amount % 12 == 0
                        ? say("clock.term.years", locale, amount / 12)
                        : say("clock.term.months", locale, amount);
        };
    }

    private String say(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
