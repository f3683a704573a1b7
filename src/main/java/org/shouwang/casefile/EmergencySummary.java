package org.shouwang.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Agencies;
import org.shouwang.journal.Entry;
import org.shouwang.journal.Journal;
import org.shouwang.journal.Past;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Beside the form of a review: who opened the case, when, why, and which parts were looked at. */
@Component
class EmergencySummary implements SubjectSummary {

    private static final int ENTRIES = 2000;

    private final EmergencyStore store;
    private final Agencies agencies;
    private final Journal journal;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    EmergencySummary(
            EmergencyStore store,
            Agencies agencies,
            Journal journal,
            Catalogues catalogues,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.journal = journal;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "emergency";
    }

    /** Of the case as a whole nothing: only the review of an emergency access shows it. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return store.reviewedIn(task.instanceId())
                .map(opening -> lines(opening, locale))
                .orElse(List.of());
    }

    private List<String> lines(EmergencyStore.Opening opening, Locale locale) {
        List<UUID> who = List.of(opening.officer());
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "emergency.by",
                locale,
                agencies.officers(who).getOrDefault(opening.officer(), ""),
                agencies.unitsOf(who).getOrDefault(opening.officer(), "")));
        lines.add(say("emergency.time", locale, time(opening.since()), time(opening.until())));
        lines.add(say(
                "emergency.why",
                locale,
                catalogues.current().codes().name("EMERGENCY_GROUND", opening.ground(), locale),
                opening.reason()));
        String read = read(opening, locale);
        lines.add(read.isEmpty() ? say("emergency.read.none", locale) : say("emergency.read", locale, read));
        return lines;
    }

    private String read(EmergencyStore.Opening opening, Locale locale) {
        return journal.past(Past.of(List.of(opening.caseId())), ENTRIES).stream()
                .map(Entry::details)
                .filter(details -> opening.id().toString().equals(details.get("emergency")))
                .map((Map<String, String> details) -> details.get("read"))
                .filter(Objects::nonNull)
                .distinct()
                .map(part -> messages.getMessage("case.tab." + part, null, part, locale))
                .collect(Collectors.joining(say("person.comma", locale)));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(ZonedDateTime.ofInstant(at, clock.getZone()));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
