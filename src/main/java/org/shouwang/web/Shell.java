package org.shouwang.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the bars around a page show to the officer who is logged in.
 *
 * @param county the county this installation works for
 * @param postName the main post's role as people say it
 * @param unit the main post's agency
 * @param items daily work, in order; the phone's bottom bar takes the first four
 * @param more what is needed less often: after a gap on the desk, in the menu on the phone
 */
public record Shell(
        String county,
        String officerName,
        String postName,
        String unit,
        int unreadNotices,
        List<NavItem> items,
        List<NavItem> more) {

    private static final int BOTTOM = 4;

    public Shell {
        items = List.copyOf(items);
        more = List.copyOf(more);
    }

    public List<NavItem> bottom() {
        return all().limit(BOTTOM).toList();
    }

    public List<NavItem> beyondBottom() {
        return all().skip(BOTTOM).toList();
    }

    /** Whether the search of cases is this officer's to use. */
    public boolean searches() {
        return all().anyMatch(item -> item.key().equals("cases"));
    }

    private Stream<NavItem> all() {
        return Stream.concat(items.stream(), more.stream());
    }
}
