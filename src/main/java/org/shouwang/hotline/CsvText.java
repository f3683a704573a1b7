package org.shouwang.hotline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwang.web.Refusal;

/** Comma-separated values (RFC 4180), in UTF-8 or in what Chinese spreadsheets write. */
final class CsvText {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private final String text;
    private int at;
    private int line = 1;

    private CsvText(String text) {
        this.text = text;
    }

    /** @param most no more rows than this, and one */
    static List<SheetRow> rows(byte[] file, int most) {
        CsvText csv = new CsvText(decode(file));
        List<SheetRow> rows = new ArrayList<>();
        while (csv.at < csv.text.length() && rows.size() <= most) {
            SheetRow row = csv.row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String decode(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CHINESE)) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // Not this one.
            }
        }
        throw Refusal.malformed("hotline-file");
    }

    private SheetRow row() {
        int number = line;
        List<String> cells = new ArrayList<>();
        Set<Integer> formulas = new HashSet<>();
        boolean more = true;
        while (more) {
            String value = cell();
            if (SheetReader.looksLikeFormula(value)) {
                formulas.add(cells.size());
            }
            cells.add(value);
            more = at < text.length() && text.charAt(at) == ',';
            at++;
            if (!more && at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
                at++;
            }
        }
        line = number + 1;
        return new SheetRow(number, cells, formulas);
    }

    private String cell() {
        StringBuilder value = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        if (quoted) {
            at++;
        }
        while (at < text.length() && !ends(quoted)) {
            if (quoted && text.charAt(at) == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    quoted = false;
                    continue;
                }
            }
            value.append(text.charAt(at));
            at++;
        }
        return value.toString().strip();
    }

    private boolean ends(boolean quoted) {
        char next = text.charAt(at);
        return !quoted && (next == ',' || next == '\n' || next == '\r');
    }

    /** A cell as it is written, so that no spreadsheet calculates it. */
    static String quoted(String value) {
        String harmless = SheetReader.looksLikeFormula(value) ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
