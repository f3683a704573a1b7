package org.shouwang.supervision.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Requires;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
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

    private final BoardLists lists;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    BoardListController(BoardLists lists, Catalogues catalogues, MessageSource messages, Clock clock) {
        this.lists = lists;
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
        BoardLists.Question asked = new BoardLists.Question(list, area, stage, grade, after);
        BoardLists.Found found = lists.find(asked);
        model.addAttribute("list", list);
        model.addAttribute("area", found.area());
        model.addAttribute("stage", stage);
        model.addAttribute("grade", grade);
        model.addAttribute("rows", found.items());
        model.addAttribute("next", found.next() == null ? null : next(asked, found.next()));
        model.addAttribute("words", new BoardWords(catalogues, messages, clock, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("board.title", null, locale), "/board"),
                        Crumb.here(messages.getMessage("board.list." + list, null, locale))));
        return "supervision/list";
    }

    private static String next(BoardLists.Question asked, String after) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/board/lists/" + asked.list());
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        kept.put("area", asked.area());
        kept.put("stage", asked.stage());
        kept.put("grade", asked.grade());
        kept.put("after", after);
        kept.values().removeIf(Objects::isNull);
        kept.forEach(uri::queryParam);
        return uri.encode().toUriString();
    }
}
