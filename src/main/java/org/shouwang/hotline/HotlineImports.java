package org.shouwang.hotline;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.spreadsheet.Csv;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders by file: looked at row by row, the good ones taken over, the bad ones kept with their reasons. */
@Service
public class HotlineImports {

    /** How long a file's bad rows can be fetched. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportStore store;
    private final HotlineOrders orders;
    private final OrderCheck check;
    private final Hotlines lines;
    private final Places places;
    private final SheetReader reader;
    private final OrderColumns columns;
    private final Idempotency idempotency;
    private final Access access;
    private final Journal journal;
    private final Secrecy secrecy;
    private final Problems sentences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HotlineImports(
            ImportStore store,
            HotlineOrders orders,
            OrderCheck check,
            Hotlines lines,
            Places places,
            SheetReader reader,
            OrderColumns columns,
            Idempotency idempotency,
            Access access,
            Journal journal,
            Secrecy secrecy,
            Problems sentences,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.check = check;
        this.lines = lines;
        this.places = places;
        this.reader = reader;
        this.columns = columns;
        this.idempotency = idempotency;
        this.access = access;
        this.journal = journal;
        this.secrecy = secrecy;
        this.sentences = sentences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is stored of the answer to an upload. */
    record Uploaded(UUID id) {}

    /**
     * Reads a file and keeps it, once a key; nothing becomes an order yet.
     *
     * @throws Refusal 400 for what is no table, 422 for another heading or a line that is not this officer's
     */
    public UUID upload(String line, byte[] file, @Nullable String key, Actor by) {
        access.require(HotlineOrders.ENTER);
        Hotline to = lines.find(line, by, HotlineOrders.ENTER)
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("line", "hotline-line"))));
        List<SheetRow> rows = reader.read(file);
        if (rows.size() < 2) {
            throw Refusal.invalid(List.of(FieldProblem.at("file", "hotline-file-empty")));
        }
        Map<Integer, Field> heading = columns.heading(rows.get(0));
        String content =
                "hotline import " + line + " " + HexFormat.of().formatHex(secrecy.index("hotline-import", file));
        Uploaded uploaded = transaction.execute(status ->
                idempotency.once(key, by.officer().id(), content, Uploaded.class, () -> keep(to, rows, heading, by)));
        return uploaded.id();
    }

    private Uploaded keep(Hotline line, List<SheetRow> rows, Map<Integer, Field> heading, Actor by) {
        store.forget(line, clock.instant().minus(KEPT));
        UUID id = Ids.next();
        store.insert(id, line, by.officer().id(), clock.instant());
        Set<String> before = new HashSet<>();
        Places.Names villages = places.in(line.division());
        for (SheetRow row : rows.subList(1, rows.size())) {
            store.insert(id, line, look(columns.read(row, heading, line, villages), row, heading, line, before, by));
        }
        HotlineImport made = store.find(id).orElseThrow();
        journal.append(HotlineOrders.event(
                "hotline.imported",
                id,
                by,
                Map.of("line", line.key(), "good", String.valueOf(made.good()), "bad", String.valueOf(made.bad()))));
        return new Uploaded(id);
    }

    private ImportStore.Kept look(
            OrderColumns.Read read,
            SheetRow row,
            Map<Integer, Field> heading,
            Hotline line,
            Set<String> before,
            Actor by) {
        List<FieldProblem> problems = new ArrayList<>(read.problems());
        try {
            check.check(read.answers(), columns.form().version(), by);
        } catch (Refusal refusal) {
            Set<String> named = problems.stream().map(FieldProblem::path).collect(Collectors.toSet());
            refusal.problems().stream()
                    .filter(problem -> !named.contains(problem.path()))
                    .forEach(problems::add);
        }
        String number = read.answers().path("number").asString("");
        boolean known = problems.isEmpty() && orders.isKnown(line, number);
        if (problems.isEmpty() && !known && !before.add(number)) {
            problems.add(FieldProblem.at("number", "hotline-number-twice"));
        }
        String state = known ? "known" : problems.isEmpty() ? "good" : "bad";
        return new ImportStore.Kept(row.number(), state, cells(row, heading), read.answers(), problems);
    }

    /** In the order of the template's columns, whatever the file's was. */
    private List<String> cells(SheetRow row, Map<Integer, Field> heading) {
        return columns.fields().stream()
                .map(field -> heading.entrySet().stream()
                        .filter(column -> column.getValue().equals(field))
                        .findFirst()
                        .map(column -> row.cell(column.getKey()))
                        .orElse(""))
                .toList();
    }

    /** @throws Refusal 404 for whoever does not receive its line */
    public HotlineImport find(UUID id, Actor by) {
        access.require(HotlineOrders.READ);
        HotlineImport found = transaction.execute(status -> store.find(id)).orElseThrow(Refusal::notFound);
        if (lines.find(found.line(), by, HotlineOrders.READ).isEmpty()) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** @param after the row the page before ended with; 0 for the first */
    public List<HotlineImport.Row> rows(UUID id, int after, int limit, Actor by) {
        find(id, by);
        List<HotlineImport.Row> rows = transaction.execute(status -> store.rows(id, after, limit));
        return rows == null ? List.of() : rows;
    }

    /** Makes orders of the good rows, each for itself: what fails by now stays out with its reason. */
    public HotlineImport take(UUID id, Actor by) {
        find(id, by);
        access.require(HotlineOrders.ENTER);
        List<Integer> good = transaction.execute(status -> store.good(id));
        for (int number : good == null ? List.<Integer>of() : good) {
            take(id, number, by);
        }
        return find(id, by);
    }

    private void take(UUID id, int number, Actor by) {
        try {
            transaction.executeWithoutResult(status -> store.lock(id, number).ifPresent(row -> {
                HotlineOrders.Entered entered =
                        orders.enter(row.answers(), columns.form().version(), "file", by);
                store.taken(id, number, entered.id(), entered.known());
            }));
        } catch (Refusal refusal) {
            transaction.executeWithoutResult(status -> store.refused(id, number, refusal.problems()));
        }
    }

    /** The heading of a file that can be filled in. */
    public List<String> titles(Locale locale) {
        return columns.titles(locale);
    }

    /** The bad rows as a file, each with its reasons; set right, it can be sent again. */
    public byte[] rejected(UUID id, Locale locale, Actor by) {
        find(id, by);
        List<ImportStore.Kept> bad = transaction.execute(status -> {
            journal.append(HotlineOrders.event("hotline.rejected-read", id, by, Map.of("read", "rejected")));
            return store.bad(id);
        });
        List<List<String>> table = new ArrayList<>();
        table.add(titles(locale));
        for (ImportStore.Kept row : bad == null ? List.<ImportStore.Kept>of() : bad) {
            table.add(withWhy(row, locale));
        }
        return Csv.write(table);
    }

    /** What is wrong with a row, as sentences. */
    public String why(List<FieldProblem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> sentences.localise(problem, locale).message())
                .collect(Collectors.joining(" "));
    }

    /** A reason stands where no heading does, so that the file can be sent as it is. */
    private List<String> withWhy(ImportStore.Kept row, Locale locale) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.add(row.number() + " " + why(row.problems(), locale));
        return cells;
    }
}
