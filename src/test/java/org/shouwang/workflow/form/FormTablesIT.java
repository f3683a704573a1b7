package org.shouwang.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.secrecy.TestSecrecy;
import org.shouwang.testing.BareDatabase;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Drafts and records on a real PostgreSQL, as the application logs in. */
class FormTablesIT {

    private static final Instant NOW = Instant.parse("2026-03-12T02:32:00Z");

    private final UUID officer = UUID.randomUUID();
    private final UUID subject = BareDatabase.get().subject();
    private final DataSource source = BareDatabase.get().app(officer, subject);
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final JdbcTemplate app = new JdbcTemplate(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    private final Secrecy secrecy = TestSecrecy.fresh();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FormVersions versions = new FormVersions(jdbc, clock);
    private final Records records = new Records(jdbc, secrecy, versions);
    private final Drafts drafts = new Drafts(jdbc, secrecy, clock);
    private final Form form = Samples.form();
    private final String task = UUID.randomUUID().toString();

    private Drafts.Of mine() {
        return new Drafts.Of(task, officer, form, "450223102200", "open");
    }

    private ObjectNode part(String name, String value) {
        return FormInput.part(form, Samples.typed(name, value), Set.of(name));
    }

    private NewRecord record(String forTask, Instant at) {
        ObjectNode data = FormInput.of(form, Samples.complete()).data();
        return new NewRecord(subject, forTask, form, data, "450223102200", "open", officer, null, at);
    }

    @Test
    void mergesADraftFieldByField() {
        drafts.merge(mine(), part("carer", "母亲"));
        drafts.merge(mine(), part("how", "邻居说的"));
        drafts.merge(mine(), part("carer", ""));

        Drafts.Draft draft = drafts.find(task, officer).orElseThrow();

        assertThat(draft.data().toString()).isEqualTo("{\"how\":\"邻居说的\"}");
        assertThat(draft.updatedAt()).isEqualTo(NOW);
        assertThat(drafts.find(task, UUID.randomUUID())).isEmpty();
        drafts.drop(task);
        assertThat(drafts.find(task, officer)).isEmpty();
    }

    @Test
    void losesNoFieldWhenSavesComeAtOnce() throws Exception {
        List<String> fields = List.of("carer", "how", "village", "children", "income", "next", "grade", "urgent");
        ExecutorService many = Executors.newFixedThreadPool(fields.size());
        try {
            List<Callable<Instant>> saves = new ArrayList<>();
            fields.forEach(
                    field -> saves.add(() -> transaction.execute(now -> drafts.merge(mine(), part(field, "1")))));
            for (Future<Instant> save : many.invokeAll(saves)) {
                save.get();
            }
        } finally {
            many.shutdownNow();
        }

        assertThat(drafts.find(task, officer).orElseThrow().data().propertyNames())
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void leavesNothingReadableInTheTables() {
        drafts.merge(mine(), part("carer", "父亲张某某"));
        records.store(record(task, NOW));

        String dump = app.queryForList("select d.*, encode(data, 'escape') as e from form_draft d")
                        .toString()
                + app.queryForList("select r.*, encode(sealed, 'escape') as e from form_record r");

        assertThat(dump).doesNotContain("张某某", "邻居", "外祖母").contains("有人晚上陪着");
    }

    @Test
    void givesBackOnlyWhatTheReaderMaySee() {
        UUID id = records.store(record(task, NOW));

        StoredRecord all = records.find(id, Records.FULL_SIGHT).orElseThrow();
        StoredRecord some =
                records.find(id, RecordSight.of(Set.of("narrative"))).orElseThrow();

        assertThat(all.data().path("carer").asString()).isEqualTo("父亲张某某");
        assertThat(all.data().at("/needs/0/whoElse").asString()).isEqualTo("外祖母");
        assertThat(all.withheld()).isEmpty();
        assertThat(some.data().has("how")).isTrue();
        assertThat(some.data().has("carer")).isFalse();
        assertThat(some.withheld()).containsExactlyInAnyOrder("/carer", "/needs/0/whoElse");
    }

    @Test
    void takesOutWhatTheReaderMayNotSeeInClear() {
        UUID id = records.store(record(task, NOW));
        String plain = records.find(id, Records.FULL_SIGHT).orElseThrow().data().propertyNames().stream()
                .filter(name -> !Set.of("how", "carer", "needs").contains(name))
                .findFirst()
                .orElseThrow();

        StoredRecord some = records.find(id, (form, maker, field, dataClass) -> field.equals("needs"))
                .orElseThrow();

        assertThat(some.data().propertyNames()).containsExactly("needs");
        assertThat(some.withheld()).contains("/" + plain, "/carer", "/how");
    }

    @Test
    void keepsOneRecordATaskAndTheNewestFirst() {
        records.store(record(task, NOW));
        UUID second = records.store(record(task + "-2", NOW.plusSeconds(60)));

        assertThatThrownBy(() -> records.store(record(task, NOW))).isInstanceOf(DuplicateKeyException.class);
        assertThat(records.of(subject, RecordSight.of(Set.of())))
                .hasSize(2)
                .first()
                .extracting(StoredRecord::id)
                .isEqualTo(second);
        assertThat(records.last(subject, "sample", RecordSight.of(Set.of()))
                        .orElseThrow()
                        .id())
                .isEqualTo(second);
    }

    @Test
    void readsAnOldRecordByTheFormOfItsDay() {
        records.store(record(task, NOW));
        Form newer = changed("\"x-version\": 3", "\"x-version\": 4", "监护能力", "监护情况");

        Form kept = new FormVersions(jdbc, clock).find("sample", 3).orElseThrow();

        assertThat(kept.field("capacity").orElseThrow().label().zh()).isEqualTo("监护能力");
        assertThat(kept.fields()).isEqualTo(form.fields());
        assertThat(newer.field("capacity").orElseThrow().label().zh()).isEqualTo("监护情况");
    }

    @Test
    void namesAFormThatChangedUnderItsNumber() {
        records.store(record(task, NOW));
        List<Fault> none = new ArrayList<>();

        assertThat(versions.faults(Samples.read(Samples.source(), none))).isEmpty();
        assertThat(versions.faults(Samples.read(Samples.source().replace("监护能力", "监护情况"), none)))
                .singleElement()
                .extracting(Fault::place)
                .isEqualTo("x-version");
    }

    @Test
    void letsNobodyChangeARecord() {
        records.store(record(task, NOW));

        for (String change : List.of(
                "update form_record set data = '{}'",
                "delete from form_record",
                "update form_version set source = ''")) {
            assertThatThrownBy(() -> app.update(change)).hasStackTraceContaining("permission denied");
        }
    }

    private static Form changed(String... pairs) {
        String source = Samples.source();
        for (int i = 0; i < pairs.length; i += 2) {
            source = source.replace(pairs[i], pairs[i + 1]);
        }
        List<Fault> faults = new ArrayList<>();
        Forms forms = Samples.read(source, faults);
        assertThat(faults).isEmpty();
        return forms.get("sample");
    }
}
