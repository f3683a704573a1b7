package org.shouwang.hotline.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.hotline.HotlineImport;
import org.shouwang.hotline.HotlineImports;
import org.shouwang.hotline.HotlineOrder;
import org.shouwang.hotline.HotlineOrders;
import org.shouwang.web.Costly;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Orders over the API: the platform hands them in one by one, or a worker by file. */
@RestController
@RequestMapping("/api/v1")
class HotlineApi {

    private static final int MOST = 100;

    private final HotlineOrders orders;
    private final HotlineImports imports;
    private final OrderForm form;
    private final Actors actors;
    private final Problems problems;

    HotlineApi(HotlineOrders orders, HotlineImports imports, OrderForm form, Actors actors, Problems problems) {
        this.orders = orders;
        this.imports = imports;
        this.form = form;
        this.actors = actors;
        this.problems = problems;
    }

    /** The answers of {@code K01-hotline-order}: 201 for a new order, 200 for a number that is there already. */
    @PostMapping("/hotline-orders")
    @Requires("hotline.enter")
    ResponseEntity<HotlineOrders.Entered> enter(
            @RequestBody JsonNode body,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        OrderForm.Sheet sheet = form.sent(body);
        if (!sheet.problems().isEmpty()) {
            throw Refusal.invalid(sheet.problems());
        }
        HotlineOrders.Entered entered = orders.enter(sheet.answers(), sheet.version(), "api", key, actors.current());
        return entered.known()
                ? ResponseEntity.ok(entered)
                : ResponseEntity.created(URI.create("/api/v1/hotline-orders/" + entered.id()))
                        .body(entered);
    }

    /** @param next to ask on with as {@code after}; null at the end */
    record Page(List<HotlineOrder> items, @Nullable String next) {}

    @GetMapping("/hotline-orders")
    @Requires("hotline.read")
    Page list(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        List<HotlineOrder> found = orders.list(!list.equals("answered"), after, limit, actors.current());
        return new Page(found, found.size() < limit ? null : HotlineOrders.after(found.get(limit - 1)));
    }

    @GetMapping("/hotline-orders/{id}")
    @Requires("hotline.read")
    HotlineOrders.Opened one(@PathVariable UUID id) {
        return orders.open(id, actors.current());
    }

    record Row(int number, String state, String order, List<Problems.Localised> errors) {}

    /** @param next the row to ask on with as {@code after}; null at the end */
    record Rows(
            HotlineImport file, List<Row> items, @Nullable Integer next) {}

    /** Reads a file; {@code POST …/take} makes orders of its good rows. */
    @Costly
    @PostMapping(path = "/hotline-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("hotline.enter")
    ResponseEntity<Rows> upload(
            @RequestParam String line,
            @RequestParam MultipartFile file,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            Locale locale) {
        UUID id = imports.upload(line, HotlineImportController.bytes(file), key, actors.current());
        return ResponseEntity.created(URI.create("/api/v1/hotline-imports/" + id))
                .body(rows(id, 0, MOST, locale));
    }

    @GetMapping("/hotline-imports/{id}")
    @Requires("hotline.read")
    Rows look(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, Locale locale) {
        return rows(id, after, MOST, locale);
    }

    @Costly
    @PostMapping("/hotline-imports/{id}/take")
    @Requires("hotline.enter")
    HotlineImport take(@PathVariable UUID id) {
        return imports.take(id, actors.current());
    }

    private Rows rows(UUID id, int after, int limit, Locale locale) {
        HotlineImport file = imports.find(id, actors.current());
        List<Row> rows = imports.rows(id, after, limit, actors.current()).stream()
                .map(row -> new Row(row.number(), row.state(), row.order(), problems.localise(row.problems(), locale)))
                .toList();
        return new Rows(
                file, rows, rows.size() < limit ? null : rows.get(limit - 1).number());
    }
}
