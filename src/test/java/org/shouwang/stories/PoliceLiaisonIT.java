package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.NewHands;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * No police station needs a login: the county's liaison sees what all of them still have to say and says it for them, by the
 * form or by a weekly sheet, row by row and never twice.
 */
@ShouwangTest
class PoliceLiaisonIT {

    private static final String LONGYAN = "450223103903";
    private static final String TONGMU = "450223102904";
    private static final String DESK = "/api/v1/police-desk";

    private final Colleague caseworker = new Colleague("caseworker");
    private final JdbcClient everything = TestParts.everything();

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMorning() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void seesAllStationsAtOneDeskAndRecordsForThem() {
        String child = child();
        String file = toldPolice(LONGYAN, child);
        String task = task(file, "police-record");
        JsonNode row = listed(task);
        assertThat(row.path("station").asString()).isEqualTo("龙眼派出所（虚构）");
        assertThat(row.path("asked").asString()).isEqualTo("登记处理情况");
        assertThat(Api.as("police").get(DESK + "/tasks").text()).doesNotContain(child);
        assertThat(Api.as("police").post("/api/v1/tasks/" + task + "/claim", "").status())
                .isEqualTo(404);

        try (Someone liaison = Someone.atDesk("police")) {
            liaison.page().navigate(Browser.at("/police-desk"));
            assertThat(liaison.text()).contains("龙眼派出所（虚构）", "下载周表").doesNotContain(child);
            Browser.shotBoth(liaison.page(), "police-desk");
            liaison.page().click("form[action$='/police-desk/" + task + "/take'] button");
            liaison.page().waitForURL("**/tasks/" + task);
            assertThat(liaison.page().inputValue("[name=station]")).isEqualTo("龙眼派出所（虚构）");
        }
        Map<String, Object> record = new HashMap<>(new Answers(clock).policeRecord("accepted"));
        assertThat(completes(task, record).text()).contains("经办的民警");
        record.putAll(Map.of("station", "龙眼派出所（虚构）", "handler", "示例民警"));
        assertThat(completes(task, record).status()).isEqualTo(200);
        assertThat(Api.as("caseworker").get("/api/v1/cases/" + file).text()).contains("公安局联络员代龙眼派出所（虚构）登记");
        assertThat(everything
                        .sql("select station from case_police where case_id = cast(? as uuid) and kind = 'result'")
                        .param(file)
                        .query(String.class)
                        .single())
                .isEqualTo("longyan-police");
        assertThat(taken(task)).isEqualTo(409);
    }

    @Test
    void takesATaskFromAStationThatHasIt() {
        logIn("police-tongmu");
        String file = toldPolice(TONGMU, child());
        String task = task(file, "police-record");
        // A station that does log in has its own here, and no other's.
        String others = task(toldPolice(LONGYAN, child()), "police-record");
        assertThat(Api.as("police-tongmu").get(DESK + "/tasks").text())
                .contains(task)
                .doesNotContain(others);
        assertThat(Api.as("police-tongmu")
                        .post(DESK + "/tasks/" + others + "/take", "")
                        .status())
                .isEqualTo(404);
        assertThat(Api.as("police-tongmu")
                        .post("/api/v1/tasks/" + task + "/claim", "")
                        .status())
                .isEqualTo(200);
        assertThat(completes(task, Map.of()).status()).isIn(404, 409);
        assertThat(taken(task)).isEqualTo(200);
        Map<String, Object> record = new HashMap<>(new Answers(clock).policeRecord("filed"));
        record.putAll(Map.of("station", "桐木派出所（虚构）", "handler", "示例民警"));
        assertThat(completes(task, record).status()).isEqualTo(200);
        for (String nobody : List.of("caseworker", "supervisor", "court", "director", "county", "admin")) {
            assertThat(Api.as(nobody).get(DESK + "/tasks").status()).as(nobody).isEqualTo(403);
            assertThat(Api.as(nobody)
                            .post(DESK + "/tasks/" + task + "/take", "")
                            .status())
                    .as(nobody)
                    .isEqualTo(403);
        }
    }

