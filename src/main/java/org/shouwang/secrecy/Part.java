package org.shouwang.secrecy;

import java.util.Map;

/** What is sealed under keys of its own, so that one key that gets about does not open the rest. */
enum Part {
    /** Everything that has no part of its own: ID numbers, phones, words in other records, files. */
    FIELDS,
    /** Who reported (未成年人保护法 第十一条). */
    REPORTER,
    /** Where people live, shelters among it. */
    ADDRESSES,
    /** The words in records of restricted cases, and whom they are about; which register gave a hint of whom. */
    RESTRICTED;

    private static final Map<String, Part> OF = Map.ofEntries(
            Map.entry("reporter.sealed", REPORTER),
            Map.entry("hotline_order.sealed", REPORTER),
            Map.entry("hotline_row.sealed", REPORTER),
            Map.entry("household.address", ADDRESSES),
            Map.entry("household.protected_reason", ADDRESSES),
            Map.entry("household.lifted_reason", ADDRESSES),
            Map.entry("form_record.placement", ADDRESSES),
            Map.entry("form_record.restricted", RESTRICTED),
            Map.entry("hint_source.sealed", RESTRICTED),
            Map.entry("person.name", RESTRICTED),
            Map.entry("work_subject.title", RESTRICTED));

    /** @param place {@code table.column}, or {@code table.restricted} for what is of a restricted case */
    static Part of(String place) {
        return OF.getOrDefault(place, FIELDS);
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
