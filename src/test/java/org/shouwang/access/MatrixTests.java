package org.shouwang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An access matrix is read whole: what is wrong is named with its line and reason. */
class MatrixTests {

    private static final MatrixNames NAMES = new MatrixNames(
            Set.of("case.read", "record.read", "task.work")::contains,
            Set.of("police", "court"),
            Set.of("emergency", "assessment"),
            Map.of("F1", Map.of("where", "address", "when", "", "rows", "", "rows.who", "identity")));

    private static final String RIGHT = """
            police,task.work,any,open,*,*,F1,*,
            police,record.read,assigned,open,assessment,open,F1,*|@address|rows.who,why not
            """;

    @Test
    void findsNothingWrongWithWhatIsRight() {
        assertThat(faults(RIGHT)).isEmpty();
    }

    @Test
    void namesWhatNothingHas() {
        assertThat(faults(RIGHT + "judge,case.read,assigned,open,*,*,*,*,\n"))
                .containsExactly("line 4: no such role in roles.yaml: judge");
        assertThat(faults(RIGHT + "court,case.raed,assigned,open,*,*,*,*,\n"))
                .containsExactly("line 4: nothing asks for this act: case.raed");
        assertThat(faults(RIGHT + "court,record.read,assigned,open,later,*,*,*,\n"))
                .containsExactly("line 4: no such code of STAGE: later");
        assertThat(faults(RIGHT + "court,record.read,assigned,open,*,!gone,*,*,\n"))
                .containsExactly("line 4: no such state (lead, open, closed): gone");
        assertThat(faults(RIGHT + "court,record.read,assigned,open,*,*,F2,*,\n"))
                .containsExactly("line 4: no such form under forms/: F2");
        assertThat(faults(RIGHT + "court,record.read,assigned,open,*,*,F1,@reporter|whom,\n"))
                .containsExactly(
                        "line 4: none of its forms has this field: @reporter",
                        "line 4: none of its forms has this field: whom");
        assertThat(faults(RIGHT + "court,case.read,near,open,*,*,*,*,\n"))
                .containsExactly("line 4: no such reach: near");
        assertThat(faults(RIGHT + "court,case.read,assigned,open\n"))
                .singleElement()
                .asString()
                .startsWith("line 4: needs 9 cells");
    }

    @Test
    void refusesWhatCannotBeJudged() {
        assertThat(faults(RIGHT + "court,case.read,territory,open,*,open,*,*,\n"))
                .singleElement()
                .asString()
                .contains("stands in lists");
        assertThat(faults(RIGHT + "court,case.read,assigned,open,*,*,F1,*,\n"))
                .containsExactly("line 4: case.read knows no form");
        assertThat(faults(RIGHT + "court,task.work,any,open,*,closed,F1,*,\n"))
                .singleElement()
                .asString()
                .contains("is about no case");
        assertThat(faults(RIGHT + "police,task.work,any,open,*,*,F1,*,again\n"))
                .containsExactly("line 4: repeats line 2");
    }

    @Test
    void wantsARowForEveryFormAndEverySealedField() {
        assertThat(faults(""))
                .containsExactlyInAnyOrder(
                        "F1: no row of record.read names this form: who reads it?",
                        "F1: no row of task.work names this form: who fills it in?",
                        "F1: where is kept apart (address), and no row of record.read names the field or @address",
                        "F1: rows.who is kept apart (identity), and no row of record.read names the field or @identity");
    }

    @Test
    void seesFieldsAsTheirCellSays() {
        List<String> faults = new ArrayList<>();
        List<Rule> rules =
                Matrix.read(Matrix.HEADER + "\n" + RIGHT, NAMES, faults).rules("record.read");
        Sight sight = new Sight(UUID.randomUUID(), rules);
        assertThat(sight.reads("F1", null)).isTrue();
        assertThat(sight.reads("F2", null)).isFalse();
        assertThat(sight.sees("F1", null, "when", null)).isTrue();
        assertThat(sight.sees("F1", null, "where", "address")).isTrue();
        assertThat(sight.sees("F1", null, "rows.who", "identity")).isTrue();
        assertThat(sight.sees("F1", null, "whom", "identity")).isFalse();
    }

    @Test
    void readsCellsAsTheyAreWritten() {
        assertThat(cell("*").has(null)).isTrue();
        assertThat(cell("a|b").has("b")).isTrue();
        assertThat(cell("a|b").has("c")).isFalse();
        assertThat(cell("!a").has("b")).isTrue();
        assertThat(cell("!a").has("a")).isFalse();
        assertThat(cell("!a").has(null)).isFalse();
        assertThat(cell("-").has("a")).isFalse();
        assertThat(List.of("*", "a|b", "!a", "-", "*|@x"))
                .allMatch(text -> cell(text).toString().equals(text));
    }

    private static Cell cell(String text) {
        return Cell.read(text, new ArrayList<>());
    }

    private static List<String> faults(String rows) {
        List<String> faults = new ArrayList<>();
        Matrix.read(Matrix.HEADER + "\n" + rows, NAMES, faults);
        return faults;
    }
}
