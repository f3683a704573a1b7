package org.shouwang.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a file has no ID number. */
public enum IdReason {
    /** Nobody could say it yet. */
    UNKNOWN,
    /** Not entered in any household register. */
    NO_REGISTRATION,
    /** Holds papers of another country. */
    FOREIGN,
    /** Not known who it is. */
    UNIDENTIFIED;

    /** As stored, and as in the bundles under {@code person.id-reason.<key>}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static IdReason of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
