package org.shouwang.casefile;

import org.jspecify.annotations.Nullable;

/**
 * A question for cases; null or blank asks for any.
 *
 * @param text a case number or its end, or a piece of a name
 * @param state {@code open}, {@code closed} or {@code all}
 * @param grade {@code GRADE} code
 * @param stage {@code STAGE} code
 * @param division a place; everything below it counts
 */
public record CaseQuery(
        @Nullable String text,
        String state,
        @Nullable String grade,
        @Nullable String stage,
        @Nullable String division) {

    @Override
    public String toString() {
        return "CaseQuery[" + state + "]";
    }
}
