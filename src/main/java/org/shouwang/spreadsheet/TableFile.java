package org.shouwang.spreadsheet;

import java.util.List;

/** A table in a file, CSV or xlsx, as rows of trimmed texts. A formula comes as its text, with the equals sign before it. */
public final class TableFile {

    private TableFile() {}

    /**
     * Reads the first sheet of a workbook, or the lines of a text.
     *
     * @param most rows to read; what comes after is left unread, so ask for one more than you take
     */
    public static List<List<String>> read(byte[] content, int most) throws UnreadableTable {
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        return zipped ? Workbook.read(content, most) : Csv.read(Csv.text(content), most);
    }

    /** Whether a spreadsheet would take this text for something to calculate. */
    public static boolean calculates(String cell) {
        return !cell.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) >= 0;
    }
}
