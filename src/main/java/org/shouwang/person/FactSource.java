package org.shouwang.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a fact about a person comes from; shown with it. */
public enum FactSource {
    /** Said by whoever reported a harm. */
    REPORT,
    /** Said by the person or the family. */
    ORAL,
    /** Seen on the identity card. */
    ID_CARD,
    /** Seen in the household register (户口簿). */
    HOUSEHOLD_BOOK,
    /** Seen on the birth certificate. */
    BIRTH_CERTIFICATE,
    /** Found on a visit. */
    VISIT,
    /** Told by another unit. */
    AGENCY,
    /** Invented, for showing the product. */
    DEMO;

    /** As stored, and as in the bundles under {@code person.source.<key>}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static FactSource of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
