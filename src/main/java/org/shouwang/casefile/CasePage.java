package org.shouwang.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of cases.
 *
 * @param next where the next page starts, null on the last
 */
public record CasePage(List<CaseView> items, @Nullable String next) {

    public CasePage {
        items = List.copyOf(items);
    }
}
