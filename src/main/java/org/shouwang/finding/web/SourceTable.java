package org.shouwang.finding.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.finding.ListedRow;
import org.shouwang.finding.SourceKind;
import org.shouwang.finding.SourceLists;
import org.shouwang.spreadsheet.TableFile;
import org.shouwang.spreadsheet.UnreadableTable;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.util.unit.DataSize;

/** Takes the columns a kind of list has out of a file, found by their headings; what other columns say is not read. */
final class SourceTable {

    static final DataSize LARGEST = DataSize.ofMegabytes(2);

    private SourceTable() {}

    /** @throws Refusal 422 for a file that is no such list */
    static List<ListedRow> rows(SourceKind kind, byte[] content) {
        if (content.length > LARGEST.toBytes()) {
            throw wrong(FieldProblem.at("file", "source-list-size", LARGEST.toMegabytes()));
        }
        List<List<String>> table = table(content);
        int heading = 0;
        while (heading < table.size() && blank(table.get(heading))) {
            heading++;
        }
        if (heading == table.size()) {
            throw wrong(FieldProblem.at("file", "source-list-empty"));
        }
        Map<String, Integer> columns = columns(kind, table.get(heading));
        List<ListedRow> rows = new ArrayList<>();
        for (int at = heading + 1; at < table.size(); at++) {
            rows.add(new ListedRow(at + 1, cells(columns, table.get(at))));
        }
        return rows;
    }

    private static List<List<String>> table(byte[] content) {
        try {
            // Twice as many lines as rows are taken: a list may have empty ones between.
            return TableFile.read(content, 2 * SourceLists.MOST + 2);
        } catch (UnreadableTable e) {
            throw wrong(FieldProblem.at("file", "source-list-file"));
        }
    }

    private static boolean blank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static Map<String, Integer> columns(SourceKind kind, List<String> heading) {
        Map<String, Integer> columns = new HashMap<>();
        kind.columns().forEach((field, name) -> {
            int at = heading.indexOf(name);
            if (at < 0) {
                throw wrong(FieldProblem.at("file", "source-list-column", name));
            }
            columns.put(field, at);
        });
        return columns;
    }

    private static Map<String, String> cells(Map<String, Integer> columns, List<String> row) {
        Map<String, String> cells = new HashMap<>();
        columns.forEach((field, at) -> cells.put(field, at < row.size() ? row.get(at) : ""));
        return cells;
    }

    private static Refusal wrong(FieldProblem problem) {
        return Refusal.invalid(List.of(problem));
    }
}
