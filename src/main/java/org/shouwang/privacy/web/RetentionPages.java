package org.shouwang.privacy.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.privacy.Kept;
import org.shouwang.privacy.Retention;
import org.shouwang.privacy.RetentionList;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** Pages of the lists of what is kept. */
@Component
class RetentionPages {

    static final int PAGE = 30;

    private final Retention retention;

    RetentionPages(Retention retention) {
        this.retention = retention;
    }

    /** @param next where the next page begins, null at the end */
    record Page(List<Kept> items, @Nullable String next) {}

    Page page(String list, @Nullable String after, int limit) {
        RetentionList asked = Arrays.stream(RetentionList.values())
                .filter(each -> each.key().equals(list))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        List<Kept> found = retention.page(asked, after, limit + 1);
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), asked.cursor(found.get(limit - 1)));
    }
}
