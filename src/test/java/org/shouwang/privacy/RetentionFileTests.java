package org.shouwang.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** The county's terms: what is wrong is named with its place, and no term claims a law that was not found. */
class RetentionFileTests {

    private static final Path FILE = Path.of("processes/retention.yaml");

    private static List<RetentionClass> read(String text, List<Fault> faults) {
        return RetentionFile.read(
                ProcessFiles.of(Map.of("retention.yaml", text.getBytes(StandardCharsets.UTF_8))), faults);
    }

    @Test
    void areAllOurDefaultAndCountFromTheDayItWasClosed() throws IOException {
        List<Fault> faults = new ArrayList<>();
        List<RetentionClass> classes = read(Files.readString(FILE), faults);
        assertThat(faults).isEmpty();
        assertThat(classes).isNotEmpty().allMatch(each -> each.kind().equals("default"));
        RetentionClass harm = classes.get(0);
        LocalDate closed = LocalDate.of(2026, 3, 1);
        assertThat(harm.eraseOn(closed, LocalDate.of(2020, 5, 5))).isEqualTo("2056-03-01");
        assertThat(harm.eraseOn(closed, null)).isEqualTo("2056-03-01");
        assertThat(harm.fits("case", "safe", false)).isFalse();
        assertThat(harm.fits("case", "safe", true)).isTrue();
    }

    @Test
    void lastUntilTheChildIsGrown() {
        List<RetentionClass> classes = read("""
                - {key: a, zh: 甲, en: A, of: case, archive-after: P1Y, keep: P10Y, until-age: 28, kind: default, basis: 甲, mark: P}
                - {key: b, zh: 乙, en: B, of: report, archive-after: P1Y, keep: permanent, kind: default, basis: 甲, mark: P}
                """, new ArrayList<>());
        LocalDate closed = LocalDate.of(2026, 3, 1);
        assertThat(classes.get(0).eraseOn(closed, LocalDate.of(2020, 5, 5))).isEqualTo("2048-05-05");
        assertThat(classes.get(1).eraseOn(closed, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep: P3Y|keep: three|no term such as",
                "keep: P3Y|keep: P1D|nothing would ever be archived",
                "of: report|of: letter|is none of",
                "kind: default|kind: statutory|cannot be statutory",
                "until-age: 28|until-age: old|is an age",
                "archive-after: P1Y|archived: P1Y|is not known"
            })
    void namesWhatIsWrong(String from, String to, String reason) throws IOException {
        List<Fault> faults = new ArrayList<>();
        read(Files.readString(FILE).replace(from, to), faults);
        assertThat(faults)
                .extracting(Fault::toString)
                .anyMatch(fault -> fault.startsWith("retention.yaml: ") && fault.contains(reason));
    }

    @Test
    void wantATermForEverything() throws IOException {
        List<Fault> faults = new ArrayList<>();
        String text = Files.readString(FILE);
        read(text.substring(0, text.indexOf("- key: report")), faults);
        assertThat(faults).extracting(Fault::toString).anyMatch(fault -> fault.contains("for report"));
    }
}
