package org.shouwang.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.form.Forms;

/** The county's own clocks with one trigger spoilt: each is named, for it would never start or never stop. */
class ClockTriggersTests {

    private static final Set<String> SIGNALS = Set.of("claimed", "report-received", "report-done");

    @Test
    void findsNothingWrongWithTheCountysClocks() throws IOException {
        assertThat(faults("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stops: event:report-done | stops: event:report-finished | nothing fires the event report-finished",
                "starts: task:report-intake/triage | starts: task:report-intake/sorting | no user task report-intake/sorting",
                "starts: record:F01-report | starts: record:F99-report | no form F99-report",
                "counts-from: startDate | counts-from: decisionNo | counts from decisionNo",
                "counts-from: receivedOn | counts-from: sentOn | counts from sentOn, which is no variable",
                "key: P-guardianship-review-do | key: P-nothing | ",
                "key: P-visit | key: P-callers | times no step"
            })
    void namesWhatCannotHappen(String right, String wrong, String reason) throws IOException {
        List<String> faults = faults(right + "\n", wrong + "\n");
        if (reason == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).anyMatch(fault -> fault.startsWith("clocks.yaml") && fault.contains(reason));
        }
    }

    private static List<String> faults(String right, String wrong) throws IOException {
        Map<String, byte[]> files =
                new HashMap<>(ProcessFiles.read(Path.of("processes")).all());
        String clocks = new String(files.get("clocks.yaml"), StandardCharsets.UTF_8);
        assertThat(clocks).contains(right);
        files.put("clocks.yaml", clocks.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
        List<Fault> theirs = new ArrayList<>();
        Catalogue catalogue = Catalogue.read(ProcessFiles.of(files), theirs);
        Forms forms = Forms.read(catalogue.files(), catalogue.codes(), theirs);
        ClockBook book = ClockBook.read(catalogue.files(), catalogue.roles().keys(), theirs);
        BpmnFiles processes =
                BpmnFiles.read(catalogue.files(), BpmnContext.of(catalogue, forms, book, Map.of()), theirs);
        List<Fault> faults = new ArrayList<>();
        new ClockTriggers(processes, forms, SIGNALS, faults).check(book);
        return faults.stream().map(Fault::toString).toList();
    }
}
