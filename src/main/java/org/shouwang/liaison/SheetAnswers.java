package org.shouwang.liaison;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Codes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a row into the answers of the form that its task has. What is wrong is said by the columns of the sheet. */
final class SheetAnswers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String YES_NO = "YES_NO";
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d H:mm"),
            DateTimeFormatter.ofPattern("uuuu/M/d H:mm"),
            DateTimeFormatter.ofPattern("uuuu-M-d'T'H:mm"),
            DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm"));
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d"),
            DateTimeFormatter.ofPattern("uuuu/M/d"),
            DateTimeFormatter.ofPattern("uuuu年M月d日"));

    /** Columns by the fields they become, where they have another name. */
    private static final Map<String, String> COLUMN = Map.of(
            "handler", "officer",
            "confirmed", "right",
            "receivedOn", "at",
            "documentNo", "receiptNo",
            "summary", "nextStep");

    private final SheetRow row;
    private final Codes codes;
    private final ObjectNode answers = JsonNodeFactory.instance.objectNode();

    private SheetAnswers(SheetRow row, Codes codes) {
        this.row = row;
        this.codes = codes;
    }

    /** @throws Refusal 422 where a cell cannot be understood */
    static ObjectNode of(SheetRow row, PoliceTask task, Codes codes) {
        SheetAnswers sheet = new SheetAnswers(row, codes);
        switch (task.form()) {
            case "P02-police-record" -> sheet.result();
            case "P03-police-confirm" -> sheet.confirmation();
            default -> sheet.status();
        }
        sheet.answers.put("station", task.station());
        sheet.text("officer", "handler");
        return sheet.answers;
    }

    static FieldProblem byColumn(FieldProblem problem) {
        return new FieldProblem(
                COLUMN.getOrDefault(problem.path(), problem.path()), problem.code(), problem.arguments());
    }

    private void result() {
        answers.put("byPhone", "no");
        text("receiptNo", "receiptNo");
        if (!row.cell("at").isEmpty()) {
            answers.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment()));
        }
        coded("resultCode", "POLICE_RESULT", "resultCode");
        text("nextStep", "nextStep");
    }

    private void confirmation() {
        coded("right", YES_NO, "confirmed");
        text("correction", "correction");
        text("receiptNo", "receiptNo");
    }

    private void status() {
        if (!row.cell("at").isEmpty()) {
            answers.put("receivedOn", day().toString());
        }
        text("receiptNo", "documentNo");
        text("nextStep", "summary");
    }

    private void text(String column, String field) {
        if (!row.cell(column).isEmpty()) {
            answers.put(field, row.cell(column));
        }
    }

    /** A code by its name in either language, or by its key. */
    private void coded(String column, String list, String field) {
        String said = row.cell(column);
        if (said.isEmpty()) {
            return;
        }
        Optional<String> key = codes.get(list).items().stream()
                .filter(item -> List.of(item.key(), item.zh(), item.en()).contains(said))
                .map(item -> item.key())
                .findFirst();
        answers.put(field, key.orElseThrow(() -> wrong(column, "sheet-code")));
    }

    private OffsetDateTime moment() {
        String said = row.cell("at");
        try {
            return OffsetDateTime.parse(said);
        } catch (DateTimeException e) {
            return TIMES.stream()
                    .map(format -> parsed(said, format))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> wrong("at", "sheet-time"))
                    .atZone(CHINA)
                    .toOffsetDateTime();
        }
    }

    private static Optional<LocalDateTime> parsed(String said, DateTimeFormatter format) {
        return Optional.ofNullable(orNull(() -> LocalDateTime.parse(said, format)));
    }

    private LocalDate day() {
        String said = row.cell("at").split("[ T]", 2)[0];
        return DAYS.stream()
                .map(format -> Optional.ofNullable(orNull(() -> LocalDate.parse(said, format))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> wrong("at", "sheet-time"));
    }

    private static <T> @Nullable T orNull(java.util.function.Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Refusal wrong(String column, String code) {
        return Refusal.invalid(List.of(FieldProblem.at(column, code)));
    }
}
