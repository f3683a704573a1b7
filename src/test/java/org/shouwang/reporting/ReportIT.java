package org.shouwang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShouwangTest
class ReportIT {

    private static final String REPORTS = "/api/v1/reports";
    private static final String VILLAGE = "450223102901";

    private final JdbcClient database = TestParts.everything();

    private static Map<String, Object> worry() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("danger", "no");
        answers.put("worries", List.of("21"));
        answers.put("division", VILLAGE);
        answers.put("childKnown", "no");
        answers.put("childAge", 11);
        answers.put("contactPhone", "0772-0000101");
        answers.put("insider", "no");
        return answers;
    }

    private static Map<String, Object> worry(String field, Object value) {
        Map<String, Object> answers = worry();
        answers.put(field, value);
        return answers;
    }

    private static Api.Answer send(Map<String, Object> answers, String key) {
        return Api.as("director").post(REPORTS, answers, "Idempotency-Key", key);
    }

    private static Api.Answer send(Map<String, Object> answers) {
        return send(answers, UUID.randomUUID().toString());
    }

    private static List<String> problems(Api.Answer answer) {
        return answer.json()
                .get("errors")
                .valueStream()
                .map(error ->
                        error.get("path").asString() + ":" + error.get("code").asString())
                .toList();
    }

    @Test
    void givesOnesOwnReportsPageByPage() {
        List<String> sent = new ArrayList<>();
        for (String name : List.of("页一", "页二", "页三")) {
            sent.add(0, Reported.worry(name).path("id").asString());
        }
        Api director = Api.as("director");
        JsonNode first = director.get("/api/v1/reports?limit=2").json();
        JsonNode second = director.get(
                        "/api/v1/reports?limit=2&after=" + first.path("next").asString())
                .json();
        assertThat(List.of(first.at("/items/0/id"), first.at("/items/1/id"), second.at("/items/0/id")))
                .extracting(JsonNode::asString)
                .isEqualTo(sent);
        assertThat(Api.as("director2").get("/api/v1/reports?limit=100").text()).doesNotContain(sent.get(0));
        assertThat(director.get("/api/v1/reports?limit=101").status()).isEqualTo(400);
    }

    @Test
    void makesOneReportOfOneKey() {
        String key = UUID.randomUUID().toString();
        Api.Answer first = send(worry(), key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location"))
                .isEqualTo(REPORTS + "/" + first.json().get("id").asString());
        assertThat(first.json().get("trackingCode").asString()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(first.json().has("caseId")).isFalse();

        Api.Answer again = send(worry(), key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());

        Api.Answer other = send(worry("worries", List.of("22")), key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("key-reused");
        assertThat(Api.as("director").post(REPORTS, worry()).status())
                .as("no key")
                .isEqualTo(400);
    }

    @Test
    void makesOneReportOfFiftyParallelPosts() throws Exception {
        Tokens.of("director");
        String key = UUID.randomUUID().toString();
        Callable<Api.Answer> post = () -> send(worry("childAge", 12), key);
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        Set<String> answers = new HashSet<>();
        try {
            for (Future<Api.Answer> each : crowd.invokeAll(java.util.Collections.nCopies(50, post))) {
                assertThat(each.get().status()).isEqualTo(201);
                answers.add(each.get().text());
            }
        } finally {
            crowd.shutdown();
        }
        assertThat(answers).hasSize(1);
        assertThat(database.sql("select count(*) from idempotency_key where key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void namesWhatIsWrong() {
        Api.Answer long50 = send(worry("narrative", "长".repeat(50_000)));
        assertThat(long50.status()).isEqualTo(422);
        assertThat(problems(long50)).containsExactly("narrative:too-long");
        assertThat(problems(send(worry("division", "110101001001")))).containsExactly("division:unknown-division");
        Map<String, Object> guessed = worry("childKnown", "yes");
        guessed.put("child", UUID.randomUUID().toString());
        assertThat(problems(send(guessed))).contains("child:unknown-child");
        assertThat(problems(send(worry("reporterName", "x")))).containsExactly("reporterName:unknown-field");
        Api.Answer stale = send(worry("_version", 999));
        assertThat(problems(stale)).containsExactly(":stale-version");
        assertThat(problems(send(worry("childAge", "十一")))).containsExactly("childAge:not-a-whole-number");
        assertThat(Api.as("director")
                        .post(REPORTS, "{\"danger\":", "Idempotency-Key", "x")
                        .status())
                .isEqualTo(400);
        assertThat(Api.as("admin")
                        .post(REPORTS, worry(), "Idempotency-Key", "x")
                        .status())
                .isEqualTo(403);
        assertThat(Api.anonymous().post(REPORTS, worry()).status()).isEqualTo(401);
    }

    @Test
    void knowsThatNothingIsFoundTomorrow() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8));
        String tomorrow = now.plusDays(1).toString();
        assertThat(problems(send(worry("foundAt", tomorrow)))).containsExactly("foundAt:in-future");
        assertThat(send(worry("foundAt", tomorrow)).text()).contains("什么时候发现的：还没有到这个时间");
        assertThat(send(worry("foundAt", now.toString())).status()).isEqualTo(201);

        Map<String, Object> told = worry("danger", "yes");
        told.put("policeCalled", "yes");
        told.put("policeWhen", tomorrow);
        assertThat(problems(send(told))).containsExactly("policeWhen:in-future");
    }

    @Test
    void keepsTextWithoutControlCharacters() {
        Api.Answer answer = send(worry("narrative", "一\u0000二\u001b[31m三\u202e <b>=1+1</b>\n四"));
        assertThat(answer.status()).isEqualTo(201);
        String read = Api.as("supervisor")
                .get(REPORTS + "/" + answer.json().get("id").asString())
                .text();
        assertThat(read).doesNotContain("\\u0000", "\\u001b");
    }

    @Test
    void opensACaseAtOnceInDanger() {
        Api.Answer answer = send(worry("danger", "yes"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("urgent").asBoolean()).isTrue();
        assertThat(answer.json().get("caseNo").asString()).startsWith("450223-");
        Api.Answer found =
                Api.as("caseworker").get(REPORTS + "/" + answer.json().get("id").asString());
        assertThat(found.json().get("grade").asString()).isEqualTo("1");
        assertThat(found.json().get("state").asString()).isEqualTo("accepted");
    }

    @Test
    void restrictsSexualHarmFromBirth() {
        Api.Answer answer = send(worry("situations", List.of("01")));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("caseId"))
                .as("the reporter sees the state only")
                .isFalse();
        String path = REPORTS + "/" + answer.json().get("id").asString();
        assertThat(Api.as("supervisor").get(path).status()).isEqualTo(404);
        assertThat(Api.as("station").get(path).status()).isEqualTo(404);
        assertThat(Api.as("supervisor2").get(path).status()).isEqualTo(404);
        JsonNode file = Api.as("caseworker").get(path).json();
        assertThat(file.get("sealedClass").asString()).isEqualTo("restricted");
        assertThat(TestParts.everything()
                        .sql("""
                        select username from notice join officer on officer.id = officer_id
                        where code = 'case-named' and subject_id = cast(? as uuid)""")
                        .param(file.get("caseId").asString())
                        .query(String.class)
                        .list())
                .as("straight to the police")
                .containsExactly("police");
        Api.Answer own = Api.as("director").get(path);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().propertyNames())
                .containsExactlyInAnyOrder("id", "trackingCode", "state", "receivedAt", "told");
        assertThat(own.json().path("told")).isEmpty();
        assertThat(Api.as("director2").get(path).status()).isEqualTo(404);
    }

    @Test
    void keepsARestrictedReportOutOfTheOpenCaseOfTheSameChild() {
        String child = childOf("田小禾");
        JsonNode first = send(about(child, "danger", "yes")).json();
        String file = "/api/v1/cases/" + first.get("caseId").asString();
        String before = Api.as("supervisor").get(file + "/journal").text();
        Api.Answer second = send(about(child, "situations", List.of("01")));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().has("caseId")).isFalse();
        assertThat(Api.as("supervisor").get(file + "/journal").text()).isEqualTo(before);
        UUID own = database.sql("select case_id from report where id = ?")
                .param(UUID.fromString(second.json().get("id").asString()))
                .query(UUID.class)
                .single();
        assertThat(Api.as("supervisor").get("/api/v1/cases/" + own).status()).isEqualTo(404);
        assertThat(Api.as("caseworker").get("/api/v1/cases/" + own).status()).isEqualTo(200);
    }

    @Test
    void callsDutyForEveryReportOfDangerAndShowsItsWords() {
        String child = childOf("田小麦");
        String caseId = send(about(child, "danger", "yes")).json().get("caseId").asString();
        Map<String, Object> again = about(child, "danger", "yes");
        again.put("narrative", "又打起来了");
        String report = send(again).json().get("id").asString();
        assertThat(database.sql("select count(*) from inbox_task where subject_id = ? and task_key = 'told-police'"
                                + " and state = 'open'")
                        .param(UUID.fromString(caseId))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        String record = database.sql("select record_id::text from report where id = ?")
                .param(UUID.fromString(report))
                .query(String.class)
                .single();
        assertThat(Api.as("caseworker")
                        .get("/api/v1/cases/" + caseId + "/records/" + record)
                        .text())
                .contains("又打起来了");
    }

    @Test
    void showsThePoliceACaseOnlyAsLongAsTheyHaveATaskOfIt() {
        String caseId = send(worry("danger", "yes")).json().get("caseId").asString();
        String file = "/api/v1/cases/" + caseId;
        String told = taskOf(caseId, "told-police");
        Map<String, String> answers = Map.of("calledBy", "值班", "at", "2025-11-03T09:00:00+08:00", "officer", "接警员");
        assertThat(Api.as("caseworker")
                        .post("/api/v1/tasks/" + told + "/complete", answers)
                        .status())
                .isEqualTo(200);
        String record = "/api/v1/tasks/" + taskOf(caseId, "police-record");
        Api.as("police").post(record + "/claim", Map.of());
        assertThat(Api.as("police").get(file).status()).isEqualTo(200);
        Api.as("police").post(record + "/release", Map.of());
        assertThat(Api.as("police").get(file).status()).isEqualTo(404);
    }

    private String taskOf(String caseId, String key) {
        return database.sql("select id from inbox_task where subject_id = ? and task_key = ? and state = 'open'")
                .params(UUID.fromString(caseId), key)
                .query(String.class)
                .single();
    }

    @Test
    void opensOneCaseForTwoReportsOfTheSameMoment() throws Exception {
        String child = childOf("田小满");
        ExecutorService two = Executors.newFixedThreadPool(2);
        Callable<String> sends =
                () -> send(about(child, "danger", "yes")).json().get("caseId").asString();
        List<Future<String>> answers = two.invokeAll(List.of(sends, sends));
        two.shutdown();
        assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
    }

    /** A child whom the village knows by name. */
    private static String childOf(String name) {
        Api.Answer known = Api.as("station")
                .create(
                        "/api/v1/persons",
                        Map.of("name", name, "sex", "1", "birthDate", "2018-03-04", "division", Reported.VILLAGE));
        assertThat(known.status()).as(known.text()).isEqualTo(201);
        return known.json().path("id").asString();
    }

    /** A village's search that found a child nobody registered would tell that somebody reported it. */
    @Test
    void bringsNobodyIntoTheVillagesRegister() {
        send(worry("childName", "田小稞"));
        assertThat(found("director", "田小稞")).isEmpty();
        assertThat(found("station", "田小稞")).hasSize(1);
        String registered = childOf("田小秧");
        send(about(registered, "danger", "no"));
        assertThat(found("director", "田小秧")).hasSize(1);
    }

    private static JsonNode found(String who, String name) {
        return Api.as(who)
                .post("/api/v1/persons/search", Map.of("q", name))
                .json()
                .path("items");
    }

    private static Map<String, Object> about(String child, String field, Object value) {
        Map<String, Object> answers = worry(field, value);
        answers.remove("childName");
        answers.put("childKnown", "yes");
        answers.put("child", child);
        return answers;
    }

    @Test
    void sendsWhatTouchesInsidersPastTheTownship() {
        Api.Answer answer = send(worry("insider", "unsure"));
        String path = REPORTS + "/" + answer.json().get("id").asString();
        assertThat(Api.as("supervisor").get(path).status()).isEqualTo(404);
        assertThat(Api.as("caseworker").get(path).json().get("route").asString())
                .isEqualTo("county");
    }

    @Test
    void leavesTheReporterInNoReadableTable() {
        UUID officer = database.sql("select id from officer where username = 'women'")
                .query(UUID.class)
                .single();
        Map<String, Object> answers = worry("danger", "yes");
        answers.put("contactPhone", "0772-9998887");
        answers.put("policeCalled", "yes");
        answers.put("policeCaller", "梁春和自己打的");
        // What she did before stands in the journal under her name, as it should.
        long before = database.sql("select coalesce(max(id), 0) from journal_entry")
                .query(Long.class)
                .single();
        Api.Answer answer = Api.as("women")
                .post(REPORTS, answers, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(201);
        for (String table : List.of(
                "report",
                "reporter",
                "form_record",
                "journal_entry",
                "person",
                "attachment",
                "idempotency_key",
                "decision",
                "inbox_task",
                "participation",
                "case_file",
                "act_hi_varinst",
                "act_hi_procinst",
                "act_ru_variable")) {
            if (database.sql("select to_regclass(?) is null")
                    .param(table)
                    .query(Boolean.class)
                    .single()) {
                continue;
            }
            String which = table.equals("journal_entry") ? " where id > " + before : "";
            List<String> rows = database.sql("select row::text from " + table + " row" + which)
                    .query(String.class)
                    .list();
            assertThat(rows)
                    .as(table)
                    .noneMatch(row ->
                            row.contains(officer.toString()) || row.contains("0772-9998887") || row.contains("梁春和"));
        }
    }

    @Test
    void answersWithACodeAndNothingElse() {
        String code = send(worry("childAge", 13)).json().get("trackingCode").asString();
        Api.Answer state = Api.anonymous()
                .get("/api/v1/public/reports/"
                        + code.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
        assertThat(state.status()).isEqualTo(200);
        assertThat(state.json().propertyNames()).containsExactlyInAnyOrder("state", "receivedOn");
        assertThat(state.json().get("state").asString()).isEqualTo("received");
        assertThat(Api.anonymous()
                        .get("/api/v1/public/reports/AAAA-AAAA-AAAA-AAAA")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void bindsOnlyOnesOwnFiles() {
        Api.Answer foreign = send(worry("files", List.of(UUID.randomUUID().toString())));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(problems(foreign)).containsExactly("files:file-unknown");
    }
}
