package org.shouwang.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;

/**
 * A Word file with names between double braces: {@code {{case.number}}}. A row of a table that names a field of a group
 * ({@code {{needs.goal}}}) is there once for each of the group's rows.
 */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");
    private static final Pattern BROKEN = Pattern.compile("\\{\\{|}}");

    private final byte[] file;

    private Template(byte[] file) {
        this.file = file;
    }

    /** Empty when the bytes are no Word file. */
    static Optional<Template> read(byte[] file) {
        try (XWPFDocument open = open(file)) {
            return open.getDocument() == null ? Optional.empty() : Optional.of(new Template(file));
        } catch (IOException
                | POIXMLException
                | NotOfficeXmlFileException
                | OpenXML4JRuntimeException
                | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static XWPFDocument open(byte[] file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    /** What is wrong with what it names, by what is written there. */
    Map<String, String> faults(Placeholders known) {
        Map<String, String> faults = new LinkedHashMap<>();
        try (XWPFDocument document = open(file)) {
            paragraphs(document.getBodyElements()).forEach(paragraph -> check(paragraph.getText(), known, faults));
            document.getParagraphs().forEach(paragraph -> outsideRows(paragraph.getText(), known, faults));
            rows(document).forEach(row -> {
                Set<String> groups = groups(row, known);
                if (groups.size() > 1) {
                    faults.put(row.getCell(0).getText(), "one row cannot be repeated for several groups: " + groups);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static void check(String text, Placeholders known, Map<String, String> faults) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            String written = names.group();
            known.fault(names.group(1)).ifPresent(reason -> faults.put(written, reason));
        }
        String rest = NAME.matcher(text).replaceAll("");
        if (BROKEN.matcher(rest).find()) {
            faults.put(text, "braces that do not close, or hold something else than a name");
        }
    }

    private static void outsideRows(String text, Placeholders known, Map<String, String> faults) {
        NAME.matcher(text)
                .results()
                .filter(found -> known.group(found.group(1)).isPresent())
                .forEach(found -> faults.putIfAbsent(
                        found.group(), "is said once for each row of its group: put it into a row of a table"));
    }

    /** @param filled the words for each name */
    byte[] fill(Placeholders known, Filled filled) {
        try (XWPFDocument document = open(file);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (XWPFTable table : document.getTables()) {
                repeat(table, known, filled);
            }
            paragraphs(document.getBodyElements())
                    .forEach(paragraph -> put(paragraph, name -> filled.words().getOrDefault(name, "")));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What goes into a template.
     *
     * @param words by name
     * @param rows of each group, each its words by name
     */
    record Filled(Map<String, String> words, Map<String, List<Map<String, String>>> rows) {}

    private static void repeat(XWPFTable table, Placeholders known, Filled filled) {
        for (XWPFTableRow row : List.copyOf(table.getRows())) {
            for (String group : groups(row, known)) {
                int at = table.getRows().indexOf(row);
                for (Map<String, String> words : filled.rows().getOrDefault(group, List.of())) {
                    XWPFTableRow copy = new XWPFTableRow((CTRow) row.getCtRow().copy(), table);
                    cells(copy)
                            .forEach(paragraph -> put(
                                    paragraph,
                                    name -> known.group(name).isPresent() ? words.getOrDefault(name, "") : null));
                    table.addRow(copy, at++);
                }
                table.removeRow(table.getRows().indexOf(row));
            }
        }
    }

    /** Word cuts a text into runs as it likes: the first run takes the whole, and with it its look. */
    private static void put(XWPFParagraph paragraph, Function<String, @Nullable String> words) {
        String text = paragraph.getText();
        Matcher names = NAME.matcher(text);
        if (!names.find() || paragraph.getRuns().isEmpty()) {
            return;
        }
        String said = NAME.matcher(text).replaceAll(found -> {
            String word = words.apply(found.group(1));
            return Matcher.quoteReplacement(word == null ? found.group() : word);
        });
        while (paragraph.getRuns().size() > 1) {
            paragraph.removeRun(1);
        }
        write(paragraph.getRuns().get(0), said);
    }

    private static void write(XWPFRun run, String text) {
        String[] lines = text.split("\n", -1);
        run.setText(lines[0], 0);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
    }

    private static Set<String> groups(XWPFTableRow row, Placeholders known) {
        return cells(row).stream()
                .flatMap(paragraph -> NAME.matcher(paragraph.getText()).results())
                .flatMap(found -> known.group(found.group(1)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<XWPFTableRow> rows(XWPFDocument document) {
        return document.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .toList();
    }

    private static List<XWPFParagraph> cells(XWPFTableRow row) {
        return row.getTableCells().stream()
                .flatMap(cell -> paragraphs(cell.getBodyElements()).stream())
                .toList();
    }

    private static List<XWPFParagraph> paragraphs(List<IBodyElement> elements) {
        List<XWPFParagraph> found = new ArrayList<>();
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                found.add(paragraph);
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        found.addAll(paragraphs(cell.getBodyElements()));
                    }
                }
            }
        }
        return found;
    }
}
