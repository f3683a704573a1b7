package org.shouwang.finding;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of list other registers send, as {@code source-lists.yaml} says.
 *
 * @param agencies kinds of agency ({@code AGENCY_TYPE}) that send it
 * @param columns heading of each column that is read, by {@link ListedRow} field, in the order of the file
 * @param reportable whether its rows are situations of the mandatory report: for the county alone
 * @param lives how long one of its hints is shown
 */
public record SourceKind(
        String key,
        String zh,
        String en,
        List<String> agencies,
        String purpose,
        Map<String, String> columns,
        boolean reportable,
        Period lives,
        String ground,
        String basis) {

    public SourceKind {
        agencies = List.copyOf(agencies);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
