package org.shouwang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Hints from other registers (主动发现): the village is told the name and that somebody should look in, the county where it
 * comes from; a report never waits for either.
 */
@ShouwangTest
class HintIT {

    private static final String VILLAGE = "竹岭村";
    private static final String HEADINGS = "姓名,证件号码,出生日期,村（社区）,情况";

    /** What the village must not learn: the register, the list and its words. */
    private static final Pattern SOURCE =
            Pattern.compile("服刑|羁押|戒毒|残疾|学籍|辍学|医院|住院|伤情|名单|父亲在外地监狱|custody|disability|injury|source-list");

    private final JdbcClient everything = TestParts.everything();
    private final Colleague director = new Colleague("director");
    private final Colleague director2 = new Colleague("director2");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague county = new Colleague("county");

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInFebruary() {
        clock.set(LocalDateTime.of(2026, 2, 2, 9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private static Map<String, String> row(String name, String birth, String situation) {
        return Map.of("name", name, "birthDate", birth, "village", VILLAGE, "situation", situation);
    }

    private static Api.Answer send(String who, String kind, List<Map<String, String>> rows, String key) {
        return Api.as(who).post("/api/v1/source-lists", Map.of("kind", kind, "rows", rows), "Idempotency-Key", key);
    }

    private static JsonNode sent(String who, String kind, List<Map<String, String>> rows) {
        Api.Answer answer = send(who, kind, rows, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** A hint about one child of 竹岭村. */
    private String hint(String kind, String name) {
        sent("caseworker", kind, List.of(row(name, "2016-05-01", "父亲在外地监狱，" + name)));
        return id(name);
    }

    private String id(String name) {
        return everything
                .sql("select cast(id as text) from work_subject where kind = 'hint' and title = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private String state(String hint) {
        return everything
                .sql("select state || ' ' || outcome from hint where id = cast(? as uuid)")
                .param(hint)
                .query(String.class)
                .single();
    }

    /** An ID number of somebody born on a day, its check digit right. */
    private static String idNumber(String day, int sequence) {
        String number = "450223" + day + "%03d".formatted(sequence);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        return number + "10X98765432".charAt(sum % 11);
    }

    // ── lists ──

    @Test
    void takesGoodRowsOfAFileInAndSaysOfTheOthersWhyNot() throws IOException {
        String right = idNumber("20160501", 11);
        String wrong = right.substring(0, 17) + (right.endsWith("1") ? "2" : "1");
        String file = String.join(
                "\r\n",
                "备注," + HEADINGS,
                "不读这一列,提示甲," + right + ",2016-05-01," + VILLAGE + ",两周没有到校",
                ",提示乙," + wrong + ",," + VILLAGE + ",",
                ",=HYPERLINK(\"x\"),,2016-05-01," + VILLAGE + ",",
                ",提示丙,,2016-05-01,没有这个村,",
                ",提示丁,,2016/5/2," + VILLAGE + "," + "长".repeat(50_000),
                ",提示戊,,2001-05-01," + VILLAGE + ",",
                ",提示己,,2015-13-01,,",
                ",提示庚,,2017年3月4日,450223102902,\"缺课, 在家\"",
                ",提示甲," + right + ",," + VILLAGE + ",",
                "");
        Page page = Browser.as("education", Browser.PHONE);
        page.navigate(Browser.at("/source-lists"));
        Browser.shotBoth(page, "finding-lists");
        page.locator("input[name=kind][value=school]").check();
        page.setInputFiles("#file", new FilePayload("名单.csv", "text/csv", file.getBytes(Charset.forName("GB18030"))));
        page.click("main button[type=submit]");
        page.waitForURL("**/source-lists/*-*");
        assertThat(page.locator(".sw-tally")).containsText("2");
        assertThat(page.locator("tbody tr")).hasCount(7);
        String told = page.locator("tbody").innerText();
        assertThat(told)
                .contains("最后一位对不上", "像是公式", "本县没有这个村", "最多 500 个字", "已经满十八周岁", "请写成 2016-05-01", "没有写是哪个村")
                .contains("已经有人去了解")
                .contains("第 3 行", "第 10 行");
        Browser.shotBoth(page, "finding-list");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        Download download =
                page.waitForDownload(() -> page.getByText("下载这几行和原因").click());
        String rejected = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertThat(rejected)
                .startsWith("\uFEFF")
                .contains("\"'=HYPERLINK")
                .contains(wrong)
                .doesNotContain("不读这一列");
        String list = page.url();

        page.navigate(Browser.at("/source-lists"));
        page.locator("input[name=kind][value=school]").check();
        page.setInputFiles("#file", new FilePayload("又一次.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.click("main button[type=submit]");
        page.waitForURL("**/source-lists/*-*");
        assertThat(page.url()).isEqualTo(list);
        page.context().close();

        assertThat(director.sees("visit", "提示甲")).isTrue();
        assertThat(director2.sees("visit", "提示庚")).isTrue();
        assertThat(director.sees("visit", "提示乙")).isFalse();

        // Whoever sent it reads it, and the county; nobody else does, and nobody sends another's register.
        String path = list.substring(list.indexOf("/source-lists"));
        for (String who : List.of("education", "caseworker", "county")) {
            assertThat(Api.as(who).get("/api/v1" + path).status()).as(who).isEqualTo(200);
            assertThat(Visitor.of(who).get(path + "/rejected.csv").status())
                    .as(who)
                    .isEqualTo(200);
        }
        for (String who : List.of("school", "health")) {
            assertThat(Api.as(who).get("/api/v1" + path).status()).as(who).isEqualTo(404);
            assertThat(Visitor.of(who).get(path).status()).as(who).isEqualTo(404);
            assertThat(Visitor.of(who).get(path + "/rejected.csv").status())
                    .as(who)
                    .isEqualTo(404);
        }
        assertThat(Visitor.of("director").get(path).status()).isEqualTo(403);
        assertThat(send("school", "custody", List.of(row("提示辛", "2016-05-01", "")), "of-another")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesAWorkbookAndRefusesWhatIsNone() throws IOException {
        Visitor visitor = Visitor.of("health");
        assertThat(visitor.get("/source-lists").text()).contains("医疗：重病、住院").doesNotContain("学籍");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            fill(sheet.createRow(0), HEADINGS.split(","));
            fill(sheet.createRow(2), "提示壬", "", "2018-01-02", VILLAGE, "长期住院");
            Row row = sheet.createRow(3);
            fill(row, "", "", "2018-01-02", VILLAGE, "");
            row.getCell(0).setCellFormula("1+1");
            workbook.write(bytes);
        }
        Page page = Browser.as("health", Browser.DESK);
        for (byte[] content :
                List.of("PK\u0003\u0004 kein Zip".getBytes(StandardCharsets.UTF_8), new byte[] {0, 1, 2})) {
            upload(page, content);
            assertThat(page.locator(".sw-bad")).containsText("打不开");
        }
        upload(page, "姓名,情况\n甲,乙\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".sw-bad")).containsText("没有“证件号码”这一列");
        upload(page, bytes.toByteArray());
        page.waitForURL("**/source-lists/*-*");
        assertThat(page.locator(".sw-tally")).containsText("1");
        assertThat(page.locator("tbody")).containsText("第 4 行");
        assertThat(page.locator("tbody")).containsText("像是公式");
        page.context().close();
        assertThat(director.sees("visit", "提示壬")).isTrue();
    }

    private static void fill(Row row, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            row.createCell(at).setCellValue(cells[at]);
        }
    }

    private static void upload(Page page, byte[] content) {
        page.navigate(Browser.at("/source-lists"));
        page.locator("input[name=kind][value=health]").check();
        page.setInputFiles("#file", new FilePayload("名单.xlsx", "application/octet-stream", content));
        page.click("main button[type=submit]");
        page.waitForLoadState();
    }

    @Test
    void takesAListOfAProgramOnce() {
        String key = UUID.randomUUID().toString();
        List<Map<String, String>> rows = List.of(
                row("提示子", "2016-05-01", "长期缺课"),
                Map.of("name", "提示丑", "village", VILLAGE, "idNumber", "450223"),
                row("提示子", "2016-05-01", "又写了一次"));
        Api.Answer first = send("education", "school", rows, key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().at("/list/taken").asInt()).isEqualTo(1);
        assertThat(first.json().path("rows")).hasSize(2);
        assertThat(first.json().at("/rows/0/problems/0/message").asString()).contains("18 位");
        Api.Answer again = send("education", "school", rows, key);
        assertThat(again.json()).isEqualTo(first.json());
        Api.Answer anotherKey =
                send("education", "school", rows, UUID.randomUUID().toString());
        assertThat(anotherKey.json().at("/list/id")).isEqualTo(first.json().at("/list/id"));
        assertThat(send("education", "school", List.of(row("提示寅", "2016-05-01", "")), key)
                        .status())
                .isEqualTo(409);
        assertThat(Api.as("education")
                        .post("/api/v1/source-lists", Map.of("kind", "school", "rows", rows))
                        .status())
                .isEqualTo(400);
        assertThat(everything
                        .sql("select count(*) from work_subject where kind = 'hint' and title = '提示子'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        // The same child of another list of the kind is looked in on already.
        JsonNode later = sent("caseworker", "school", List.of(row("提示子", "2016-05-01", "第二份名单")));
        assertThat(later.at("/rows/0/problems/0/code").asString()).isEqualTo("row-known");
        assertThat(send("director", "school", rows, key).status()).isEqualTo(403);
    }

    // ── who is told what ──

    @Test
    void tellsWhoeverGoesThereTheNameAndNothingOfWhereItComesFrom() {
        String hint = hint("custody", "提示卯");
        String task = director.take("visit", "提示卯");
        Page page = Browser.as("director", Browser.PHONE);
        page.navigate(Browser.at("/inbox"));
        assertThat(page.locator("main")).containsText("需上门了解");
        noSource(page.content());
        page.navigate(Browser.at("/tasks/" + task));
        assertThat(page.locator("main")).containsText("提示卯，竹岭村。需上门了解。");
        assertThat(page.content()).doesNotContain("2016-05-01");
        noSource(page.content());
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        Browser.shotBoth(page, "finding-task");

        // The clock's warning and its passing are noticed, and say no more.
        clock.advance(Duration.ofDays(7));
        noticed(hint, "clock-warning");
        clock.advance(Duration.ofDays(2));
        noticed(hint, "clock-late");
        page.navigate(Browser.at("/notices"));
        noSource(page.content());
        page.context().close();
        for (String who : List.of("director", "supervisor", "station")) {
            noSource(Api.as(who).get("/api/v1/tasks/" + task).text());
            noSource(Api.as(who).get("/api/v1/tasks?box=team&limit=100").text());
            noSource(Api.as(who).get("/api/v1/tasks?limit=100").text());
            noSource(Api.as(who).get("/api/v1/notices").text());
            noSource(Visitor.of(who).get("/tasks/" + task).text());
            for (String door : List.of("/hints", "/hints/" + hint)) {
                assertThat(Visitor.of(who).get(door).status()).as(who + door).isEqualTo(403);
                assertThat(Api.as(who).get("/api/v1" + door).status())
                        .as(who + door)
                        .isEqualTo(403);
            }
            assertThat(Api.as(who)
                            .post("/api/v1/hints/" + hint + "/person", Map.of("person", UUID.randomUUID()))
                            .status())
                    .isEqualTo(403);
            assertThat(Visitor.of(who)
                            .post("/hints/" + hint + "/person", Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(everything
                        .sql(
                                "select string_agg(details::text, ' ') from journal_entry where subject_id = cast(? as uuid)")
                        .param(hint)
                        .query(String.class)
                        .single())
                .doesNotContainPattern(SOURCE);
        for (String table : List.of("hint", "work_subject", "inbox_task", "act_ru_variable")) {
            noSource(everything
                    .sql("select string_agg(row::text, ' ') from " + table + " row where row::text like ?")
                    .param("%" + hint + "%")
                    .query(String.class)
                    .single());
        }
        JsonNode whole = Api.as("caseworker").get("/api/v1/hints/" + hint).json();
        assertThat(whole.at("/hint/kind").asString()).isEqualTo("custody");
        assertThat(whole.at("/hint/situation").asString()).contains("监狱");
    }

    private static void noSource(String text) {
        assertThat(text).isNotBlank().doesNotContainPattern(SOURCE);
    }

    /** The sweeper comes round every twenty seconds. */
    private void noticed(String hint, String code) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(45)).untilAsserted(() -> assertThat(notices(hint))
                .contains(code));
    }

    private List<String> notices(String hint) {
        return everything
                .sql("select distinct code from notice where subject_id = cast(? as uuid)")
                .param(hint)
                .query(String.class)
                .list();
    }

    @Test
    void proposesToTheCountyWhoseFileItIsAndToNobodyElse() {
        record Child(UUID id, String name, java.time.LocalDate birth) {}
        Child child = everything
                .sql(
                        "select id, name, birth_date birth from person where division = '450223102901' and sealed_class = 'open'"
                                + " and birth_date > date '2010-01-01' and not birth_estimated order by id limit 1")
                .query(Child.class)
                .single();
        sent("caseworker", "disability", List.of(row(child.name(), child.birth().toString(), "二级")));
        String hint = id(child.name());
        JsonNode one = Api.as("caseworker").get("/api/v1/hints/" + hint).json();
        assertThat(one.path("proposed").toString()).contains(child.id().toString());
        assertThat(Api.as("caseworker")
                        .post("/api/v1/hints/" + hint + "/person", Map.of("person", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
        Page page = Browser.as("county", Browser.PHONE);
        page.navigate(Browser.at("/hints"));
        Browser.shotBoth(page, "finding-hints");
        page.navigate(Browser.at("/hints/" + hint));
        Browser.shotBoth(page, "finding-hint");
        page.locator("input[name=person]").first().check();
        page.getByText("就是这个孩子").click();
        assertThat(page.locator("main a[href='/persons/" + child.id() + "']")).isVisible();
        page.context().close();
        String task = director.take("visit", child.name());
        assertThat(Api.as("director").get("/api/v1/tasks/" + task).text())
                .doesNotContain(child.id().toString());
    }

    // ── what becomes of it ──

    @Test
    void endsADismissalOnlyWithAReasonAndAnotherPersonsNod() {
        String hint = hint("school", "提示辰");
        assertThat(director.doesInVain("visit", "提示辰", Map.of("outcome", "nothing")))
                .contains("reason");
        director.does("visit", "提示辰", Map.of("outcome", "nothing", "reason", "家里说没事。"));
        assertThat(director.sees("check", "提示辰")).isFalse();
        assertThat(state(hint)).isEqualTo("open nothing");
        assertThat(supervisor.doesInVain("check", "提示辰", Map.of("nod", "back"))).contains("reason");
        supervisor.does("check", "提示辰", Map.of("nod", "back", "reason", "请见到孩子本人。"));
        String task = director.take("visit", "提示辰");
        assertThat(Visitor.of("director").get("/tasks/" + task).text()).contains("退回的理由：请见到孩子本人。");
        director.does("visit", "提示辰", Map.of("outcome", "nothing", "reason", "见到了，在外婆家上学。"));
        supervisor.does("check", "提示辰", Map.of("nod", "agreed"));
        assertThat(state(hint)).isEqualTo("done nothing");
        assertThat(supervisor.sees("check", "提示辰")).isFalse();
    }

    @Test
    void goesAgainWhereNobodyWasMetAndOnToTheVillageTheChildIsIn() {
        String hint = hint("disability", "提示巳");
        director.does("visit", "提示巳", Map.of("outcome", "missed", "missReason", "nobody"));
        String task = director.take("visit", "提示巳");
        assertThat(Visitor.of("director").get("/tasks/" + task).text()).contains("已经去过 1 次");
        director.does("visit", "提示巳", Map.of("outcome", "moved", "movedTo", "county", "movedPlace", "石榴村外婆家"));
        assertThat(caseworker.doesInVain("place", "提示巳", Map.of("placed", "village", "village", "110101001001")))
                .contains("village");
        caseworker.does("place", "提示巳", Map.of("placed", "village", "village", "450223102902"));
        assertThat(director.sees("visit", "提示巳")).isFalse();
        director2.does("visit", "提示巳", Map.of("outcome", "help", "words", "要办残疾证。"));
        supervisor.does("check", "提示巳", Map.of("nod", "agreed"));
        assertThat(state(hint)).isEqualTo("done help");

        String gone = hint("disability", "提示午");
        director.does("visit", "提示午", Map.of("outcome", "moved", "movedTo", "outside"));
        caseworker.does(
                "place",
                "提示午",
                Map.of("placed", "outside", "toldUnit", "示例县未保中心", "toldAt", "2026-02-02T08:30:00+08:00"));
        assertThat(state(gone)).isEqualTo("done outside");
    }

    @Test
    void leavesWhatTheLawWantsReportedToTheCountyAlone() {
        sent("health", "injury", List.of(row("提示未", "2016-05-01", "多处新旧伤")));
        String hint = id("提示未");
        for (Colleague each : List.of(director, supervisor, new Colleague("station"))) {
            assertThat(each.sees("visit", "提示未") || each.sees("look", "提示未"))
                    .as(each.username())
                    .isFalse();
            assertThat(Visitor.of(each.username()).get("/inbox?box=team").text())
                    .doesNotContain("提示未");
        }
        String task = everything
                .sql("select id from inbox_task where subject_id = cast(? as uuid)")
                .param(hint)
                .query(String.class)
                .single();
        for (String who : List.of("director", "supervisor", "station", "health")) {
            assertThat(Api.as(who).get("/api/v1/tasks/" + task).status())
                    .as(who)
                    .isIn(403, 404);
        }
        assertThat(caseworker.doesInVain("look", "提示未", Map.of("looked", "nothing")))
                .contains("reason");
        caseworker.does("look", "提示未", Map.of("looked", "nothing", "reason", "是手术的伤。"));
        county.does("county-check", "提示未", Map.of("nod", "back", "reason", "先报告，再核实。"));
        caseworker.does("look", "提示未", Map.of("looked", "reported", "words", "已向公安机关报告。"));
        assertThat(state(hint)).isEqualTo("done reported");

        sent("health", "injury", List.of(row("提示亥", "2016-05-01", "摔伤")));
        caseworker.does("look", "提示亥", Map.of("looked", "nothing", "reason", "和同学踢球摔的，看过病历。"));
        county.does("county-check", "提示亥", Map.of("nod", "agreed"));
        assertThat(state(id("提示亥"))).isEqualTo("done nothing");
    }

    @Test
    void letsOneReportAtOnceWithoutLookingFirst() {
        String hint = hint("school", "提示申");
        String task = director.take("visit", "提示申");
        Page page = Browser.as("director", Browser.PHONE);
        page.navigate(Browser.at("/tasks/" + task));
        page.getByText("我要报告", new Page.GetByTextOptions().setExact(true))
                .locator("visible=true")
                .first()
                .click();
        page.waitForURL("**/report?from=*");
        assertThat(page.locator("[name=childName]")).hasValue("提示申");
        assertThat(page.content()).doesNotContain("父亲在外地监狱", "2016-05-01");
        page.context().close();
        Map<String, Object> report = new HashMap<>(Map.of("worries", List.of("23"), "childName", "提示申"));
        assertThat(director.reports(report)).isNotBlank();
        assertThat(state0(hint)).isEqualTo("open");
        // A report is the reporter's own affair: the hint knows nothing of it.
        assertThat(everything
                        .sql(
                                "select count(*) from journal_entry where subject_id = cast(? as uuid) and act like 'report%'")
                        .param(hint)
                        .query(Integer.class)
                        .single())
                .isZero();
        Visitor visitor = Visitor.of("director");
        Api.Answer done = visitor.post("/tasks/" + task + "/complete", Map.of("outcome", "risk", "_version", "1"));
        assertThat(done.header("Location")).endsWith("/report?from=" + hint);
        assertThat(state(hint)).isEqualTo("done risk");
        // Somebody else's hint is as none: the report's page opens all the same.
        Api.Answer other = Visitor.of("director2").get("/report?from=" + hint);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.text()).doesNotContain("提示申");
    }

    private String state0(String hint) {
        return everything
                .sql("select state from hint where id = cast(? as uuid)")
                .param(hint)
                .query(String.class)
                .single();
    }

    @Test
    void showsAHintUntilItsDayAndKeepsIt() {
        String hint = hint("school", "提示酉");
        assertThat(names("open")).contains("提示酉");
        clock.advance(Duration.ofDays(181));
        assertThat(names("open")).doesNotContain("提示酉");
        assertThat(names("expired")).contains("提示酉");
        assertThat(Api.as("caseworker").get("/api/v1/hints/" + hint).status()).isEqualTo(200);
        assertThat(director.sees("visit", "提示酉")).isTrue();
    }

    private static String names(String list) {
        return Api.as("caseworker").get("/api/v1/hints?limit=100&list=" + list).text();
    }
}
