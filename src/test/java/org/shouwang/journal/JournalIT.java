package org.shouwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.journal.Verification.Finding;
import org.shouwang.journal.Verification.Kind;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.testing.BareDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JournalIT {

    private final DataSource app = BareDatabase.get().app("journal");
    private final JdbcTemplate superuser = new JdbcTemplate(BareDatabase.get().superuser());
    private final JdbcTemplate database = new JdbcTemplate(app);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(app));
    private final Journal journal = new Journal(JdbcClient.create(app), Clock.systemUTC());
    private final RowIdentity identity = new RowIdentity(app);
    private final Sealer sealer = new Sealer(database, transaction, identity);
    private final JournalVerifier verifier = new JournalVerifier(app, identity);
    private final JournalExport export = new JournalExport(app, identity, journal);
    private final UUID subject = UUID.randomUUID();

    private final Path folder;

    JournalIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void emptyJournal() {
        superuser.execute("truncate journal_entry, journal_seal restart identity");
    }

    @Test
    void readsASubjectsEntriesPageByPage() {
        write(5);
        List<Entry> first = journal.of(subject, 0, 3);
        List<Entry> second = journal.of(subject, first.get(2).id(), 3);
        assertThat(first).hasSize(3).allSatisfy(entry -> assertThat(entry.act()).isEqualTo("case.read"));
        assertThat(second).hasSize(2);
        assertThat(second.get(1).details()).containsEntry("read", "part-5");
    }

    @Test
    void sealsEveryEntryOnceWhileManyWriteAndTwoSeal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<?>> writers = IntStream.range(0, 8)
                .<Future<?>>mapToObj(number -> threads.submit(() -> {
                    for (int each = 0; each < 150; each++) {
                        writeSlowly(each % 7 == 0);
                    }
                }))
                .toList();
        while (!writers.stream().allMatch(Future::isDone)) {
            Future<Integer> other = threads.submit(sealer::seal);
            sealer.seal();
            other.get();
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        sealer.seal();
        long written = count("select count(*) from journal_entry");
        assertThat(count("select count(*) from journal_seal"))
                .isEqualTo(written)
                .isGreaterThan(1_000);
        assertThat(verifier.verify().sentence()).startsWith("WHOLE: " + written);
    }

    @Test
    void sealsNothingBehindARunningTransactionThatWroteFirst() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        transaction.executeWithoutResult(running -> {
            journal.append(event(1));
            assertThat(result(other.submit(() -> {
                        write(1);
                        return sealer.seal();
                    })))
                    .isZero();
        });
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(verifier.verify().whole()).isTrue();
        other.shutdown();
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void namesAnAlteredEntry() {
        writeAndSeal(20);
        superuser.update("update journal_entry set act = 'case.closed' where id = 7");
        assertFinds(Kind.ALTERED, 7);
    }

    @Test
    void namesARemovedEntry() {
        writeAndSeal(20);
        superuser.update("delete from journal_entry where id = 9");
        assertFinds(Kind.REMOVED, 9);
    }

    @Test
    void namesABackdatedEntry() {
        writeAndSeal(20);
        superuser.update("update journal_entry set at = at - interval '1 day' where id = 11");
        assertFinds(Kind.BACKDATED, 11);
    }

    @Test
    void namesSwappedEntries() {
        writeAndSeal(20);
        String said = "(xid, recorded_at, at, act, subject_id, officer_id, agency_id, stage, reference, details)";
        superuser.update("update journal_entry a set " + said + " = (select " + said.substring(1, said.length() - 1)
                + " from journal_entry b where b.id = 9 - a.id) where a.id in (4, 5)");
        assertFinds(Kind.SWAPPED, 4);
    }

    @Test
    void namesAnEntryInsertedAmongSealedOnes() {
        writeAndSeal(20);
        superuser.update("insert into journal_entry (xid, at, act) select xid, at, 'case.read'"
                + " from journal_entry where id = 12");
        sealer.seal();
        assertFinds(Kind.ADDED, 21);
    }

    @Test
    void namesTheEntryWhoseSealWasRewritten() {
        writeAndSeal(20);
        superuser.update("update journal_entry set act = 'case.closed' where id = 7");
        superuser.update("update journal_seal set entry_hash = sha256('x') where entry_id = 7");
        assertFinds(Kind.CHAIN_BROKEN, 7);
        superuser.update("delete from journal_seal where entry_id = 6");
        assertFinds(Kind.CHAIN_BROKEN, 7);
    }

    @Test
    void noticesACutChainByAHeadKeptElsewhere() {
        writeAndSeal(20);
        String head = verifier.verify().head();
        write(1);
        sealer.seal();
        assertThat(verifier.verify(head).whole()).isTrue();
        superuser.update("delete from journal_seal where seq > 15");
        superuser.update("delete from journal_entry where id > 15");
        assertThat(verifier.verify().whole()).isTrue();
        assertThat(verifier.verify(head).first()).contains(new Finding(Kind.HEAD_MISSING, 15));
    }

    @Test
    void theApplicationCanNeitherChangeNorBackdate() {
        writeAndSeal(1);
        for (String sql : List.of(
                "update journal_entry set act = 'x'",
                "delete from journal_entry",
                "truncate journal_entry",
                "insert into journal_entry (xid, at, act) values ('1', now(), 'x')",
                "insert into journal_entry (recorded_at, at, act) values (now(), now(), 'x')",
                "update journal_seal set seq = 2",
                "delete from journal_seal")) {
            assertThatThrownBy(() -> database.execute(sql))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void complainsWhenSealsLagBehind() {
        SealLag strict = new SealLag(database, transaction, identity, sealer, Duration.ofSeconds(60));
        write(1);
        assertThat(strict.complaint()).isEmpty();
        superuser.update("update journal_entry set recorded_at = now() - interval '2 minutes'");
        assertThat(strict.complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("waited 120 s"));
        sealer.seal();
        assertThat(strict.health().getStatus().getCode()).isEqualTo("UP");
        superuser.update("update journal_seal set xid = '999999999999'");
        assertThat(strict.complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("logical dump"));
    }

    private void assertFinds(Kind kind, long entry) {
        assertThat(verifier.verify().first()).contains(new Finding(kind, entry));
    }

    private void writeAndSeal(int entries) {
        write(entries);
        assertThat(sealer.seal()).isEqualTo(entries);
        assertThat(verifier.verify().whole()).isTrue();
    }

    private void write(int entries) {
        for (int number = 1; number <= entries; number++) {
            Event event = event(number);
            transaction.executeWithoutResult(status -> journal.append(event));
        }
    }

    private Event event(int number) {
        return new Event(
                "case.read", subject, UUID.randomUUID(), null, "reporting", null, Map.of("read", "part-" + number));
    }

    private void writeSlowly(boolean rollBack) {
        transaction.executeWithoutResult(status -> {
            journal.append(event(1));
            sleep();
            journal.append(event(2));
            if (rollBack) {
                status.setRollbackOnly();
            }
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql) {
        Long count = superuser.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void provesItselfByItsExportAlone() throws Exception {
        write(5);
        sealer.seal();
        Path file = folder.resolve("journal.jsonl");
        Long written = transaction.execute(status -> export.write(file));
        assertThat(written).isEqualTo(5);
        String head = JournalExport.verify(file, "").head();
        assertThat(JournalExport.verify(file, head).sentence()).startsWith("WHOLE: 5");
        List<String> lines = Files.readAllLines(file);
        assertThat(count("select count(*) from journal_entry where act = 'journal.exported'"))
                .isEqualTo(1);

        List<String> altered = new ArrayList<>(lines);
        altered.set(2, lines.get(2).replace("part-3", "part-9"));
        assertThat(found(altered, "")).isEqualTo(Kind.ALTERED);
        List<String> removed = new ArrayList<>(lines);
        removed.remove(2);
        assertThat(found(removed, "")).isEqualTo(Kind.CHAIN_BROKEN);
        List<String> turned = new ArrayList<>(lines);
        Collections.swap(turned, 1, 2);
        assertThat(found(turned, "")).isEqualTo(Kind.CHAIN_BROKEN);
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(1, lines.get(1).replace(said(lines.get(1)), said(lines.get(2))));
        assertThat(found(swapped, "")).isEqualTo(Kind.SWAPPED);
        assertThat(found(lines.subList(0, 4), head)).isEqualTo(Kind.HEAD_MISSING);
        assertThat(VerifyExport.asked("--shouwang.verify-export=" + file + "," + head))
                .hasValue(0);
        assertThat(VerifyExport.asked("--shouwang.verify-export=" + folder.resolve("none")))
                .hasValue(2);
        Files.writeString(folder.resolve("other"), "张三");
        assertThat(VerifyExport.asked("--shouwang.verify-export=" + folder.resolve("other")))
                .hasValue(2);
        assertThat(VerifyExport.asked("--server.port=1")).isEmpty();
    }

    private static String said(String line) {
        return line.substring(line.indexOf("\"said\":") + 7, line.length() - 1);
    }

    private Kind found(List<String> lines, String head) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "journal", ".jsonl"), lines);
        return JournalExport.verify(file, head).first().orElseThrow().kind();
    }
}