    @Test
    void getsASheetWithoutNamesAndSendsItBackFilledIn() throws IOException {
        String child = child();
        String good = toldPolice(LONGYAN, child);
        String bad = toldPolice(TONGMU, child());
        String confirm = toldPolice(LONGYAN, child());
        String meanwhile = toldPolice(LONGYAN, child());
        caseworker.does("police-record", number(confirm), byPhone());

        byte[] sheet = Api.as("police").download(DESK + "/sheet");
        List<List<String>> table = table(sheet);
        assertThat(table.get(0)).startsWith("任务编号", "个案编号", "派出所", "要办什么", "应办时间", "接警或受案回执编号");
        assertThat(table.toString())
                .contains(task(good, "police-record"), task(confirm, "police-confirm"), number(good))
                .doesNotContain(child, "已经受案");
        assertThat(table.stream().skip(1).map(line -> line.get(0)).toList())
                .containsExactlyInAnyOrderElementsOf(references());

        Map<String, List<String>> filled = Map.of(
                task(good, "police-record"), List.of("示例 1 号", "2026-03-01 14:30", "已受案", "继续查。", "示例民警", "", ""),
                task(bad, "police-record"), List.of("示例 2 号", "昨天", "已受案", "继续查。", "示例民警", "", ""),
                task(confirm, "police-confirm"), List.of("示例 3 号", "", "", "", "示例民警", "是", ""),
                task(meanwhile, "police-record"), List.of("示例 4 号", "2026-03-01 14:30", "已受案", "继续查。", "示例民警", "", ""));
        caseworker.does("police-record", number(meanwhile), byPhone());
        byte[] back = fill(sheet, filled);
        Path path = Files.createTempFile("sheet", ".xlsx");
        Files.write(path, back);
        try (Someone liaison = Someone.atDesk("police")) {
            String first = send(liaison.page(), path);
            assertThat(liaison.text()).contains("已登记", "时间：看不懂的时间", "已经办过，没有再登记", "鹿寨县未成年人救助保护中心");
            assertThat(liaison.page().locator(".sw-tally b").allInnerTexts())
                    .as(liaison.text())
                    .containsExactly("2", "1", "1");
            Browser.shotBoth(liaison.page(), "police-sheet");
            // The same file once more is the same sheet.
            assertThat(send(liaison.page(), path)).isEqualTo(first);
        }
        assertThat(results(good)).isEqualTo(1);
        assertThat(results(bad)).isZero();
        assertThat(Api.as("caseworker").get("/api/v1/cases/" + good).text()).contains("示例 1 号", "公安局联络员代龙眼派出所（虚构）登记");
        assertThat(Api.as("caseworker").get("/api/v1/cases/" + confirm).text()).contains("示例 3 号");

        // Mended, and sent with all the rest again: only what was returned is recorded.
        Map<String, List<String>> mended = new HashMap<>(filled);
        mended.put(task(bad, "police-record"), List.of("示例 2 号", "2026/3/1 9:05", "已立案侦查", "继续查。", "示例民警", "", ""));
        Files.write(path, fill(sheet, mended));
        try (Someone liaison = Someone.atDesk("police")) {
            send(liaison.page(), path);
            assertThat(liaison.page().locator(".sw-tally b").allInnerTexts()).containsExactly("1", "3", "0");
        }
        assertThat(results(bad)).isEqualTo(1);
        assertThat(results(good)).isEqualTo(1);
    }

