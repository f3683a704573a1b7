package org.shouwang.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Agencies;
import org.shouwang.privacy.Erasure;
import org.shouwang.privacy.Kept;
import org.shouwang.privacy.RetentionClass;
import org.shouwang.privacy.RetentionRules;
import org.springframework.stereotype.Component;

/** Terms and erasures in words. */
@Component
class RetentionRows {

    private final RetentionRules rules;
    private final Agencies agencies;
    private final PrivacyWords words;

    RetentionRows(RetentionRules rules, Agencies agencies, PrivacyWords words) {
        this.rules = rules;
        this.agencies = agencies;
        this.words = words;
    }

    /**
     * @param kind {@code statutory}, {@code local} or {@code default}, and what it rests on
     * @param state {@code kept}, {@code archived} or {@code erased}
     */
    record Row(
            UUID subject,
            String number,
            String matter,
            String category,
            String kind,
            String basis,
            String closedOn,
            String archiveOn,
            String eraseOn,
            String state,
            boolean archiveDue,
            boolean over) {}

    /** @param own whether whoever reads this proposed it, and so cannot approve it */
    record Paper(
            UUID id,
            String state,
            String basis,
            String reason,
            boolean policeOver,
            String proposed,
            @Nullable String approved,
            int files,
            Map<String, Integer> rows,
            boolean own) {}

    Row row(Kept kept, Locale locale) {
        RetentionClass of = rules.find(kept.category()).orElse(null);
        return new Row(
                kept.subject(),
                kept.number(),
                words.say("retention.matter." + kept.kind(), locale),
                of == null ? kept.category() : of.name(locale),
                of == null ? "default" : of.kind().replace("statutory", "law"),
                of == null ? "" : of.basis(),
                kept.closedOn().toString(),
                kept.archiveOn().toString(),
                kept.eraseOn() == null
                        ? words.say("retention.for-ever", locale)
                        : kept.eraseOn().toString(),
                kept.state(),
                kept.state().equals("kept") && !kept.archiveOn().isAfter(words.today()),
                kept.over(words.today()));
    }

    List<Paper> papers(List<Erasure> erasures, UUID reader, Locale locale) {
        List<UUID> people = erasures.stream()
                .flatMap(each -> Stream.of(each.proposedBy(), each.approvedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, String> names = agencies.officers(people);
        Map<UUID, String> units = agencies.unitsOf(people);
        return erasures.stream()
                .map(each -> new Paper(
                        each.id(),
                        each.state(),
                        words.say("erasure.basis." + each.basis(), locale),
                        each.reason(),
                        each.policeOver(),
                        words.say(
                                "erasure.by",
                                locale,
                                words.moment(each.proposedAt()),
                                names.getOrDefault(each.proposedBy(), ""),
                                units.getOrDefault(each.proposedBy(), "")),
                        each.approvedAt() == null || each.approvedBy() == null
                                ? null
                                : words.say(
                                        "erasure.by",
                                        locale,
                                        words.moment(each.approvedAt()),
                                        names.getOrDefault(each.approvedBy(), ""),
                                        units.getOrDefault(each.approvedBy(), "")),
                        each.files(),
                        new TreeMap<>(each.rows()),
                        each.proposedBy().equals(reader)))
                .toList();
    }
}
