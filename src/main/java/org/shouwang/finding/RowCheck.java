package org.shouwang.finding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.person.IdNumber;
import org.shouwang.person.Names;
import org.shouwang.spreadsheet.TableFile;
import org.shouwang.web.FieldProblem;

/** Looks at one row: what is wrong with it is said, and the rest of the list goes on. */
final class RowCheck {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_SITUATION = 500;
    private static final int GROWN_UP = 18;
    private static final int LONGEST_CELL = 500;

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("uuuu/M/d"),
            DateTimeFormatter.ofPattern("uuuu-M-d"),
            DateTimeFormatter.ofPattern("uuuu.M.d"),
            DateTimeFormatter.ofPattern("uuuu年M月d日"),
            DateTimeFormatter.BASIC_ISO_DATE);

    private final Villages villages;
    private final LocalDate today;

    RowCheck(Villages villages, LocalDate today) {
        this.villages = villages;
        this.today = today;
    }

    /** The child, or why the row cannot be taken; never both. */
    record Checked(@Nullable ListedChild child, List<FieldProblem> problems) {}

    Checked check(ListedRow row) {
        List<FieldProblem> problems = new ArrayList<>();
        row.cells().forEach((field, cell) -> text(field, cell, problems));
        if (!problems.isEmpty()) {
            return new Checked(null, problems);
        }
        String name = name(row, problems);
        String idNumber = idNumber(row, problems);
        LocalDate birth = birth(row, idNumber, problems);
        String division = village(row, problems);
        return problems.isEmpty()
                ? new Checked(
                        new ListedChild(row.no(), name, idNumber, birth, division, row.cell(ListedRow.SITUATION)),
                        List.of())
                : new Checked(null, problems);
    }

    /** A text that a spreadsheet calculates, or that is longer than any cell of such a list, is none we keep. */
    private static void text(String field, String cell, List<FieldProblem> problems) {
        if (TableFile.calculates(cell)) {
            problems.add(FieldProblem.at(field, "row-formula"));
        } else if (cell.codePointCount(0, cell.length()) > LONGEST_CELL) {
            problems.add(FieldProblem.at(field, "row-long", LONGEST_CELL));
        } else if (cell.codePoints().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            problems.add(FieldProblem.at(field, "row-control"));
        }
    }

    private static String name(ListedRow row, List<FieldProblem> problems) {
        String name = Names.clean(row.cell(ListedRow.NAME));
        if (name.isEmpty()) {
            problems.add(FieldProblem.at(ListedRow.NAME, "row-name"));
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            problems.add(FieldProblem.at(ListedRow.NAME, "row-long", LONGEST_NAME));
        }
        return name;
    }

    private @Nullable String idNumber(ListedRow row, List<FieldProblem> problems) {
        String said = row.cell(ListedRow.ID_NUMBER);
        if (said.isEmpty()) {
            return null;
        }
        Optional<String> wrong = IdNumber.fault(said, today);
        if (wrong.isPresent()) {
            problems.add(FieldProblem.at(ListedRow.ID_NUMBER, wrong.get()));
            return null;
        }
        return new IdNumber(said).value();
    }

    private @Nullable LocalDate birth(ListedRow row, @Nullable String idNumber, List<FieldProblem> problems) {
        String said = row.cell(ListedRow.BIRTH_DATE);
        LocalDate birth = idNumber == null ? null : new IdNumber(idNumber).birthDate();
        if (!said.isEmpty()) {
            LocalDate day = day(said);
            if (day == null) {
                problems.add(FieldProblem.at(ListedRow.BIRTH_DATE, "row-day"));
            } else if (day.isAfter(today)) {
                problems.add(FieldProblem.at(ListedRow.BIRTH_DATE, "row-day-future"));
            } else if (birth != null && !birth.equals(day)) {
                problems.add(FieldProblem.at(ListedRow.BIRTH_DATE, "row-day-differs"));
            } else {
                birth = day;
            }
        }
        if (birth != null && !birth.isAfter(today.minusYears(GROWN_UP))) {
            problems.add(FieldProblem.at(ListedRow.BIRTH_DATE, "row-grown-up"));
        }
        return birth;
    }

    private static @Nullable LocalDate day(String said) {
        for (DateTimeFormatter form : DAYS) {
            try {
                return LocalDate.parse(said, form);
            } catch (DateTimeParseException e) {
                // Written in another way.
            }
        }
        return null;
    }

    private String village(ListedRow row, List<FieldProblem> problems) {
        String said = row.cell(ListedRow.VILLAGE);
        List<String> found = villages.named(said);
        if (said.isEmpty()) {
            problems.add(FieldProblem.at(ListedRow.VILLAGE, "row-village"));
        } else if (found.isEmpty()) {
            problems.add(FieldProblem.at(ListedRow.VILLAGE, "row-village-unknown"));
        } else if (found.size() > 1) {
            problems.add(FieldProblem.at(ListedRow.VILLAGE, "row-village-several"));
        }
        return found.size() == 1 ? found.get(0) : "";
    }

    /** The villages of one county, by code and by name, with or without the township's before it. */
    record Villages(Map<String, List<String>> byName) {

        List<String> named(String said) {
            return byName.getOrDefault(said.replaceAll("\\s", ""), List.of());
        }
    }
}
