package org.shouwang.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row that holds: somebody is to look after this child. */
record ListedChild(
        int row,
        String name,
        @Nullable String idNumber,
        @Nullable LocalDate birthDate,
        String division,
        String situation) {

    /** What tells this child from others, as far as the list says. */
    String identity() {
        return idNumber != null ? idNumber : name + "|" + birthDate + "|" + division;
    }

    @Override
    public String toString() {
        return "ListedChild[" + row + "]";
    }
}
