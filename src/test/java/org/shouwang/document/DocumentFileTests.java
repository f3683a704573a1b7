package org.shouwang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

class DocumentFileTests {

    private static final String PLAN = "documents/plan.docx";

    private static List<String> faults(Map<String, byte[]> changes) {
        Map<String, byte[]> files =
                new TreeMap<>(ProcessFiles.read(Path.of("processes")).all());
        files.putAll(changes);
        List<Fault> faults = new ArrayList<>();
        DocumentFile.read(Catalogue.read(ProcessFiles.of(files), faults), faults);
        return faults.stream().map(Fault::toString).toList();
    }

    /** Words in a paragraph, cut into runs as Word does, and in the one row of a table. */
    private static byte[] word(String paragraph, String row) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFParagraph first = document.createParagraph();
            for (String part : paragraph.split("(?<=\\{)|(?=\\.)")) {
                first.createRun().setText(part);
            }
            XWPFTableRow only = document.createTable(1, 1).getRow(0);
            only.getCell(0).setText(row);
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void findsNoFaultInOurs() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void namesAPlaceholderThatMeansNothing() throws IOException {
        assertThat(faults(Map.of(PLAN, word("{{case.nummer}}", "{{needs.gaol}}"))))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains(PLAN, "{{case.nummer}}", "case.number"))
                .anySatisfy(fault -> assertThat(fault).contains(PLAN, "{{needs.gaol}}", "F08-plan", "needs.goal"));
    }

    @Test
    void refusesAGroupOutsideARowAndBracesThatDoNotClose() throws IOException {
        assertThat(faults(Map.of(PLAN, word("{{needs.goal}}", "{{visitor}"))))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("{{needs.goal}}", "row of a table"))
                .anySatisfy(fault -> assertThat(fault).contains("{{visitor}", "do not close"));
    }

    @Test
    void refusesWhatIsNoWordFileAndWhatNobodyUses() {
        assertThat(faults(Map.of(
                        PLAN, "no zip".getBytes(StandardCharsets.UTF_8), "documents/other.docx", new byte[] {1})))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains(PLAN, "Word"))
                .anySatisfy(fault -> assertThat(fault).contains("other.docx", "no entry"));
    }

    @Test
    void fillsEachRowOfAGroupAndKeepsWhatIsAround() throws IOException {
        Template template = Template.read(word("编号 {{case.number}}。", "{{needs.goal}}：{{needs.by}}"))
                .orElseThrow();
        Placeholders known = new Placeholders(org.shouwang.workflow.form.Forms.read(
                        ProcessFiles.read(Path.of("processes")),
                        Catalogue.read(ProcessFiles.read(Path.of("processes")), new ArrayList<>())
                                .codes(),
                        new ArrayList<>())
                .find("F08-plan")
                .orElseThrow());
        byte[] filled = template.fill(
                known,
                new Template.Filled(
                        Map.of("case.number", "450223-1"),
                        Map.of(
                                "needs",
                                List.of(
                                        Map.of("needs.goal", "上学\n吃饱", "needs.by", "学校"),
                                        Map.of("needs.goal", "看病 $1")))));
        try (XWPFDocument document = new XWPFDocument(new java.io.ByteArrayInputStream(filled))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("编号 450223-1。");
            assertThat(document.getTables().get(0).getRows())
                    .extracting(row -> row.getCell(0).getText())
                    .containsExactly("上学\n吃饱：学校", "看病 $1：");
        }
    }
}
