package org.shouwang.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What a hotline's platform hands on: by hand, by file, over the interface. It becomes a report like any other, or is
 * answered; a confidential order goes past village and township, and its answer says nothing.
 */
@ShouwangTest
class HotlineIT {

    private static final List<String> NEAR = List.of("director", "grid", "supervisor", "station");
    private static final String CALLED = "2026-01-05T09:30:00+08:00";

    private final JdbcClient everything = TestParts.everything();

    private static String number() {
        return "HL-" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static Map<String, Object> order(String number, String category) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "line",
                "12345",
                "number",
                number,
                "calledAt",
                CALLED,
                "confidential",
                "no",
                "category",
                category,
                "content",
                "来电人说，孩子常常一个人在家。"));
        if (!category.equals("consult") && !category.equals("other")) {
            order.putAll(Map.of(
                    "danger",
                    "no",
                    "worries",
                    List.of("21"),
                    "division",
                    Reported.VILLAGE,
                    "childName",
                    "热线童",
                    "childAge",
                    12));
        }
        return order;
    }

    private static Api.Answer send(Map<String, Object> order, String key) {
        return Api.as("hotline").post("/api/v1/hotline-orders", order, "Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String entered(Map<String, Object> order) {
        Api.Answer answer = send(order, key());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private Map<String, Object> reportOf(String order) {
        return everything.sql("""
                        select report.id, report.number, route, report.sealed_class, channel, case_id from report
                        join hotline_order on hotline_order.report_id = report.id
                        where hotline_order.id = cast(? as uuid)""").param(order).query().singleRow();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.PHONE, Browser.DESK})
    void isRecordedByHandAndBecomesAReportOfTheTownship(int width) {
        String number = number();
        try (Page page = Browser.as("hotline", width)) {
            page.navigate(Browser.at("/hotline/add"));
            page.selectOption("[name=line]", "12345");
            page.fill("[name=number]", number);
            page.fill("[name=calledAt]", "2026-01-05T09:30");
            page.check("[name=category][value=worry]");
            page.fill("[name=content]", "孩子常常一个人在家，饭也没人做。");
            page.click("[data-submit]");
            assertThat(page.locator("[data-errors]").innerText()).contains("现在有人正处在危险中", "哪个村");
            assertThat(page.inputValue("[name=number]")).isEqualTo(number);
            Browser.shot(page, "hotline-add");
            page.check("[name=danger][value=no]");
            page.check("[name=worries][value='21']");
            page.selectOption("[name=division]", Reported.VILLAGE);
            page.fill("[name=childName]", "小满");
            page.fill("[name=callerName]", "来电的人");
            page.fill("[name=callerPhone]", "0772-0000199");
            page.click("[data-submit]");
            page.waitForURL("**/hotline/orders/*");
            String shown = page.locator("main").innerText();
            assertThat(shown).contains("已成为线索", "已收到", "来电的人", "0772-0000199", "饭也没人做");
            Browser.shot(page, "hotline-order");
            Map<String, Object> report =
                    reportOf(page.url().substring(page.url().lastIndexOf('/') + 1));
            assertThat(report).containsEntry("route", "township").containsEntry("channel", "hotline");
            page.navigate(Browser.at("/hotline"));
            assertThat(page.locator("main").innerText()).contains(number);
            Browser.shot(page, "hotline-list");
            page.locator(".sw-row a", new Page.LocatorOptions().setHasText(number))
                    .click();
            page.getByText("填写答复").click();
            page.waitForURL("**/tasks/*");
            Browser.shot(page, "hotline-answer");
        }
    }

    @Test
    void sealsTheCallerAsAReporterAndNobodyHereHasReported() {
        Map<String, Object> order = order(number(), "worry");
        order.put("callerName", "打电话的邻居");
        order.put("callerPhone", "0772-0000198");
        String id = entered(order);
        Map<String, Object> report = reportOf(id);
        assertThat(everything
                        .sql("select sealed from hotline_order where id = cast(? as uuid)")
                        .param(id)
                        .query(byte[].class)
                        .single())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("邻居", "0000198");
        assertThat(callsBack(report)).isTrue();
        assertThat(Api.as("hotline").get("/api/v1/reports?limit=100").text())
                .doesNotContain(String.valueOf(report.get("id")));
        String read =
                Api.as("supervisor").get("/api/v1/reports/" + report.get("id")).text();
        assertThat(read).contains("hotline").doesNotContain("邻居", "0000198");
    }

    @Test
    void isOneOrderHoweverOftenItIsSent() {
        String number = number();
        String key = key();
        String id = entered(order(number, "worry"));
        Map<String, Object> another = order(number, "consult");
        Api.Answer again = send(another, key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().path("known").asBoolean()).isTrue();
        assertThat(send(another, key).text()).isEqualTo(again.text());
        another.put("content", "别的内容。");
        assertThat(send(another, key).status()).isEqualTo(409);
        assertThat(Api.as("hotline")
                        .post("/api/v1/hotline-orders", order(number(), "worry"))
                        .status())
                .isEqualTo(400);
        Map<String, Object> elsewhere = order(number(), "worry");
        elsewhere.put("division", "110101001001");
        elsewhere.put("danger", "perhaps");
        Api.Answer wrong = send(elsewhere, key());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").findValuesAsString("path")).containsExactly("danger");
        elsewhere.put("danger", "no");
        assertThat(send(elsewhere, key()).json().path("errors").findValuesAsString("code"))
                .containsExactly("hotline-division");
        assertThat(everything
                        .sql(
                                "select count(*) from report where id in (select report_id from hotline_order where number = ?)")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void goesPastVillageAndTownshipWhenConfidentialAndNobodyCallsBack() {
        Map<String, Object> order = order(number(), "worry");
        order.putAll(Map.of(
                "confidential", "yes", "childName", "保密童", "callerPhone", "0772-0000197", "callerName", "不愿说的人"));
        String id = entered(order);
        Map<String, Object> report = reportOf(id);
        assertThat(report).containsEntry("route", "county").containsEntry("sealed_class", "restricted");
        for (String near : NEAR) {
            assertThat(Api.as(near).get("/api/v1/reports/" + report.get("id")).status())
                    .as(near)
                    .isEqualTo(404);
            for (String box : List.of("mine", "team", "overdue")) {
                assertThat(Api.as(near)
                                .get("/api/v1/tasks?limit=100&box=" + box)
                                .text())
                        .as(near)
                        .doesNotContain("保密童", String.valueOf(report.get("number")));
            }
            assertThat(Api.as(near).get("/api/v1/hotline-orders/" + id).status())
                    .as(near)
                    .isIn(403, 404);
        }
        assertThat(Api.as("caseworker").get("/api/v1/tasks?limit=100&box=team").text())
                .contains("保密童");
        // What the caller left is not even kept, and no task tells anybody to call.
        Api.Answer read = Api.as("hotline").get("/api/v1/hotline-orders/" + id);
        assertThat(read.text()).doesNotContain("0000197", "不愿说的人");
        assertThat(read.json().path("progress").isMissingNode()
                        || read.json().path("progress").isNull())
                .isTrue();
        assertThat(callsBack(report)).isFalse();
        String task = read.json().at("/order/task").asString();
        JsonNode form = Api.as("hotline").get("/api/v1/tasks/" + task).json();
        assertThat(form.path("form").asString("") + form).contains("K03-hotline-confidential");
        answers(task, Map.of("answeredAt", "2026-01-05T10:00:00+08:00"), 200);
        try (Page page = Browser.as("hotline", Browser.PHONE)) {
            page.navigate(Browser.at("/hotline/orders/" + id));
            assertThat(page.locator("main").innerText())
                    .contains("已按规定办理", "保密工单")
                    .doesNotContain("0000197");
            Browser.shotBoth(page, "hotline-confidential");
        }
    }

    @Test
    void isAnsweredByWhatBecameOfIt() {
        String reported = entered(order(number(), "worry"));
        String task = task(reported);
        answers(task, Map.of("answer", "answered", "said", "已经答复。"), 422);
        answers(task, Map.of("answer", "under-way", "said", "已受理，依法保密。"), 200);
        String asked = entered(order(number(), "other"));
        answers(task(asked), Map.of("answer", "under-way", "said", "在办。"), 422);
        answers(task(asked), Map.of("answer", "not-ours", "said", "请转。"), 422);
        answers(task(asked), Map.of("answer", "not-ours", "organ", "labour", "said", "请转人社部门。"), 200);
        JsonNode answered =
                Api.as("hotline").get("/api/v1/hotline-orders/" + asked).json().path("order");
        assertThat(answered.path("organ").asString()).isEqualTo("labour");
        assertThat(answered.hasNonNull("report")).isFalse();
    }

    /** Whether somebody will be asked to tell the caller how it goes. */
    private boolean callsBack(Map<String, Object> report) {
        return everything
                .sql("select exists (select from act_ru_execution where proc_def_id_ like 'report-feedback%'"
                        + " and business_key_ = ?)")
                .param(String.valueOf(report.get("id")))
                .query(Boolean.class)
                .single();
    }

    private static String task(String order) {
        return Api.as("hotline")
                .get("/api/v1/hotline-orders/" + order)
                .json()
                .at("/order/task")
                .asString();
    }

    private static void answers(String task, Map<String, Object> said, int status) {
        Api hotline = Api.as("hotline");
        hotline.post("/api/v1/tasks/" + task + "/claim", "");
        Api.Answer answer = hotline.post("/api/v1/tasks/" + task + "/complete", said);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void takesOverTheGoodRowsOfAFileAndKeepsTheBadOnesWithTheReason(@TempDir Path folder) throws IOException {
        String first = number();
        String known = number();
        entered(order(known, "consult"));
        Path file = folder.resolve("工单.xlsx");
        Files.write(
                file,
                workbook(List.of(
                        row(first, "担心一个孩子", "孩子常常一个人在家。", "竹岭村"),
                        row(number(), "担心一个孩子", "=HYPERLINK(\"http://x\")", "竹岭村"),
                        row(number(), "担心一个孩子", "长".repeat(30_000), "竹岭村"),
                        row(number(), "担心一个孩子", "外县的。", "110101001001"),
                        row(first, "咨询", "又是同一个编号。", ""),
                        row(known, "咨询", "登记过的。", ""),
                        row(number(), "什么都不是", "没有这一类。", ""),
                        row(number(), "咨询", "怎么申请救助？", ""))));
        try (Page page = Browser.as("hotline", Browser.DESK)) {
            page.navigate(Browser.at("/hotline/import"));
            page.setInputFiles("#file", file);
            page.click("main button[type=submit]");
            page.waitForURL("**/hotline/imports/*");
            assertThat(page.locator("[data-tally]").innerText().replaceAll("\\s+", ""))
                    .isEqualTo("2行可以导入5行有错1行已经登记过");
            String rows = page.locator("ol").innerText();
            assertThat(rows).contains("“反映的内容”里是公式", "前面已经有同一个工单编号", "地方不在这条热线管的范围里", "反映的内容", "属于哪一类");
            Browser.shotBoth(page, "hotline-import-rows");
            page.click("text=导入没有错的");
            page.waitForSelector(".sw-undo");
            assertThat(page.locator("[data-tally]").innerText().replaceAll("\\s+", ""))
                    .isEqualTo("2行已导入5行有错1行已经登记过");
            Browser.shotBoth(page, "hotline-import-taken");
            String id = page.url().replaceAll(".*/", "").replaceAll("\\?.*", "");
            String rejected = new String(
                    page.request()
                            .get(Browser.at("/hotline/imports/" + id + "/rejected"))
                            .body(),
                    StandardCharsets.UTF_8);
            assertThat(rejected)
                    .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "里是公式")
                    .doesNotContain("怎么申请救助");
            assertThat(Api.as("supervisor").get("/api/v1/hotline-imports/" + id).status())
                    .isEqualTo(403);
            assertThat(Api.as("supervisor")
                            .post("/api/v1/hotline-imports/" + id + "/take", "")
                            .status())
                    .isEqualTo(403);
            assertThat(Visitor.of("county")
                            .get("/hotline/imports/" + id + "/rejected")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(everything
                        .sql("select count(*) from hotline_order where number = ? and report_id is not null")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void readsAFileOverTheInterfaceOnce() {
        String number = number();
        String csv = "工单编号,什么时候来电,是不是保密工单,属于哪一类,反映的内容\r\n" + number + ",2026/1/5 9:30,否,咨询,\"怎么申请，\n救助？\"\r\n"
                + number() + ",不知道,否,咨询,没有时间\r\n";
        String key = key();
        Api.Answer sent = upload("hotline", csv.getBytes(Charset.forName("GB18030")), key);
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(sent.json().at("/file/good").asInt()).isEqualTo(1);
        assertThat(sent.json().at("/items/1/errors/0/path").asString()).isEqualTo("calledAt");
        assertThat(upload("hotline", csv.getBytes(Charset.forName("GB18030")), key)
                        .json()
                        .at("/file/id")
                        .asString())
                .isEqualTo(sent.json().at("/file/id").asString());
        String take = "/api/v1/hotline-imports/" + sent.json().at("/file/id").asString() + "/take";
        assertThat(Api.as("hotline").post(take, "").json().path("taken").asInt())
                .isEqualTo(1);
        assertThat(Api.as("hotline").post(take, "").json().path("taken").asInt())
                .isEqualTo(1);
        assertThat(upload("hotline", "乱,七\r\n八,糟\r\n".getBytes(StandardCharsets.UTF_8), key())
                        .status())
                .isEqualTo(422);
        assertThat(upload("hotline", new byte[] {'P', 'K', 3, 4, 0}, key()).status())
                .isEqualTo(400);
        assertThat(upload("caseworker", csv.getBytes(StandardCharsets.UTF_8), key())
                        .status())
                .isEqualTo(403);
    }

    private static Api.Answer upload(String who, byte[] file, String key) {
        String edge = "edge-of-the-test";
        byte[] head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"line\"\r\n\r\n12345\r\n--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return Api.as(who)
                .send(
                        "POST",
                        "/api/v1/hotline-imports",
                        BodyPublishers.concat(
                                BodyPublishers.ofByteArray(head),
                                BodyPublishers.ofByteArray(file),
                                BodyPublishers.ofByteArray(tail)),
                        "Content-Type",
                        "multipart/form-data; boundary=" + edge,
                        "Idempotency-Key",
                        key);
    }

    private static List<String> row(String number, String category, String content, String village) {
        return List.of(
                number, "2026-01-05 09:30", "否", category, content, village.isEmpty() ? "" : "否", "常独自在家", village);
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of("工单编号", "什么时候来电", "是不是保密工单", "属于哪一类", "反映的内容", "现在有人正处在危险中吗？", "还有别的担心吗", "哪个村（社区）"));
        all.addAll(rows);
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            for (int line = 0; line < all.size(); line++) {
                Row row = sheet.createRow(line);
                for (int column = 0; column < all.get(line).size(); column++) {
                    row.createCell(column).setCellValue(all.get(line).get(column));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void isForWhoeverReceivesTheLine() {
        String id = entered(order(number(), "consult"));
        for (String other : List.of("director", "supervisor", "caseworker", "county", "police", "federation")) {
            assertThat(Api.as(other).get("/api/v1/hotline-orders/" + id).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(Visitor.of(other).get("/hotline/orders/" + id).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(Api.as("hotline")
                        .get("/api/v1/hotline-orders/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(logged(id)).isEqualTo("hotline.entered");
    }

    private @Nullable String logged(String id) {
        return everything
                .sql("select act from journal_entry where subject_id = cast(? as uuid) order by at limit 1")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
