package org.shouwang.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.FieldProblem;
import org.springframework.stereotype.Component;

/** Another county, as somebody wrote it: by its whole name, or by its code where several have that name. */
@Component
class Counties {

    private final Divisions divisions;

    Counties(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Null when it is none, or our own; the reason stands in {@code wrong} then. */
    @Nullable
    Division other(String said, String field, CaseView file, List<FieldProblem> wrong) {
        List<Division> found = divisions.counties(said);
        if (found.size() != 1) {
            wrong.add(FieldProblem.at(field, found.isEmpty() ? "referral-no-county" : "referral-which-county"));
            return null;
        }
        Division county = found.get(0);
        if (file.division().compareTo(county.first()) >= 0 && file.division().compareTo(county.last()) <= 0) {
            wrong.add(FieldProblem.at(field, "referral-own-county"));
            return null;
        }
        return county;
    }
}
