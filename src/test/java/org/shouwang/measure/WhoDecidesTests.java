package org.shouwang.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may fill in the forms that stand for what only one organ decides, by the county's own matrix: that organ, the county
 * worker who records for it, and whoever stands in for a vacant post.
 */
class WhoDecidesTests {

    @ParameterizedTest
    @CsvSource({
        "task.work, F07-temporary-guardianship, case-worker+civil-affairs+county-supervisor",
        "task.work, S08-guardianship-review, case-worker+civil-affairs+county-supervisor",
        "task.work, S11-new-guardian, case-worker+civil-affairs+county-supervisor",
        "task.work, S13-after-refusal, civil-affairs+county-supervisor",
        "task.work, J01-court-acceptance, case-worker+civil-affairs+county-supervisor+court",
        "task.work, J02-court-decision, case-worker+civil-affairs+county-supervisor+court",
        "task.work, F03-handover, case-worker+civil-affairs+county-supervisor",
        "process.start, F19-revocation-application, case-worker+civil-affairs",
        "process.start, F03-handover, case-worker",
    })
    void fillsInNobodyElse(String act, String form, String roles) throws IOException {
        Set<String> found = Files.readAllLines(Path.of("processes/access-matrix.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals(act))
                .filter(cells -> names(List.of(cells[6].split("\\|")), form))
                .map(cells -> cells[0])
                .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrder(roles.split("\\+"));
    }

    private static boolean names(List<String> cell, String form) {
        return cell.contains(form) || cell.contains("*") && !cell.contains("!" + form);
    }
}
