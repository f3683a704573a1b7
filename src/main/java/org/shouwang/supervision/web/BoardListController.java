package org.shouwang.supervision.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Requires;
import org.shouwang.access.Scope;
import org.shouwang.supervision.Territory;
import org.shouwang.supervision.Waiting;
import org.shouwang.supervision.WaitingLists;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists behind the numbers of the board. */
@Controller
class BoardListController {

    private static final int PAGE = 50;

    /** Lists of cases; the others are of tasks. */
    private static final Set<String> CASES = Set.of("cases", "placed", "unplaced");

    private final WaitingLists lists;
    private final Access access;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    BoardListController(
            WaitingLists lists,
            Access access,
            Divisions divisions,
            Catalogues catalogues,
            MessageSource messages,
            Clock clock) {
        this.lists = lists;
        this.access = access;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/board/lists/{list}")
    @Requires("board.list")
    @Costly
    String list(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Territory all = Territory.of(access.scope("board.list"));
        Division within = area == null ? null : within(all, area);
        String reading = CASES.contains(list) ? "case.read" : "task.read";
        List<Waiting> found = lists.page(
                list,
                within == null ? all : narrowed(all, within),
                new WaitingLists.Filter(stage, grade),
                access.scope(reading),
                after,
                PAGE + 1);
        model.addAttribute("list", list);
        model.addAttribute("area", within == null ? "" : within.name());
        model.addAttribute("stage", stage);
        model.addAttribute("grade", grade);
        model.addAttribute("rows", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("next", next(found, list, area, stage, grade));
        model.addAttribute("words", new BoardWords(catalogues, messages, clock, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("board.title", null, locale), "/board"),
                        Crumb.here(messages.getMessage("board.list." + list, null, locale))));
        return "supervision/list";
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

    private static @Nullable String next(
            List<Waiting> found, String list, @Nullable String area, @Nullable String stage, @Nullable String grade) {
        if (found.size() <= PAGE) {
            return null;
        }
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/board/lists/" + list);
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        kept.put("area", area);
        kept.put("stage", stage);
        kept.put("grade", grade);
        kept.put("after", WaitingLists.after(found.get(PAGE - 1)));
        kept.values().removeIf(Objects::isNull);
        kept.forEach(uri::queryParam);
        return uri.encode().toUriString();
    }
}
