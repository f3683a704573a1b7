package org.shouwang.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet for people to fill in: every cell a text, so that nothing in it calculates and no number is rewritten. */
public final class Xlsx {

    private static final int WIDTH = 22 * 256;

    private Xlsx() {}

    /**
     * Answers to choose from.
     *
     * @param column the first being 0
     */
    public record Choice(int column, List<String> values) {}

    /**
     * Writes a sheet.
     *
     * @param mark who took it out and when, on every printed page
     */
    public static byte[] write(List<String> heading, List<List<String>> rows, List<Choice> choices, String mark) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            text.setWrapText(true);
            fill(sheet.createRow(0), heading, bold(book));
            for (int at = 0; at < rows.size(); at++) {
                fill(sheet.createRow(at + 1), rows.get(at), text);
            }
            for (int column = 0; column < heading.size(); column++) {
                sheet.setColumnWidth(column, WIDTH);
            }
            sheet.createFreezePane(0, 1);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getFooter().setCenter(mark.replace("&", "&&"));
            choices.forEach(choice -> offer(sheet, choice, Math.max(1, rows.size())));
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellStyle bold(XSSFWorkbook book) {
        CellStyle style = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setWrapText(true);
        return style;
    }

    private static void fill(Row row, List<String> cells, CellStyle style) {
        for (int at = 0; at < cells.size(); at++) {
            Cell cell = row.createCell(at);
            cell.setCellValue(cells.get(at));
            cell.setCellStyle(style);
        }
    }

    private static void offer(Sheet sheet, Choice choice, int rows) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(choice.values().toArray(String[]::new)),
                new CellRangeAddressList(1, rows, choice.column(), choice.column())));
    }
}
