package org.shouwang.finding;

import java.util.List;
import java.util.Map;

/**
 * A row of a list as it came.
 *
 * @param no its number in the file, the heading counted; in a list sent by a program from 1
 * @param cells by field; a field that is not there is empty
 */
public record ListedRow(int no, Map<String, String> cells) {

    static final String NAME = "name";
    static final String ID_NUMBER = "idNumber";
    static final String BIRTH_DATE = "birthDate";
    static final String VILLAGE = "village";
    static final String SITUATION = "situation";

    /** What a list may tell of a child; nothing else is read. */
    public static final List<String> FIELDS = List.of(NAME, ID_NUMBER, BIRTH_DATE, VILLAGE, SITUATION);

    static final List<String> NEEDED = List.of(NAME, VILLAGE);

    public ListedRow {
        cells = Map.copyOf(cells);
    }

    String cell(String field) {
        return cells.getOrDefault(field, "");
    }

    boolean empty() {
        return cells.values().stream().allMatch(String::isBlank);
    }

    @Override
    public String toString() {
        return "ListedRow[" + no + "]";
    }
}
