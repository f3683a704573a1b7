package org.shouwang.rescue;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How far the child's treatment has come, on the case's page: stages and times, nothing a doctor said. */
@Component
class RescuePart implements CasePart {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RescueStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    RescuePart(RescueStore store, Catalogues catalogues, MessageSource messages, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "medical-rescue";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .map(step -> new Line(step.at(), step.record(), what(step, locale), details(step, locale)))
                .toList();
    }

    private String what(RescueStep step, Locale locale) {
        String stage = say("rescue.stage." + step.stage(), locale);
        return step.skip() == null
                ? stage
                : say("rescue.skipped", locale, stage, code("RESCUE_SKIP", step.skip(), locale));
    }

    private List<String> details(RescueStep step, Locale locale) {
        List<String> details = new ArrayList<>();
        if (step.happenedAt() != null) {
            details.add(MOMENT.format(LocalDateTime.ofInstant(step.happenedAt(), clock.getZone())));
        }
        coded(details, "rescue.companion", "RESCUE_COMPANION", step.companion(), locale);
        coded(details, "rescue.payer", "RESCUE_PAYER", step.payer(), locale);
        if (Boolean.TRUE.equals(step.greenChannel())) {
            details.add(say("rescue.green", locale));
        }
        if (step.nextOn() != null) {
            details.add(say("rescue.next", locale, step.nextOn().toString()));
        }
        coded(details, "rescue.result", "REHAB_RESULT", step.result(), locale);
        details.add(code("RESCUE_WAY", step.way(), locale));
        if (List.of("phone", "letter").contains(step.way())) {
            details.add(say("rescue.confirmed." + (step.confirmed() == null ? "open" : step.confirmed()), locale));
        }
        return details;
    }

    private void coded(List<String> details, String key, String list, @Nullable String code, Locale locale) {
        if (code != null) {
            details.add(say(key, locale, code(list, code, locale)));
        }
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }
}
