package org.shouwang.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text with a comma between cells, as Excel and WPS save it: UTF-8 with or without its mark, or GB 18030. */
public final class Csv {

    private static final String MARK = "\uFEFF";
    private static final Charset NATIONAL = Charset.forName("GB18030");

    private final List<List<String>> rows = new ArrayList<>();
    private final String text;
    private List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private Csv(String text) {
        this.text = text;
    }

    static String text(byte[] content) throws UnreadableTable {
        for (Charset charset : List.of(StandardCharsets.UTF_8, NATIONAL)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                if (text.indexOf('\0') >= 0) {
                    throw new UnreadableTable("not a text");
                }
                return text.startsWith(MARK) ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // The next one may fit.
            }
        }
        throw new UnreadableTable("no known encoding");
    }

    static List<List<String>> read(String text, int most) throws UnreadableTable {
        Csv csv = new Csv(text);
        csv.readAll(most);
        return csv.rows;
    }

    private void readAll(int most) throws UnreadableTable {
        for (int at = 0; at < text.length() && rows.size() < most; at++) {
            char each = text.charAt(at);
            if (quoted) {
                at += inQuotes(each, at);
            } else {
                outside(each);
            }
        }
        if (quoted && rows.size() < most) {
            throw new UnreadableTable("a quotation without an end");
        }
        if (rows.size() < most && (!row.isEmpty() || !cell.isEmpty())) {
            endRow();
        }
    }

    /** @return how many characters more belong to it: a doubled quotation mark is one */
    private int inQuotes(char each, int at) {
        if (each != '"') {
            cell.append(each);
            return 0;
        }
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            cell.append('"');
            return 1;
        }
        quoted = false;
        return 0;
    }

    private void outside(char each) {
        switch (each) {
            case '"' -> quoted = true;
            case ',' -> endCell();
            case '\n' -> endRow();
            case '\r' -> {}
            default -> cell.append(each);
        }
    }

    private void endCell() {
        row.add(asMeant(cell.toString().strip()));
        cell = new StringBuilder();
    }

    /** Without the quote that {@link #write} puts before what would calculate: such a file is often sent again. */
    private static String asMeant(String cell) {
        boolean marked = cell.startsWith("'") && TableFile.calculates(cell.substring(1));
        return marked ? cell.substring(1) : cell;
    }

    private void endRow() {
        endCell();
        rows.add(List.copyOf(row));
        row = new ArrayList<>();
    }

    /** For a spreadsheet to open: with its mark, and with a quote before what it would calculate. */
    public static byte[] write(List<List<String>> rows) {
        return (MARK + rows.stream().map(Csv::line).collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> row) {
        return row.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String cell) {
        return '"' + (TableFile.calculates(cell) ? "'" : "") + cell.replace("\"", "\"\"") + '"';
    }
}
