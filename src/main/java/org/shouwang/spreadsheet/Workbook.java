package org.shouwang.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first sheet of an xlsx file. Nothing in it is calculated, and no more is unpacked than such a list can need. */
final class Workbook {

    private static final int MOST_COLUMNS = 50;
    private static final long MOST_UNPACKED = 20L << 20;

    private Workbook() {}

    static List<List<String>> read(byte[] content, int most) throws UnreadableTable {
        try {
            refuseBombs(content);
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                return rows(workbook.getSheetAt(0), most);
            }
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new UnreadableTable("not an xlsx file");
        }
    }

    private static void refuseBombs(byte[] content) throws IOException, UnreadableTable {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (int got = zip.read(buffer); got >= 0; got = zip.read(buffer)) {
                    unpacked += got;
                    if (unpacked > MOST_UNPACKED) {
                        throw new UnreadableTable("unpacks to more than a list can need");
                    }
                }
            }
        }
    }

    private static List<List<String>> rows(Sheet sheet, int most) {
        DataFormatter formatter = new DataFormatter(Locale.CHINA);
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            // Rows nobody wrote in are not in the file; their numbers are kept, so that a reason names the right one.
            while (rows.size() < row.getRowNum() && rows.size() < most) {
                rows.add(List.of());
            }
            if (rows.size() >= most) {
                break;
            }
            rows.add(cells(row, formatter));
        }
        return rows;
    }

    private static List<String> cells(Row row, DataFormatter formatter) {
        List<String> cells = new ArrayList<>();
        int last = Math.min(row.getLastCellNum(), MOST_COLUMNS);
        for (int at = 0; at < last; at++) {
            Cell cell = row.getCell(at);
            cells.add(cell == null ? "" : text(cell, formatter).strip());
        }
        return List.copyOf(cells);
    }

    private static String text(Cell cell, DataFormatter formatter) {
        if (cell.getCellType() == CellType.FORMULA) {
            return "=" + cell.getCellFormula();
        }
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime at = cell.getLocalDateTimeCellValue();
            return (at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate() : at).toString();
        }
        return formatter.formatCellValue(cell);
    }
}
