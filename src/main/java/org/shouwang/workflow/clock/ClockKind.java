package org.shouwang.workflow.clock;

import java.util.Locale;

/** Who set a deadline. Never mixed up on a page: a default of ours must not look like the law. */
public enum ClockKind {
    /** 法定 */
    STATUTORY,
    /** 地方规定 */
    LOCAL,
    /** 本县默认 */
    DEFAULT;

    /** As written in clocks.yaml and stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ClockKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
