package org.shouwang.placement.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.placement.LedgerPage;
import org.shouwang.placement.PlacementLedger;
import org.shouwang.web.Costly;
import org.shouwang.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for programs. */
@RestController
@RequestMapping("/api/v1/placements")
class PlacementApi {

    private static final int MOST = 100;

    private final PlacementLedger ledger;
    private final LedgerQuestions questions;
    private final LedgerRows rows;
    private final Actors actors;

    PlacementApi(PlacementLedger ledger, LedgerQuestions questions, LedgerRows rows, Actors actors) {
        this.ledger = ledger;
        this.questions = questions;
        this.rows = rows;
        this.actors = actors;
    }

    /** @param next where to go on, null at the end */
    record Items(List<LedgerRows.Item> items, @Nullable String next) {}

    /** @param on a day, {@code 2026-03-12}; today when missing */
    @GetMapping
    @Requires("placement.list")
    @Costly
    Items list(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit,
            Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        LedgerPage page = ledger.page(questions.of(on, place, state), actors.current(), after, limit);
        return new Items(rows.of(page.items(), locale), page.next());
    }
}
