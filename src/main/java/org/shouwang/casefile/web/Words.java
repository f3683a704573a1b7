package org.shouwang.casefile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Messages, code lists and times in the reader's language. */
@Component
class Words {

    private final MessageSource messages;
    private final Catalogues catalogues;
    private final Clock clock;

    Words(MessageSource messages, Catalogues catalogues, Clock clock) {
        this.messages = messages;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The message, or nothing but the key's end where no module has words for it. */
    String act(String act, Locale locale) {
        String said = messages.getMessage("act." + act, null, act, locale);
        return said == null ? act : said;
    }

    String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    String role(String key, Locale locale) {
        return catalogues
                .current()
                .roles()
                .find(key)
                .map(role -> locale.getLanguage().equals("en") ? role.en() : role.zh())
                .orElse(key);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** {@code 2026-03-12 周四 10:32}. */
    String moment(Instant at, Locale locale) {
        return format("yyyy-MM-dd EEE HH:mm", at, locale);
    }

    String format(String pattern, Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(ZonedDateTime.ofInstant(at, clock.getZone()));
    }
}
