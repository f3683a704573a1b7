package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.access.Actors;
import org.shouwang.casefile.RecordPapers;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.Records;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers made from the forms of a case: whole, for whoever reads the form, and with no word more than the form shows. */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsIT {

    private static final List<String> READERS =
            List.of("caseworker", "station", "civil", "police", "federation", "court");

    /** What {@link MatrixGround} writes into every text field. */
    private static final Pattern MARK = Pattern.compile("密[A-Z]\\d\\d[A-Za-z]+");

    private final FormBook forms;
    private final RecordPapers papers;
    private final MatrixGround ground;

    @Autowired
    DocumentsIT(FormBook forms, RecordPapers papers, Records records, Actors actors, TransactionTemplate transaction) {
        this.forms = forms;
        this.papers = papers;
        this.ground = new MatrixGround(forms, records, actors, transaction);
    }

    private static String text(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    private static Set<String> marks(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void saysWhatTheReaderReadsAndNoMore() throws IOException {
        UUID file = ground.caseOf("open");
        String number = TestParts.everything()
                .sql("select number from case_file where id = ?")
                .param(file)
                .query(String.class)
                .single();
        int made = 0;
        for (Form form : forms.current().all()) {
            for (RecordPapers.Paper paper : papers.of(form.key(), java.util.Locale.CHINESE)) {
                for (MatrixGround.Made record : ground.recordsOf("open", form.key())) {
                    String door = "/api/v1/cases/" + file + "/records/" + record.id();
                    for (String reader : READERS) {
                        Api.Answer read = Api.as(reader).get(door);
                        byte[] word = Api.as(reader).download(door + "/documents/" + paper.key());
                        assertThat(word.length > 0)
                                .as(reader + " " + paper.key())
                                .isEqualTo(read.status() == 200);
                        if (word.length > 0) {
                            String text = text(word);
                            assertThat(text).contains(number).doesNotContain("{{");
                            assertThat(marks(read.text()))
                                    .as(reader + " " + paper.key())
                                    .containsAll(marks(text));
                            made++;
                        }
                    }
                }
            }
        }
        assertThat(made).isGreaterThan(20);
    }

    @Test
    void comesFromThePageOfTheForm() throws IOException {
        UUID file = ground.caseOf("open");
        UUID record = ground.recordsOf("open", "F08-plan").get(0).id();
        Visitor worker = Visitor.of("caseworker");
        String page = "/cases/" + file + "/records/" + record;
        assertThat(worker.get(page).text()).contains("生成文书：个案服务方案", page + "/documents/plan");
        Api.Answer plan = worker.get(page + "/documents/plan");
        assertThat(plan.header("Content-Disposition")).startsWith("attachment").doesNotContain("矩阵");
        assertThat(text(Api.as("caseworker").download("/api/v1" + page + "/documents/plan")))
                .contains("个案服务方案", MatrixGround.mark("F08-plan", "needs.goal"));
        assertThat(worker.get(page + "/documents/closing").status()).isEqualTo(404);
        assertThat(Visitor.of("station2").get(page + "/documents/plan").status())
                .isEqualTo(404);
        assertThat(Visitor.of("director").get(page + "/documents/plan").status())
                .isEqualTo(403);
        assertThat(TestParts.everything()
                        .sql(
                                "select details ->> 'document' from journal_entry where act = 'document.made' and reference = ?")
                        .param(record.toString())
                        .query(String.class)
                        .list())
                .contains("plan");
        com.microsoft.playwright.Page seen = Browser.as("caseworker", Browser.DESK);
        seen.navigate(Browser.at(page));
        Browser.shotBoth(seen, "record-papers");
        seen.context().close();
    }

    /** Who reported and which child it was stand in no receipt. */
    @Test
    void namesNobodyInAReceipt() throws IOException {
        UUID file = ground.caseOf("open");
        UUID report = ground.recordsOf("open", "F01-report").get(0).id();
        byte[] receipt =
                Api.as("caseworker").download("/api/v1/cases/" + file + "/records/" + report + "/documents/receipt");
        assertThat(text(receipt))
                .contains("接收报告回执")
                .doesNotContain("矩阵之open", MatrixGround.mark("F01-report", "childName"));
    }
}