    @Test
    void saysOfEveryRowWhatIsWrongWithIt() {
        String task = task(toldPolice(LONGYAN, child()), "police-record");
        Map<String, Object> unknown = Map.of("reference", UUID.randomUUID().toString(), "receiptNo", "示例");
        Map<String, Object> code = Map.of("reference", task, "receiptNo", "示例", "resultCode", "不知道");
        Map<String, Object> lacking = Map.of("reference", task, "receiptNo", "示例", "officer", "示例民警");
        Map<String, Object> empty = Map.of("reference", task);
        String key = UUID.randomUUID().toString();
        Api.Answer answer = sends(List.of(unknown, code, lacking, empty), key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("sheet").path("rejected").asInt()).isEqualTo(3);
        assertThat(answer.json().path("rows").toString()).contains("没有这个编号的任务", "处理结果：不是可以选的答案", "下一步");
        assertThat(answer.json().path("rows").toString()).doesNotContain("不知道");
        assertThat(sends(List.of(unknown), key).status()).isEqualTo(409);
        assertThat(sends(List.of(empty), UUID.randomUUID().toString()).status()).isEqualTo(422);
        String sheet = answer.json().path("sheet").path("id").asString();
        assertThat(Api.as("police").get(DESK + "/sheets/" + sheet).status()).isEqualTo(200);
        assertThat(Api.as("court").get(DESK + "/sheets/" + sheet).status()).isEqualTo(403);
        assertThat(Api.as("police").get(DESK + "/sheets/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void seesOfRestrictedCasesOnlyThoseTheLiaisonIsNamedOn() {
        String child = child();
        UUID file = Reported.caseOf(Reported.restricted(child));
        tells(child);
        String task = task(file.toString(), "police-record");
        assertThat(references()).contains(task);
        Api caseworker = Api.as("caseworker");
        assertThat(caseworker.post("/api/v1/tasks/" + task + "/claim", "").status())
                .isEqualTo(200);
        assertThat(taken(task)).as("not out of a case worker's hands").isEqualTo(409);
        assertThat(caseworker.post("/api/v1/tasks/" + task + "/release", "").status())
                .isEqualTo(200);
        everything
                .sql("update participation set until = now() where subject_id in (select :file union select id"
                        + " from report where case_id = :file) and officer_id ="
                        + " (select id from officer where username = 'police')")
                .param("file", file)
                .update();
        assertThat(references()).doesNotContain(task);
        assertThat(taken(task)).isEqualTo(404);
        assertThat(sends(
                                List.of(Map.of("reference", task, "receiptNo", "示例")),
                                UUID.randomUUID().toString())
                        .text())
                .contains("没有这个编号的任务");
    }

    private static String send(Page page, Path file) {
        page.navigate(Browser.at("/police-desk"));
        page.setInputFiles("#file", file);
        page.click("form[enctype] button[type=submit]");
        page.waitForURL("**/police-desk/sheets/*-*");
        return page.url();
    }

    private static Api.Answer sends(List<Map<String, Object>> rows, String key) {
        return Api.as("police").post(DESK + "/sheets", Map.of("rows", rows), "Idempotency-Key", key);
    }

    private static List<List<String>> table(byte[] sheet) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : book.getSheetAt(0)) {
                rows.add(IntStream.range(0, row.getLastCellNum())
                        .mapToObj(at -> row.getCell(at).getStringCellValue())
                        .toList());
            }
            assertThat(book.getSheetAt(0).getFooter().getCenter()).contains("鹿寨县公安局");
            return rows;
        }
    }

    private static byte[] fill(byte[] sheet, Map<String, List<String>> answers) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet first = book.getSheetAt(0);
            for (Row row : first) {
                List<String> cells = answers.getOrDefault(row.getCell(0).getStringCellValue(), List.of());
                for (int at = 0; at < cells.size(); at++) {
                    row.getCell(5 + at).setCellValue(cells.get(at));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static List<String> references() {
        return Api.as("police")
                .get(DESK + "/tasks")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("reference").asString())
                .toList();
    }

    private static JsonNode listed(String task) {
        return Api.as("police")
                .get(DESK + "/tasks")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("reference").asString().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static int taken(String task) {
        return Api.as("police").post(DESK + "/tasks/" + task + "/take", "").status();
    }

    private static Api.Answer completes(String task, Map<String, ?> answers) {
        return Api.as("police").post("/api/v1/tasks/" + task + "/complete", answers);
    }

    private int results(String file) {
        return everything
                .sql("select count(*) from case_police where case_id = cast(? as uuid) and kind = 'result'")
                .param(file)
                .query(Integer.class)
                .single();
    }

    private String number(String file) {
        return everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
    }

    private String task(String file, String key) {
        return everything
                .sql("select id from inbox_task where subject_id = cast(? as uuid) and task_key = ?")
                .params(file, key)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> byPhone() {
        return Map.of("byPhone", "yes", "organ", "police", "officer", "值班民警", "words", "已经受案，明天问。");
    }

    private static String child() {
        return "联童" + UUID.randomUUID().toString().substring(0, 4);
    }

    /** Danger is reported from anywhere by the hotline; the county tells the police, who get their task. */
    private String toldPolice(String division, String child) {
        Map<String, Object> report = new HashMap<>(Map.of("danger", "yes", "policeCalled", "no"));
        report.putAll(Map.of("worries", List.of("21"), "childName", child, "division", division));
        report.putAll(Map.of("childKnown", "no", "childAge", 6, "contactPhone", "13900000000", "insider", "no"));
        Api.Answer sent = Api.as("hotline").create("/api/v1/reports", report);
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        tells(child);
        return sent.json().get("caseId").asString();
    }

    private void tells(String child) {
        caseworker.does("told-police", child, new Answers(clock).toldPolice());
    }

    private static void logIn(String username) {
        String id = NewHands.id(username);
        NewHands.synced(id);
        String secret = Api.as("admin")
                .post("/api/v1/officers/" + id + "/secret", Map.of())
                .json()
                .get("secret")
                .asString();
        NewHands.firstLogin(username, secret, Browser.DESK).context().close();
    }
}
