package org.shouwang.supervision.web;

import java.util.List;
import org.shouwang.access.Access;
import org.shouwang.access.Requires;
import org.shouwang.supervision.Board;
import org.shouwang.supervision.Boards;
import org.shouwang.supervision.Territory;
import org.shouwang.supervision.UrgentCase;
import org.shouwang.supervision.UrgentCases;
import org.shouwang.web.Costly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board for programs. */
@RestController
@RequestMapping("/api/v1/supervision")
class BoardApi {

    private static final int URGENT = 20;

    private final Boards boards;
    private final UrgentCases urgent;
    private final Access access;

    BoardApi(Boards boards, UrgentCases urgent, Access access) {
        this.boards = boards;
        this.urgent = urgent;
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
}
