package org.shouwang.workflow.form;

import org.jspecify.annotations.Nullable;

/**
 * Where a form's script turns to.
 *
 * @param draft takes a part of the answers while somebody types; null: nothing is saved before it is sent
 * @param files takes one file (multipart {@code file}), answers {@code {id, name}}; null: files travel with the form
 * @param persons answers a search with rows to choose from (parameters {@code q}, {@code field})
 */
public record Links(@Nullable String draft, @Nullable String files, String persons) {

    public static final Links NONE = new Links(null, null, "/persons/search");
}
