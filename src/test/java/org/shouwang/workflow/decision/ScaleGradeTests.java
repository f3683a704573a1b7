package org.shouwang.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** The county's long scales: the borders of the grades, and that the points of every scale run from 0 to 100. */
class ScaleGradeTests {

    private final DecisionBook book = book();

    @ParameterizedTest
    @CsvSource({"0,1", "39,1", "40,2", "59,2", "60,3", "79,3", "80,4", "100,4"})
    void changesAtItsBorders(int score, String grade) {
        assertThat(book.evaluate("scale-grade", Map.of("must", false, "score", score))
                        .outputs())
                .containsExactly(Map.of("grade", grade));
    }

    @Test
    void isRedWhereSomethingMustBeReported() {
        assertThat(book.evaluate("scale-grade", Map.of("must", true, "score", 100))
                        .outputs())
                .containsExactly(Map.of("grade", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guardianship-scale", "condition-scale"})
    void givesAHundredPointsAtMost(String scale) {
        assertThat(points(scale, "good")).isEqualTo(100);
        assertThat(points(scale, "bad")).isZero();
        assertThat(points(scale, "unsure")).isEqualTo(points(scale, "poor")).isLessThan(points(scale, "fair"));
    }

    private int points(String scale, String answer) {
        Map<String, Object> answers = new HashMap<>();
        book.inputs(scale).forEach(item -> answers.put(item, answer));
        return book.evaluate(scale, answers).outputs().stream()
                .mapToInt(output -> output.get("points") instanceof Number points ? points.intValue() : -1)
                .sum();
    }

    private static DecisionBook book() {
        List<Fault> faults = new ArrayList<>();
        Catalogue catalogue = Catalogue.read(ProcessFiles.read(Path.of("processes")), faults);
        return DecisionBook.read(catalogue.files(), catalogue.codes(), faults);
    }
}
