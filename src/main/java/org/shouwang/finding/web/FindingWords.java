package org.shouwang.finding.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Divisions;
import org.shouwang.finding.SourceKind;
import org.shouwang.finding.SourceKinds;
import org.shouwang.workflow.clock.ExactTime;

/** What pages say of codes and times, in one reader's language; the template has it as {@code words}. */
record FindingWords(SourceKinds kinds, Map<String, String> places, Locale locale) {

    static FindingWords of(SourceKinds kinds, Divisions divisions, Collection<String> places, Locale locale) {
        return new FindingWords(kinds, divisions.names(places), locale);
    }

    public String kind(String key) {
        return kinds.find(key).map(kind -> kind.name(locale)).orElse(key);
    }

    public String purpose(String key) {
        return kinds.find(key).map(SourceKind::purpose).orElse("");
    }

    public String place(@Nullable String division) {
        return division == null ? "" : places.getOrDefault(division, division);
    }

    public String moment(Instant at) {
        return ExactTime.moment(at, locale);
    }
}
