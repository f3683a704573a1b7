package org.shouwang.web;

import org.jspecify.annotations.Nullable;

/**
 * A step on the way to this page.
 *
 * @param href null for the page itself, the last step, and for what the reader may not open
 */
public record Crumb(String label, @Nullable String href) {

    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
