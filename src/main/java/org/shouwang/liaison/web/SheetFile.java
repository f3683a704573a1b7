package org.shouwang.liaison.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.liaison.PoliceSheets;
import org.shouwang.liaison.PoliceTask;
import org.shouwang.liaison.SheetRow;
import org.shouwang.spreadsheet.TableFile;
import org.shouwang.spreadsheet.UnreadableTable;
import org.shouwang.spreadsheet.Xlsx;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** The weekly sheet as a file: written without anybody's name, read back by the headings of its columns. */
@Component
class SheetFile {

    private static final DataSize LARGEST = DataSize.ofMegabytes(2);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** What stands in a row before what is filled in. */
    private static final List<String> GIVEN = List.of("reference", "number", "station", "asked", "due");

    private final MessageSource messages;
    private final Catalogues catalogues;

    SheetFile(MessageSource messages, Catalogues catalogues) {
        this.messages = messages;
        this.catalogues = catalogues;
    }

    ResponseEntity<byte[]> answer(List<PoliceTask> tasks, Actor by, Instant now, Locale locale) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("police-" + MOMENT.format(now).substring(0, 10) + ".xlsx")
                                .build()
                                .toString())
                .body(written(tasks, by, now, locale));
    }

    private byte[] written(List<PoliceTask> tasks, Actor by, Instant now, Locale locale) {
        List<String> heading = new ArrayList<>(
                GIVEN.stream().map(column -> heading(column, locale)).toList());
        SheetRow.COLUMNS.stream().skip(1).forEach(column -> heading.add(heading(column, locale)));
        int first = GIVEN.size();
        List<Xlsx.Choice> choices = List.of(
                new Xlsx.Choice(first + SheetRow.COLUMNS.indexOf("resultCode") - 1, names("POLICE_RESULT", locale)),
                new Xlsx.Choice(first + SheetRow.COLUMNS.indexOf("right") - 1, names("YES_NO", locale)));
        String unit = by.mainPost().map(Post::agencyName).orElse("");
        String mark = by.officer().name() + " " + unit + " " + MOMENT.format(now);
        return Xlsx.write(heading, tasks.stream().map(SheetFile::cells).toList(), choices, mark);
    }

    private static List<String> cells(PoliceTask task) {
        List<String> cells = new ArrayList<>(List.of(
                task.id(),
                task.number(),
                task.station(),
                task.name(),
                task.due() == null ? "" : MOMENT.format(task.due())));
        SheetRow.COLUMNS.stream().skip(1).forEach(column -> cells.add(""));
        return cells;
    }

    private List<String> names(String list, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return catalogues.current().codes().get(list).items().stream()
                .map(item -> english ? item.en() : item.zh())
                .toList();
    }

    private String heading(String column, Locale locale) {
        return messages.getMessage("police-sheet.column." + column, null, locale);
    }

    /** @throws Refusal 422 for a file that is no such sheet */
    List<SheetRow> rows(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw wrong("source-list-none");
        }
        if (file.getSize() > LARGEST.toBytes()) {
            throw wrong("source-list-size", LARGEST.toMegabytes());
        }
        return rows(table(file));
    }

    private static List<List<String>> table(MultipartFile file) {
        try {
            return TableFile.read(file.getBytes(), 2 * PoliceSheets.MOST + 2);
        } catch (UnreadableTable e) {
            throw wrong("source-list-file");
        } catch (java.io.IOException e) {
            throw Refusal.malformed("malformed");
        }
    }

    private List<SheetRow> rows(List<List<String>> table) {
        int heading = 0;
        while (heading < table.size() && table.get(heading).stream().allMatch(String::isBlank)) {
            heading++;
        }
        if (heading == table.size()) {
            throw wrong("sheet-empty");
        }
        Map<String, Integer> columns = columns(table.get(heading));
        List<SheetRow> rows = new ArrayList<>();
        for (int at = heading + 1; at < table.size(); at++) {
            List<String> line = table.get(at);
            Map<String, String> cells = new HashMap<>();
            columns.forEach((column, where) -> cells.put(column, where < line.size() ? line.get(where) : ""));
            rows.add(new SheetRow(at + 1, cells));
        }
        return rows;
    }

    /** Found by their headings in either language, wherever somebody has moved them to. */
    private Map<String, Integer> columns(List<String> heading) {
        Map<String, Integer> columns = new HashMap<>();
        for (String column : SheetRow.COLUMNS) {
            int chinese = heading.indexOf(heading(column, Locale.SIMPLIFIED_CHINESE));
            int at = chinese >= 0 ? chinese : heading.indexOf(heading(column, Locale.ENGLISH));
            if (at < 0) {
                throw wrong("source-list-column", heading(column, Locale.SIMPLIFIED_CHINESE));
            }
            columns.put(column, at);
        }
        return columns;
    }

    private static Refusal wrong(String code, Object... arguments) {
        return Refusal.invalid(List.of(FieldProblem.at("file", code, arguments)));
    }
}
