package org.shouwang.privacy.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Item;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Messages, codes and days in the reader's language. */
@Component
class PrivacyWords {

    private final MessageSource messages;
    private final Catalogues catalogues;
    private final Clock clock;

    PrivacyWords(MessageSource messages, Catalogues catalogues, Clock clock) {
        this.messages = messages;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
    }

    String code(String list, @Nullable String key, Locale locale) {
        return key == null ? "" : catalogues.current().codes().name(list, key, locale);
    }

    String codes(String list, List<String> keys, Locale locale) {
        return keys.stream()
                .map(key -> code(list, key, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? "; " : "；"));
    }

    List<Item> items(String list) {
        return catalogues.current().codes().get(list).items();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    String moment(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(ZonedDateTime.ofInstant(at, clock.getZone()));
    }
}
