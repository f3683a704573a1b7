package org.shouwang.liaison;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Tasks;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.form.FormBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a weekly sheet back: every row by itself and by the very way its form would go, so that a bad one stops no other;
 * the same sheet twice is one, and a sheet that was broken off goes on where it stopped.
 */
@Service
public class PoliceSheets {

    /** Rows of one sheet. */
    public static final int MOST = PoliceDesk.MOST;

    private static final String REFERENCE = "reference";
    private static final String REFERENCES = "[0-9A-Za-z-]{1,64}";

    private final SheetStore store;
    private final PoliceDesk desk;
    private final Tasks tasks;
    private final FormBook forms;
    private final Catalogues catalogues;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Clock clock;

    PoliceSheets(
            SheetStore store,
            PoliceDesk desk,
            Tasks tasks,
            FormBook forms,
            Catalogues catalogues,
            Idempotency idempotency,
            TransactionTemplate transaction,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.tasks = tasks;
        this.forms = forms;
        this.catalogues = catalogues;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is stored of the answer to a submission. */
    record Taken(UUID sheet) {}

    /**
     * Takes a sheet in.
     *
     * @param key idempotency key
     * @throws Refusal 422 for a sheet in which nothing is filled in
     */
    public PoliceSheet send(List<SheetRow> rows, @Nullable String key, Actor by) {
        List<SheetRow> filled = rows.stream().filter(SheetRow::filled).toList();
        if (filled.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("rows", "sheet-empty")));
        }
        if (filled.size() > MOST) {
            throw Refusal.invalid(List.of(FieldProblem.at("rows", "sheet-rows", MOST)));
        }
        UUID officer = by.officer().id();
        byte[] digest = store.digest(content(filled));
        String asked = "police-sheets " + new java.math.BigInteger(1, digest).toString(16);
        UUID sheet = idempotency
                .once(
                        key,
                        officer,
                        asked,
                        Taken.class,
                        () -> new Taken(store.once(Ids.next(), digest, officer, clock.instant())))
                .sheet();
        Set<Integer> before = store.dealtWith(sheet);
        filled.stream().filter(row -> !before.contains(row.no())).forEach(row -> take(sheet, row, by));
        return store.find(sheet, officer).orElseThrow(Refusal::notFound);
    }

    private static String content(List<SheetRow> rows) {
        return rows.stream()
                .map(row -> row.no() + "\u001f"
                        + SheetRow.COLUMNS.stream().map(row::cell).collect(Collectors.joining("\u001f")))
                .collect(Collectors.joining("\u001e"));
    }

    private void take(UUID sheet, SheetRow row, Actor by) {
        SheetResult result = tried(sheet, row, by);
        if (!result.outcome().equals("taken")) {
            transaction.executeWithoutResult(status -> add(sheet, result, by));
        }
    }

    /** The record, the next step of the process and that the row was taken, all or nothing. */
    private SheetResult tried(UUID sheet, SheetRow row, Actor by) {
        String reference = row.cell(REFERENCE).matches(REFERENCES) ? row.cell(REFERENCE) : "";
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                PoliceTask task = desk.find(reference, by);
                if (!task.open()) {
                    return new SheetResult(row.no(), reference, "known", List.of(done(task)));
                }
                desk.take(reference, by);
                tasks.complete(
                        reference,
                        forms.get(task.form()).version(),
                        SheetAnswers.of(row, task, catalogues.current().codes()),
                        by);
                SheetResult taken = new SheetResult(row.no(), reference, "taken", List.of());
                add(sheet, taken, by);
                return taken;
            }));
        } catch (Refusal refusal) {
            return new SheetResult(row.no(), reference, "rejected", problems(refusal));
        }
    }

    private static FieldProblem done(PoliceTask task) {
        return task.doneUnit() == null
                ? FieldProblem.at(REFERENCE, "sheet-task-over")
                : FieldProblem.at(REFERENCE, "sheet-task-done", task.doneUnit());
    }

    private static List<FieldProblem> problems(Refusal refusal) {
        if (!refusal.problems().isEmpty()) {
            return refusal.problems().stream().map(SheetAnswers::byColumn).toList();
        }
        return List.of(
                refusal.code().equals("not-found")
                        ? FieldProblem.at(REFERENCE, "sheet-task-unknown")
                        : new FieldProblem(REFERENCE, refusal.code(), refusal.arguments()));
    }

    private void add(UUID sheet, SheetResult result, Actor by) {
        store.add(sheet, result);
        journal.append(PoliceDesk.event(
                "police.sheet-row",
                by,
                Map.of(
                        "sheet", sheet.toString(),
                        "row", String.valueOf(result.no()),
                        "outcome", result.outcome())));
    }

    /** One's own, the newest first. */
    public List<PoliceSheet> latest(Actor by, int limit) {
        return store.latest(by.officer().id(), limit);
    }

    /** @throws Refusal 404 when it is not this officer's */
    public PoliceSheet read(UUID id, Actor by) {
        return store.find(id, by.officer().id()).orElseThrow(Refusal::notFound);
    }

    /** What became of each of its rows. */
    public List<SheetResult> rows(PoliceSheet sheet) {
        return store.rows(sheet.id());
    }
}
