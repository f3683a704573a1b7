package org.shouwang.supervision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Scope;
import org.shouwang.supervision.Territory;
import org.shouwang.supervision.Waiting;
import org.shouwang.supervision.WaitingLists;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** The lists behind the board's numbers, for its pages and for programs alike. */
@Component
class BoardLists {

    private static final int PAGE = 50;

    private final WaitingLists lists;
    private final Access access;
    private final Divisions divisions;

    BoardLists(WaitingLists lists, Access access, Divisions divisions) {
        this.lists = lists;
        this.access = access;
        this.divisions = divisions;
    }

    /**
     * Which rows of a list.
     *
     * @param list what {@link WaitingLists} has
     * @param area code of a division within one's own, null for all
     * @param after where the page before ended, null for the first
     */
    record Question(
            String list,
            @Nullable String area,
            @Nullable String stage,
            @Nullable String grade,
            @Nullable String after) {}

    /**
     * @param area name of the division asked for, empty for all
     * @param next where to go on, null at the end
     */
    record Found(String area, List<Waiting> items, @Nullable String next) {}

    /** @throws Refusal not found for an unknown list or a division outside one's own */
    Found find(Question asked) {
        Territory all = Territory.of(access.scope("board.list"));
        Division within = asked.area() == null ? null : within(all, asked.area());
        List<Waiting> found = lists.page(
                asked.list(),
                within == null ? all : narrowed(all, within),
                new WaitingLists.Filter(asked.stage(), asked.grade()),
                access.scope(WaitingLists.OF_CASES.contains(asked.list()) ? "case.read" : "task.read"),
                asked.after(),
                PAGE + 1);
        boolean more = found.size() > PAGE;
        return new Found(
                within == null ? "" : within.name(),
                more ? found.subList(0, PAGE) : found,
                more ? WaitingLists.after(found.get(PAGE - 1)) : null);
    }

    private Division within(Territory all, String area) {
        return divisions.find(area).filter(all::covers).orElseThrow(Refusal::notFound);
    }

    /** The division supervised itself stands for what belongs to none below it. */
    private static Territory narrowed(Territory all, Division area) {
        boolean top = all.ranges().stream()
                .anyMatch(range ->
                        range.first().equals(area.first()) && range.last().equals(area.last()));
        return new Territory(List.of(new Scope.Range(area.first(), top ? area.first() : area.last())), all.officer());
    }
}
