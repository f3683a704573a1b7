package org.shouwang.supervision.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.shouwang.access.Access;
import org.shouwang.access.Requires;
import org.shouwang.supervision.Board;
import org.shouwang.supervision.Boards;
import org.shouwang.supervision.Territory;
import org.shouwang.supervision.UrgentCases;
import org.shouwang.web.Costly;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 看板: what is late, what is red, where it is stuck, which unit has it. */
@Controller
class BoardController {

    private static final int URGENT = 20;

    private final Boards boards;
    private final UrgentCases urgent;
    private final Access access;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    BoardController(
            Boards boards,
            UrgentCases urgent,
            Access access,
            Catalogues catalogues,
            MessageSource messages,
            Clock clock) {
        this.boards = boards;
        this.urgent = urgent;
        this.access = access;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/board")
    @Requires("board.read")
    @Costly
    String board(Model model, Locale locale) {
        show(model, locale);
        boolean listed = access.may("board.list");
        model.addAttribute("listed", listed);
        model.addAttribute("asks", access.may("supervision.ask"));
        model.addAttribute(
                "urgent",
                listed
                        ? urgent.in(Territory.of(access.scope("board.list")), access.scope("case.read"), URGENT)
                        : List.of());
        return "supervision/board";
    }

    /** One page for leaders: numbers only, whoever asks for it. */
    @GetMapping("/board/print")
    @Requires("board.read")
    @Costly
    String print(Model model, Locale locale) {
        show(model, locale);
        model.addAttribute("listed", false);
        return "supervision/board-print";
    }

    private void show(Model model, Locale locale) {
        Board board = boards.of(Territory.of(access.scope("board.read")));
        model.addAttribute("board", board);
        model.addAttribute("words", words(locale));
        model.addAttribute("unitMax", max(board.units().stream().mapToLong(unit -> unit.held() + unit.waiting())));
        model.addAttribute(
                "weekMax", max(board.weeks().stream().mapToLong(week -> Math.max(week.reports(), week.closings()))));
    }

    private static long max(java.util.stream.LongStream values) {
        return Math.max(1, values.max().orElse(1));
    }

    private BoardWords words(Locale locale) {
        return new BoardWords(catalogues, messages, clock, locale);
    }
}
