package org.shouwang.workflow.form;

import org.jspecify.annotations.Nullable;

/**
 * Help for whoever fills a field in.
 *
 * @param help under the label
 * @param autocomplete token for the browser
 * @param inputmode which keyboard a phone shows
 * @param add label of the button that adds a row to a group
 */
public record Hints(
        @Nullable Text help,
        @Nullable String autocomplete,
        @Nullable String inputmode,
        @Nullable Text add) {}
