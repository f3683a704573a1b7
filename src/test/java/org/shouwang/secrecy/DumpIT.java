package org.shouwang.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
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
