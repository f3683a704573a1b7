package org.shouwang.supervision.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.supervision.Board;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;
import org.springframework.context.MessageSource;

/** Says codes, times and spans in one reader's language; a template has it as {@code words}. */
public record BoardWords(Catalogues catalogues, MessageSource messages, Clock clock, Locale locale) {

    public String code(String list, @Nullable String key) {
        if (key == null) {
            return "";
        }
        return catalogues
                .current()
                .codes()
                .find(list)
                .map(found -> found.name(key, locale))
                .orElse(key);
    }

    public String name(Board.Kept clock) {
        return locale.getLanguage().equals("en") ? clock.en() : clock.zh();
    }

    public String moment(Instant at) {
        return ExactTime.moment(at, locale);
    }

    /** The day to whose 24:00 an end belongs. */
    public String lastDay(Instant due) {
        return LocalDate.ofInstant(due.minusNanos(1), clock.getZone()).toString();
    }

    /** How long ago, roughly: 3 天, 5 小时, 20 分钟. */
    public String ago(Instant at) {
        return span(Duration.between(at, clock.instant()));
    }

    public String minutes(long minutes) {
        return span(Duration.ofMinutes(minutes));
    }

    private String span(Duration span) {
        if (span.toDays() > 0) {
            return messages.getMessage("board.span.days", new Object[] {span.toDays()}, locale);
        }
        if (span.toHours() > 0) {
            return messages.getMessage("board.span.hours", new Object[] {span.toHours()}, locale);
        }
        return messages.getMessage("board.span.minutes", new Object[] {Math.max(0, span.toMinutes())}, locale);
    }
}
