package org.shouwang.supervision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Requires;
import org.shouwang.supervision.Board;
import org.shouwang.supervision.Boards;
import org.shouwang.supervision.Territory;
import org.shouwang.supervision.UrgentCase;
import org.shouwang.supervision.UrgentCases;
import org.shouwang.web.Costly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board for programs. */
@RestController
@RequestMapping("/api/v1/supervision")
class BoardApi {

    private static final int URGENT = 20;

    private final Boards boards;
    private final UrgentCases urgent;
    private final BoardLists lists;
    private final Access access;

    BoardApi(Boards boards, UrgentCases urgent, BoardLists lists, Access access) {
        this.boards = boards;
        this.urgent = urgent;
        this.lists = lists;
        this.access = access;
    }

    /** @param urgent late and red cases; empty for who gets numbers only */
    record Answer(Board numbers, List<UrgentCase> urgent) {}

    @GetMapping("/board")
    @Requires("board.read")
    @Costly
    Answer board() {
        Board numbers = boards.of(Territory.of(access.scope("board.read")));
        return new Answer(
                numbers,
                access.may("board.list")
                        ? urgent.in(Territory.of(access.scope("board.list")), access.scope("case.read"), URGENT)
                        : List.of());
    }

    /** The rows behind one number, the longest waiting first. */
    @GetMapping("/board/lists/{list}")
    @Requires("board.list")
    @Costly
    BoardLists.Found list(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String after) {
        return lists.find(new BoardLists.Question(list, area, stage, grade, after));
    }
}
