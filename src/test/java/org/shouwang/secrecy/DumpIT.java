package org.shouwang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table, the engine's among them, and every file of the store, searched for what nobody may find. */
@ShouwangTest
class DumpIT {

    private static final String PHONE = "13907720042";
    private static final String WORDS = "半夜听见孩子在楼道里哭了很久";

    private final JdbcClient everything = TestParts.everything();

    @Autowired
    Environment environment;

    @Test
    void showsNoNumberNoPhoneAndNeitherNameNorWordsOfASealedCase() throws IOException {
        String number = idNumberInUse();
        Map<String, Object> report = new HashMap<>(Map.of(
                "danger",
                "no",
                "situations",
                List.of("01"),
                "told",
                "no",
                "childName",
                "倾库童",
                "childKnown",
                "no",
                "childSex",
                "1",
                "childAge",
                6,
                "division",
                Reported.VILLAGE,
                "contactPhone",
                PHONE,
                "narrative",
                WORDS));
        report.put("insider", "no");
        Api.Answer sent = Api.as("director")
                .post(
                        "/api/v1/reports",
                        report,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);

        assertThat(tablesWith("竹岭")).as("the search finds what is there").isNotEmpty();
        for (String secret : List.of(number, PHONE, WORDS, "倾库童")) {
            assertThat(tablesWith(secret)).isEmpty();
            assertThat(tablesWith(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))))
                    .as("as bytes")
                    .isEmpty();
            assertThat(filesWith(secret)).isEmpty();
        }
    }

    /** A column that may hold words, without a line that says why it may: whoever adds one decides. */
    @Test
    void knowsOfEveryColumnThatCouldHoldWordsWhyItMay() {
        Set<String> decided = new TreeSet<>();
        Set<String> everywhere = new TreeSet<>();
        for (String line : lines()) {
            String[] cells = line.split(",", 4);
            assertThat(cells[2]).as(line).isIn("code", "unit", "officer", "sentence", "in the record", "ciphertext");
            for (String column : cells[1].split("\\|")) {
                boolean fresh = (cells[0].equals("*") ? everywhere : decided).add(cells[0] + "." + column);
                assertThat(fresh).as("once: " + line).isTrue();
            }
        }
        Set<String> there =
                new TreeSet<>(everything.sql("""
                        select columns.table_name || '.' || column_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                          and (data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'xml') or udt_name = '_text')
                          -- The engine's own: it is given ids, codes and dates (idea 3), which the search above goes through.
                          and columns.table_name !~ '^(act|flw)_'""").query(String.class).list());
        Set<String> undecided = new TreeSet<>(there);
        undecided.removeAll(decided);
        undecided.removeIf(column -> everywhere.contains("*" + column.substring(column.indexOf('.'))));
        assertThat(undecided).isEmpty();
        decided.removeAll(there);
        assertThat(decided).as("columns that are no more").isEmpty();
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("org/shouwang/text-columns.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The triggers, tried on rows of both kinds. */
    @Test
    void leavesTypedNumbersOfARestrictedCaseInItsRecords() {
        UUID restricted = Reported.caseOf(Reported.restricted("倾库案号"));
        UUID open = Reported.caseOf(Reported.danger("倾库明号"));
        for (UUID file : List.of(restricted, open)) {
            everything.sql("""
                            insert into case_police (id, case_id, record_id, kind, receipt_no, by_phone, at)
                            values (gen_random_uuid(), ?, gen_random_uuid(), 'told', '倾库文号', false, now())""").param(file).update();
        }
        assertThat(everything
                        .sql("select case_id from case_police where receipt_no = '倾库文号'")
                        .query(UUID.class)
                        .list())
                .containsExactly(open);
        everything.sql("delete from case_police where receipt_no = '倾库文号'").update();
    }

    private String idNumberInUse() {
        String number = "450223201609091230";
        Api.Answer made = Api.as("station")
                .post(
                        "/api/v1/persons",
                        Map.of(
                                "name", "倾库人",
                                "sex", "1",
                                "birthDate", "2016-09-09",
                                "idNumber", number,
                                "division", Reported.VILLAGE),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return number;
    }

    private List<String> tablesWith(String text) {
        return everything
                .sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .stream()
                .filter(table -> everything
                        .sql("select exists (select from " + table + " dumped where strpos(dumped::text, ?) > 0)")
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(store())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private Path store() throws IOException {
        return Files.createDirectories(Path.of(
                environment.resolvePlaceholders("${shouwang.attachment.folder:${SHOUWANG_DATA:data}/attachments}")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
