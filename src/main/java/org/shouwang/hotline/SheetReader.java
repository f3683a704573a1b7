package org.shouwang.hotline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** Reads the first sheet of an .xlsx, or a .csv, as rows of text. Nothing is calculated. */
@Component
class SheetReader {

    static final int MOST_ROWS = 2_000;

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    /** What a small file may unpack to. */
    private static final int MOST_UNPACKED = 24 * 1024 * 1024;

    private static final String NUMBER = "[+-]?[0-9][0-9 .,\\-]*";

    /** @throws Refusal 400 for what is no such file, 413 for one that is too large */
    List<SheetRow> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.tooLarge("hotline-file-large", MOST_ROWS);
        }
        boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        List<SheetRow> rows = zip ? workbook(file) : CsvText.rows(file, MOST_ROWS + 1);
        if (rows.size() > MOST_ROWS + 1) {
            throw Refusal.tooLarge("hotline-file-large", MOST_ROWS);
        }
        return rows;
    }

    private static List<SheetRow> workbook(byte[] file) {
        try {
            refuseBombs(file);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                return book.getNumberOfSheets() == 0 ? List.of() : rows(book.getSheetAt(0));
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // POI says in many ways that a file is not what it seems to be.
            throw Refusal.malformed("hotline-file");
        }
    }

    private static void refuseBombs(byte[] file) throws IOException {
        long unpacked = 0;
        byte[] part = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw Refusal.tooLarge("hotline-file-large", MOST_ROWS);
                    }
                }
            }
        }
    }

    private static List<SheetRow> rows(Sheet sheet) {
        DataFormatter text = new DataFormatter(Locale.CHINA);
        List<SheetRow> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            Set<Integer> formulas = new HashSet<>();
            for (int column = 0; column < Math.min(row.getLastCellNum(), MOST_COLUMNS); column++) {
                Cell cell = row.getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
                String value = cell == null ? "" : value(cell, text);
                cells.add(value);
                if (cell != null && cell.getCellType() == CellType.FORMULA || looksLikeFormula(value)) {
                    formulas.add(column);
                }
            }
            SheetRow read = new SheetRow(row.getRowNum() + 1, cells, formulas);
            if (!read.isBlank()) {
                rows.add(read);
            }
            if (rows.size() > MOST_ROWS + 1) {
                break;
            }
        }
        return rows;
    }

    private static String value(Cell cell, DataFormatter text) {
        if (cell.getCellType() == CellType.FORMULA) {
            return "=" + cell.getCellFormula();
        }
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toString();
        }
        return text.formatCellValue(cell).strip();
    }

    /** Text a spreadsheet would calculate once it is opened there again. */
    static boolean looksLikeFormula(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !value.matches(NUMBER);
    }
}
