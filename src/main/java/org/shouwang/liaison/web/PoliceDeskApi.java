package org.shouwang.liaison.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.liaison.PoliceDesk;
import org.shouwang.liaison.PoliceSheet;
import org.shouwang.liaison.PoliceSheets;
import org.shouwang.liaison.PoliceTask;
import org.shouwang.liaison.SheetRow;
import org.shouwang.web.Costly;
import org.shouwang.web.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The liaison's desk for programs; every call is the page's own service. */
@RestController
@RequestMapping("/api/v1/police-desk")
@Requires("police.liaison")
class PoliceDeskApi {

    record SentSheet(@Nullable JsonNode rows) {}

    private final PoliceDesk desk;
    private final PoliceSheets sheets;
    private final SheetFile files;
    private final SheetWords words;
    private final Actors actors;
    private final Clock clock;

    PoliceDeskApi(PoliceDesk desk, PoliceSheets sheets, SheetFile files, SheetWords words, Actors actors, Clock clock) {
        this.desk = desk;
        this.sheets = sheets;
        this.files = files;
        this.words = words;
        this.actors = actors;
        this.clock = clock;
    }

    record Listed(
            String reference,
            String caseNo,
            String station,
            String form,
            String asked,
            @Nullable Instant due) {

        static Listed of(PoliceTask task) {
            return new Listed(task.id(), task.number(), task.station(), task.form(), task.name(), task.due());
        }
    }

    record Items(List<Listed> items) {}

    record Whole(PoliceSheet sheet, List<SheetWords.Told> rows) {}

    record Taken(String task) {}

    @GetMapping("/tasks")
    Items open() {
        return new Items(desk.open(actors.current()).stream().map(Listed::of).toList());
    }

    @GetMapping("/sheet")
    @Costly
    ResponseEntity<byte[]> sheet(Locale locale) {
        Actor actor = actors.current();
        return files.answer(desk.open(actor), actor, clock.instant(), locale);
    }

    @PostMapping("/tasks/{task}/take")
    Taken take(@PathVariable String task) {
        desk.take(task, actors.current());
        return new Taken(task);
    }

    /** {@code rows} with reference, receiptNo, at, resultCode, nextStep, officer, right and correction. */
    @PostMapping("/sheets")
    @Costly
    ResponseEntity<Whole> send(
            @RequestBody SentSheet body,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            Locale locale) {
        PoliceSheet sheet = sheets.send(rows(body.rows()), key, actors.current());
        return ResponseEntity.created(URI.create("/api/v1/police-desk/sheets/" + sheet.id()))
                .body(whole(sheet, locale));
    }

    private static List<SheetRow> rows(@Nullable JsonNode given) {
        List<SheetRow> rows = new ArrayList<>();
        for (JsonNode row : given == null ? MissingNode.getInstance() : given) {
            Map<String, String> cells = new HashMap<>();
            for (String column : SheetRow.COLUMNS) {
                cells.put(column, row.path(column).asString(""));
            }
            rows.add(new SheetRow(rows.size() + 1, cells));
        }
        return rows;
    }

    @GetMapping("/sheets/{id}")
    Whole one(@PathVariable UUID id, Locale locale) {
        return whole(sheets.read(id, actors.current()), locale);
    }

    private Whole whole(PoliceSheet sheet, Locale locale) {
        return new Whole(
                sheet,
                sheets.rows(sheet).stream().map(row -> words.told(row, locale)).toList());
    }
}
