package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A case is closed, archived after a year, and erased after three by two people; what stays says nothing of anybody. */
@ShouwangTest
class RetentionIT {

    private static final String CHILD = "销毁童甲";

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();

    @Autowired
    TestClock clock;

    @Autowired
    Environment environment;

    @AfterEach
    void goHome() {
        clock.reset();
        // What was opened in years to come would stay open until then.
        everything
                .sql("update emergency_access set since = now() - interval '1 hour', until = now() where until > now()"
                        + " and kind = 'archive'")
                .update();
        cast.close();
    }

    private static Api.Answer does(String who, String subject, String act, Map<String, ?> said) {
        return Api.as(who).create("/api/v1/retention/" + subject + "/" + act, said);
    }

    private static List<String> list(String who, String which) {
        List<String> found = new java.util.ArrayList<>();
        String after = "";
        do {
            JsonNode page = Api.as(who)
                    .get("/api/v1/retention?limit=100&list=" + which + after)
                    .json();
            page.path("items").forEach(each -> found.add(each.path("subject").asString()));
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return found;
    }

    private long count(String sql, Object... values) {
        return everything.sql(sql).params(values).query(Long.class).single();
    }

    /** A picture that no other test has. */
    private static String photo() {
        try {
            BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            Random random = new Random(System.nanoTime());
            picture.setRGB(3, 4, random.nextInt());
            picture.setRGB(5, 6, random.nextInt());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return Visitor.of("director")
                    .upload("/report/files", UUID.randomUUID().toString(), bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path stored(UUID subject) {
        String key = HexFormat.of()
                .formatHex(everything
                        .sql("select digest from attachment where subject_id = ?")
                        .param(subject)
                        .query((row, at) -> row.getBytes(1))
                        .single());
        return Path.of(environment.resolvePlaceholders(
                        "${shouwang.attachment.folder:${SHOUWANG_DATA:data}/attachments}"))
                .resolve(key.substring(0, 2))
                .resolve(key.substring(2, 4))
                .resolve(key);
    }

    private Set<String> tablesWith(String text) {
        return everything
                .sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .stream()
                .filter(table -> everything
                        .sql("select exists (select from " + table + " dumped where strpos(dumped::text, ?) > 0)")
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .collect(Collectors.toSet());
    }

    @Test
    void erasesAfterItsTimeByTwoPeopleAndLeavesNothingOfAnybody() {
        String file = ClosedCase.of(CHILD, "untrue", Map.of("files", List.of(photo()), "narrative", "没有看到伤。"));
        UUID id = UUID.fromString(file);
        UUID person = everything
                .sql("select main_person from case_file where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        Path stored = stored(id);
        assertThat(stored).exists();
        assertThat(Api.as("caseworker")
                        .get("/api/v1/retention/" + file)
                        .json()
                        .path("kept")
                        .toString())
                .contains("untrue-case");
        assertThat(does("county", file, "archive", Map.of()).text()).contains("retention-not-due");

        aYearLater(file);
        archivedIsOutOfSight(file);
        threeYearsLater(file);
        erased(file, id, person, stored);
    }

    private void aYearLater(String file) {
        clock.advance(Duration.ofDays(367));
        assertThat(list("county", "archive")).contains(file);
        assertThat(does("caseworker", file, "archive", Map.of()).status()).isEqualTo(403);
        // The reporter has not been told yet: that is still work, and nobody could do it in the archive.
        assertThat(does("county", file, "archive", Map.of()).text()).contains("retention-held-process");
        new Colleague("station").does("feedback-result", CHILD, Map.of("toldBy", "asked", "said", "已经办结。"));
        assertThat(does("county", file, "archive", Map.of()).status()).isEqualTo(200);
        assertThat(list("county", "archive")).doesNotContain(file);
        assertThat(list("caseworker", "archived")).contains(file);
    }

    private void archivedIsOutOfSight(String file) {
        String number = everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
        for (String who : List.of("supervisor", "station", "caseworker", "county")) {
            assertThat(Api.as(who).get("/api/v1/cases/" + file).status())
                    .as(who)
                    .isEqualTo(404);
            assertThat(Api.as(who)
                            .post("/api/v1/cases/search", Map.of("q", number, "state", "all"))
                            .json()
                            .path("items"))
                    .as(who)
                    .isEmpty();
        }
        assertThat(does("caseworker", file, "open", Map.of("ground", "audit", "reason", "检查。"))
                        .status())
                .isEqualTo(403);
        assertThat(does("county", file, "open", Map.of("ground", "audit")).status())
                .isEqualTo(422);
        assertThat(does("county", file, "open", Map.of("ground", "audit", "reason", "检查。"))
                        .status())
                .isEqualTo(204);
        assertThat(Api.as("county")
                        .get("/api/v1/cases/" + file)
                        .json()
                        .path("file")
                        .path("title")
                        .asString())
                .isEqualTo(CHILD);
        assertThat(Api.as("county")
                        .post("/api/v1/cases/" + file + "/reopen", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(Api.as("caseworker").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        clock.advance(Duration.ofHours(3));
        assertThat(Api.as("county").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        assertThat(count(
                        "select count(*) from journal_entry where act = 'archive.opened' and subject_id = cast(? as uuid)",
                        file))
                .isOne();
    }

    private void threeYearsLater(String file) {
        Map<String, String> said = Map.of("reason", "保存期满。");
        assertThat(does("caseworker", file, "erasures", said).text()).contains("retention-not-due");
        clock.advance(Duration.ofDays(2 * 366));
        assertThat(list("caseworker", "erase")).contains(file);
        everything.sql("""
                        insert into case_police (id, case_id, record_id, kind, result_code, at)
                        values (gen_random_uuid(), cast(? as uuid), gen_random_uuid(), 'result', 'filed', now())""").param(file).update();
        assertThat(does("caseworker", file, "erasures", said).text()).contains("retention-held-police");

        Map<String, Object> asked = Map.of("reason", "保存期满，问过公安，已经了结。", "policeOver", true);
        String own = does("county", file, "erasures", asked).json().path("id").asString();
        assertThat(does("county", file, "erasures/" + own + "/approve", Map.of())
                        .text())
                .contains("four-eyes");
        assertThat(does("county", file, "erasures", asked).text()).contains("erasure-proposed");
        assertThat(does("county", file, "erasures/" + own + "/withdraw", Map.of())
                        .status())
                .isEqualTo(200);
        assertThatThrownBy(() -> everything
                        .sql("update erasure set approved_by = proposed_by where id = cast(? as uuid)")
                        .param(own)
                        .update())
                .isNotNull();
    }

    private void erased(String file, UUID id, UUID person, Path stored) {
        Map<String, Object> asked = Map.of("reason", "保存期满，问过公安，已经了结。", "policeOver", true);
        String erasure =
                does("caseworker", file, "erasures", asked).json().path("id").asString();
        assertThat(does("caseworker", file, "erasures/" + erasure + "/approve", Map.of())
                        .status())
                .isEqualTo(403);
        Someone head = cast.atDesk("county");
        head.open("/retention?list=erase");
        head.shot("retention-list");
        head.open("/retention/" + file);
        assertThat(head.text()).contains("等待批准", "本县默认").doesNotContain(CHILD);
        head.shot("retention-proposed");
        assertThat(tablesWith(CHILD)).as("the search finds what is there").contains("person", "person_version");
        long journal = count("select count(*) from journal_entry where subject_id = ?", id);

        head.press("批准并销毁");
        assertThat(head.text()).contains("已销毁", "附件 1 个");
        head.shot("retention-erased");

        for (String secret : List.of(CHILD, person.toString())) {
            assertThat(tablesWith(secret).stream()
                            .filter(table -> !table.equals("journal_entry")
                                    && !table.equals("report")
                                    && !table.equals("placement")))
                    .as(secret)
                    .isEmpty();
        }
        for (String table : List.of("form_record", "attachment", "notice", "conflict_of_interest")) {
            assertThat(count("select count(*) from " + table + " where subject_id = ?", id))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from reporter join report on report.id = report_id where case_id = ?", id))
                .isZero();
        await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(stored));

        assertThat(count("select count(*) from case_file where id = ? and grade is not null and state = 'closed'", id))
                .isOne();
        assertThat(count("select count(*) from journal_entry where subject_id = ?", id))
                .isEqualTo(journal + 1);
        assertThat(Api.as("auditor")
                        .get("/api/v1/journal/verification")
                        .json()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        assertThatThrownBy(() -> everything
                        .sql("update erasure set files = 0 where id = cast(? as uuid)")
                        .param(erasure)
                        .update())
                .hasStackTraceContaining("stays as it is");
        assertThat(list("county", "erased")).contains(file);
        assertThat(does("county", file, "open", Map.of("ground", "audit", "reason", "检查。"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void keepsALeadThatWasNotTrueForItsOwnTimeAndTakesBackWhatIsWorkedOnAgain() {
        JsonNode sent = Reported.worry("销毁童乙");
        String report = sent.path("id").asString();
        new Colleague("supervisor")
                .does("triage", "销毁童乙", Map.of("outcome", "untrue", "checked", "去了家里。", "reason", "没有这回事。"));
        new Colleague("county").does("confirm-untrue", "销毁童乙", Map.of("agreed", "yes", "reason", "核对过。"));
        assertThat(Api.as("county")
                        .get("/api/v1/retention/" + report)
                        .json()
                        .path("kept")
                        .toString())
                .contains("untrue-report");
        for (String who : List.of("station", "supervisor", "police", "auditor", "admin", "director")) {
            assertThat(Api.as(who).get("/api/v1/retention/" + report).status())
                    .as(who)
                    .isEqualTo(403);
        }
        clock.advance(Duration.ofDays(367));
        finishFeedback("销毁童乙");
        assertThat(does("county", report, "archive", Map.of()).status()).isEqualTo(200);
        assertThat(Api.as("supervisor").get("/api/v1/reports/" + report).status())
                .isEqualTo(404);
        assertThat(does("county", report, "open", Map.of("ground", "new", "reason", "又有人报告。"))
                        .text())
                .contains("retention-no-case");
        assertThat(does("county", report, "take-back", Map.of()).status()).isEqualTo(422);
        assertThat(does("county", report, "take-back", Map.of("ground", "new")).status())
                .isEqualTo(200);
        assertThat(Api.as("supervisor").get("/api/v1/reports/" + report).status())
                .isEqualTo(200);
    }

    private void finishFeedback(String child) {
        Colleague station = new Colleague("station");
        for (String task : List.of("feedback-progress", "feedback-result")) {
            if (station.sees(task, child)) {
                station.does(task, child, Map.of("toldBy", "asked", "said", "已经办结。"));
            }
        }
    }

    /** Whoever adds a table with something of a case in it says here what becomes of it. */
    @Test
    void knowsEveryTableThatHangsOnACase() {
        Map<String, String> stays = Map.ofEntries(
                Map.entry("journal_entry", "ids and codes; the record itself"),
                Map.entry("participation", "an officer's id beside a case's"),
                Map.entry("inbox_candidate", "roles and places of open tasks; none is open"),
                Map.entry("duty_call", "an officer's id beside a task's"),
                Map.entry("clock", "keys and times"),
                Map.entry("case_stage", "codes and times"),
                Map.entry("revocation", "codes and dates; names are in the record"),
                Map.entry("measure_session", "codes and dates; what was said is in the record"),
                Map.entry("no_filing", "dates; what was said is in the records"),
                Map.entry("restoration", "codes and dates; words are in the records"),
                Map.entry("medical_rescue", "a unit and dates; what was said is in the records"),
                Map.entry("merge_candidate", "goes with the person"),
                Map.entry("person_unmatched", "goes with the person"),
                Map.entry("placement", "kind of place and dates; the address was in the record"),
                Map.entry("support_plan", "dates and codes"),
                Map.entry("visit", "dates and codes"),
                Map.entry("case_conference", "conclusion and date"),
                Map.entry("erasure", "the record that it was done"),
                Map.entry("reading", "ids, for an hour"));
        String erases = everything
                .sql("select pg_get_functiondef('erase_subject(uuid)'::regprocedure)")
                .query(String.class)
                .single();
        List<String> unknown = everything.sql("""
                        select distinct table_name from information_schema.columns
                        join pg_class on relname = table_name and relkind = 'r'
                        where table_schema = 'public' and table_name !~ '^(act|flw)_'
                          and column_name in ('subject_id', 'case_id', 'report_id', 'person_id', 'task_id', 'ward_id')""").query(String.class).list().stream()
                .filter(table -> !erases.contains("['" + table + "'") && !stays.containsKey(table))
                .toList();
        assertThat(unknown).isEmpty();
    }
}
