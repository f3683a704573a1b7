package org.shouwang.finding.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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
import org.shouwang.finding.Hint;
import org.shouwang.finding.HintOrigin;
import org.shouwang.finding.Hints;
import org.shouwang.finding.ListedRow;
import org.shouwang.finding.SourceList;
import org.shouwang.finding.SourceLists;
import org.shouwang.person.PersonView;
import org.shouwang.web.Costly;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Lists and hints for programs. */
@RestController
@RequestMapping("/api/v1")
class FindingApi {

    private static final int MOST = 100;

    /** @param rows as the register has them; what a list does not read is left out */
    record SentList(@Nullable String kind, @Nullable JsonNode rows) {}

    private final SourceLists lists;
    private final Hints hints;
    private final Actors actors;
    private final Problems problems;

    FindingApi(SourceLists lists, Hints hints, Actors actors, Problems problems) {
        this.lists = lists;
        this.hints = hints;
        this.actors = actors;
        this.problems = problems;
    }

    record Listed(UUID id, String kind, String via, Instant receivedAt, int taken, int rejected) {

        static Listed of(SourceList list) {
            return new Listed(list.id(), list.kind(), list.via(), list.receivedAt(), list.taken(), list.rejected());
        }
    }

    record Items(List<Listed> items) {}

    /** @param rows that could not be taken: their number and why */
    record Whole(Listed list, List<Rejected> rows) {}

    record Rejected(int row, List<Problems.Localised> problems) {}

    /**
     * Takes a list in: {@code kind}, and {@code rows} with name, idNumber, birthDate, village and situation. Rows that
     * cannot be taken come back with their reasons; the others go on.
     */
    @PostMapping("/source-lists")
    @Requires("source-list.send")
    @Costly
    ResponseEntity<Whole> send(
            @RequestBody SentList body,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            Locale locale) {
        Actor actor = actors.current();
        String kind = body.kind() == null ? "" : body.kind();
        SourceList list = lists.send(kind, "api", rows(body.rows()), key, actor);
        return ResponseEntity.created(URI.create("/api/v1/source-lists/" + list.id()))
                .body(whole(list, actor, locale));
    }

    private static List<ListedRow> rows(@Nullable JsonNode given) {
        List<ListedRow> rows = new ArrayList<>();
        for (JsonNode row : given == null ? MissingNode.getInstance() : given) {
            Map<String, String> cells = new HashMap<>();
            for (String field : ListedRow.FIELDS) {
                JsonNode cell = row.path(field);
                cells.put(field, cell.isString() ? cell.asString().strip() : cell.isNumber() ? cell.toString() : "");
            }
            rows.add(new ListedRow(rows.size() + 1, cells));
        }
        return rows;
    }

    private Whole whole(SourceList list, Actor actor, Locale locale) {
        List<Rejected> rejected = list.rejected() == 0
                ? List.of()
                : lists.rejected(list, actor).stream()
                        .map(row -> new Rejected(row.no(), problems.localise(row.problems(), locale)))
                        .toList();
        return new Whole(Listed.of(list), rejected);
    }

    @GetMapping("/source-lists")
    @Requires("source-list.read")
    Items lists() {
        return new Items(lists.latest(MOST).stream().map(Listed::of).toList());
    }

    @GetMapping("/source-lists/{id}")
    @Requires("source-list.read")
    Whole list(@PathVariable UUID id, Locale locale) {
        return whole(lists.read(id), actors.current(), locale);
    }

    /** A hint as the county reads it. */
    record Told(
            UUID id,
            String number,
            String name,
            @Nullable LocalDate birthDate,
            String state,
            @Nullable String outcome,
            String division,
            Instant receivedAt,
            String kind,
            UUID list,
            int row,
            String situation,
            LocalDate until,
            @Nullable UUID person) {

        static Told of(Hints.Whole whole) {
            Hint hint = whole.hint();
            HintOrigin origin = whole.origin();
            return new Told(
                    hint.id(),
                    hint.number(),
                    hint.name(),
                    origin.birthDate(),
                    hint.state(),
                    hint.outcome(),
                    hint.division(),
                    hint.receivedAt(),
                    origin.kind(),
                    origin.list(),
                    origin.row(),
                    origin.situation(),
                    origin.until(),
                    origin.person());
        }
    }

    /** @param next what to ask on with as {@code after}; null at the end */
    record Page(List<Told> items, @Nullable String next) {}

    @GetMapping("/hints")
    @Requires("hint.read")
    @Costly
    Page hints(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        Hints.Page page = hints.page(list, after, limit, actors.current());
        return new Page(page.items().stream().map(Told::of).toList(), page.next());
    }

    /** @param proposed files that may be this child's */
    record One(Told hint, List<UUID> proposed) {}

    @GetMapping("/hints/{id}")
    @Requires("hint.read")
    One hint(@PathVariable UUID id) {
        Hints.Whole whole = hints.read(id, actors.current());
        return new One(
                Told.of(whole),
                hints.proposed(whole).stream().map(PersonView::id).toList());
    }

    record Match(@Nullable UUID person) {}

    /** Says whose file it is. */
    @PostMapping("/hints/{id}/person")
    @Requires("hint.match")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void match(@PathVariable UUID id, @RequestBody Match match) {
        UUID person = match.person();
        hints.match(id, person == null ? id : person, actors.current());
    }
}
