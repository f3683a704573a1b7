package org.shouwang.officers.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.officers.NewPost;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;

/** A post as a form sends it, to show again with what is wrong. */
record PostInput(
        @Nullable String role,
        @Nullable String agency,
        @Nullable String division,
        @Nullable String from,
        @Nullable String until,
        @Nullable String rank) {

    static final PostInput NOTHING = new PostInput("", "", "", "", "", "");

    /** @throws Refusal 422 for what is neither a date nor a number */
    NewPost asked() {
        return new NewPost(text(role), id(), text(division), date("from", from), date("until", until), number());
    }

    private @Nullable UUID id() {
        try {
            return text(agency).isEmpty() ? null : UUID.fromString(text(agency));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(FieldProblem.at("agency", "post-agency")));
        }
    }

    private int number() {
        try {
            return text(rank).isEmpty() ? 0 : Integer.parseInt(text(rank));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(List.of(FieldProblem.at("rank", "post-rank", 9)));
        }
    }

    static @Nullable LocalDate date(String field, @Nullable String said) {
        try {
            return text(said).isEmpty() ? null : LocalDate.parse(text(said));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(List.of(FieldProblem.at(field, "post-date")));
        }
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
