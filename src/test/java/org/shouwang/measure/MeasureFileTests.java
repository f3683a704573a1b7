package org.shouwang.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** Who may issue which measure on a guardian: what is wrong in the county's file is named with its place. */
class MeasureFileTests {

    private static final ProcessFiles OURS = ProcessFiles.read(Path.of("processes"));

    private static MeasureFile.Read read(String text, List<Fault> faults) {
        Map<String, byte[]> files = new HashMap<>(OURS.all());
        files.put(MeasureFile.NAME, text.getBytes(StandardCharsets.UTF_8));
        return MeasureFile.read(Catalogue.read(ProcessFiles.of(files), new ArrayList<>()), faults);
    }

    @Test
    void isWholeAndClaimsNoLawThatWasNotFound() {
        List<Fault> faults = new ArrayList<>();
        MeasureFile.Read read = read(OURS.text(MeasureFile.NAME), faults);
        assertThat(faults).isEmpty();
        assertThat(read.measures())
                .filteredOn(rule -> !rule.mark().equals("T"))
                .extracting(MeasureRule::key, MeasureRule::mark)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("supervision-order", "U"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organs: [procurator], | organs: [mayor],    | measures[5] (supervision-order).organs | mayor is none of
            organs: [procurator], | organs: [],         | measures[5] (supervision-order).organs | names nobody
            key: reprimand        | key: advice         | measures[2] (advice).key               | is there twice
            key: reprimand        | key: advice         | measures                               | nobody may issue reprimand
            key: reprimand        | key: exile          | measures[2] (exile).key                | exile is none of
            role: court           | role: judge         | logins[3].role                         | judge is none of
            village-committee     | village-hall        | logins[6].agency-type                  | village-hall is none of
            mark: U               | mark: X             | measures[5] (supervision-order).mark   | X is none of
            until: P12M           | until: P2M          | restoration.until                      | ends before it begins
            after: P3M            | after: soon         | restoration.after                      | is no term such as
            restoration:          | restorations:       | restoration                            | is missing
            """)
    void namesPlaceAndReason(String right, String wrong, String place, String reason) {
        String text = OURS.text(MeasureFile.NAME);
        assertThat(text).contains(right);
        List<Fault> faults = new ArrayList<>();
        read(text.replace(right, wrong), faults);
        assertThat(faults).anySatisfy(fault -> assertThat(fault.toString())
                .startsWith("measures.yaml: " + place + ": ")
                .contains(reason));
    }
}
