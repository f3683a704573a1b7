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
    /** The words in records of restricted cases, and whom they are about. */
    RESTRICTED;

    private static final Map<String, Part> OF = Map.of(
            "reporter.sealed", REPORTER,
            "hotline_order.sealed", REPORTER,
            "hotline_row.sealed", REPORTER,
            "household.address", ADDRESSES,
            "household.protected_reason", ADDRESSES,
            "household.lifted_reason", ADDRESSES,
            "form_record.placement", ADDRESSES,
            "form_record.restricted", RESTRICTED,
            "person.name", RESTRICTED,
            "work_subject.title", RESTRICTED);

    /** @param place {@code table.column}, or {@code table.restricted} for what is of a restricted case */
    static Part of(String place) {
        return OF.getOrDefault(place, FIELDS);
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
