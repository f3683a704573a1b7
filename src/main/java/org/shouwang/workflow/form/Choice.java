package org.shouwang.workflow.form;

import org.jspecify.annotations.Nullable;

/** One answer that can be chosen. */
public record Choice(String value, String label, @Nullable String help, boolean chosen) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null, false);
    }

    Choice chosenIf(boolean now) {
        return new Choice(value, label, help, now);
    }
}
