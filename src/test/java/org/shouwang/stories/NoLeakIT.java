package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.NewHands;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whoever opens a file learns nothing of files outside his or her reach; the township, or the county, is shown that two may
 * be one person and says so.
 */
@ShouwangTest
class NoLeakIT {

    private static final String HERE = Reported.VILLAGE;
    private static final String THERE = "450223103901";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger SEQUENCE = new AtomicInteger(100);

    private final JdbcClient everything = TestParts.everything();

    /** A number nobody has yet, of somebody born on 1 March 2015, its check digit right. */
    private static String number() {
        String digits = "45022320150301" + SEQUENCE.addAndGet(2);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private static Api.Answer opens(String who, String name, String number, String division) {
        return Api.as(who)
                .create("/api/v1/persons", Map.of("name", name, "idNumber", number, "division", division, "sex", "2"));
    }

    private static String id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String pair(String person) {
        await().atMost(PATIENCE).until(() -> !pairs(person).isEmpty());
        return pairs(person).get(0);
    }

    private List<String> pairs(String person) {
        return everything
                .sql("select id from merge_candidate where cast(? as uuid) in (person_id, other_id)")
                .param(person)
                .query(String.class)
                .list();
    }

    private static int reads(String who, String pair) {
        int status = Api.as(who).get("/api/v1/merge-candidates/" + pair).status();
        assertThat(Visitor.of(who).get("/merge-candidates/" + pair).status())
                .as(who)
                .isEqualTo(status);
        return status;
    }

    private static Api.Answer acts(String who, String pair, String act, Map<String, String> body) {
        return Api.as(who).post("/api/v1/merge-candidates/" + pair + "/" + act, body);
    }

    private static Map<String, String> verdict(String verdict) {
        return Map.of("verdict", verdict, "reason", "见了户口簿。");
    }

    @Test
    void answersTheSameWhetherOrNotTheNumberIsKnownElsewhere() {
        String known = number();
        String there = id(opens("station2", "漏不出", known, THERE));
        Api.Answer again = opens("station2", "漏不出", known, THERE);
        assertThat(again.status()).as("within one's own reach").isEqualTo(409);
        assertThat(again.text()).contains("id-number-taken");

        Api.Answer doubled = opens("station", "漏不出", known, HERE);
        Api.Answer fresh = opens("station", "漏不出乙", number(), HERE);
        String here = id(doubled);
        assertThat(blank(doubled)).isEqualTo(blank(fresh)).contains("已提交，由乡镇核对");
        assertThat(blank(Api.as("station").get("/api/v1/persons/" + here)))
                .isEqualTo(blank(Api.as("station").get("/api/v1/persons/" + id(fresh))));

        String pair = pair(here);
        JsonNode told = Api.as("county").get("/api/v1/merge-candidates/" + pair).json();
        assertThat(told.path("score").asInt()).isEqualTo(95);
        assertThat(told.path("signs").toString()).isEqualTo("[\"number\",\"name\",\"birth\",\"sex\"]");
        assertThat(everything.sql("""
                        select merge_candidate.found_at > person.created_at from merge_candidate
                        join person on person.id = person_id where merge_candidate.id = cast(? as uuid)""").param(pair).query(Boolean.class).single())
                .as("compared after the answer")
                .isTrue();
        for (String who : List.of("director", "station", "supervisor", "station2", "supervisor2", "police", "admin")) {
            assertThat(reads(who, pair)).as(who).isIn(403, 404);
            assertThat(Api.as(who).get("/api/v1/merge-candidates").text()).doesNotContain(pair);
            assertThat(acts(who, pair, "decide", verdict("same")).status())
                    .as(who)
                    .isIn(403, 404);
        }
        isShownAsOneAndCanBeTakenBack(pair, here, there);
    }

    /** What differs from one file to another, taken out. */
    private static String blank(Api.Answer answer) {
        return answer.text()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("漏不出乙?", "name")
                .replaceAll("[0-9]{4}\\*+[0-9]{2}", "number")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[^\"]+", "time");
    }

    private void isShownAsOneAndCanBeTakenBack(String pair, String here, String there) {
        assertThat(acts("caseworker", pair, "decide", Map.of("verdict", "maybe", "reason", " "))
                        .status())
                .isEqualTo(422);
        Page page = Browser.as("caseworker", Browser.PHONE);
        page.navigate(Browser.at("/merge-candidates"));
        assertThat(page.locator("main").innerText()).contains("漏不出", "95 分", "身份证号相同");
        Browser.shotBoth(page, "merge-list");
        page.navigate(Browser.at("/merge-candidates/" + pair));
        Browser.shotBoth(page, "merge-pair");
        page.evaluate("document.querySelector('form[action$=decide]').noValidate = true");
        page.check("input[name=verdict][value=same]");
        page.click("form[action$=decide] button");
        assertThat(page.locator("main").innerText()).contains("请写明理由");
        page.fill("#reason", "见了户口簿。");
        page.click("form[action$=decide] button");
        page.waitForURL("**/merge-candidates/" + pair);
        assertThat(page.locator("main").innerText()).contains("同一人", "见了户口簿。");
        page.context().close();

        for (String who : List.of("caseworker", "county")) {
            assertThat(Visitor.of(who).get("/persons/" + here).text())
                    .as(who)
                    .contains("同一人的另一份档案", "/persons/" + there);
            assertThat(Visitor.of(who).get("/persons/" + there).text()).as(who).contains("/persons/" + here);
        }
        for (String who : List.of("station", "supervisor", "director")) {
            assertThat(Visitor.of(who).get("/persons/" + here).text()).as(who).doesNotContain("同一人的另一份档案", there);
        }
        assertThat(acts("county", pair, "decide", verdict("different")).status())
                .as("decided already")
                .isEqualTo(409);
        assertThat(acts("county", pair, "undo", Map.of("reason", "号码抄错了。")).status())
                .isEqualTo(200);
        assertThat(Visitor.of("county").get("/persons/" + here).text()).doesNotContain(there);
        assertThat(everything
                        .sql(
                                "select act from journal_entry where reference = ? and act in ('merge.decided', 'merge.undone') order by id")
                        .param(pair)
                        .query(String.class)
                        .list())
                .containsExactly("merge.decided", "merge.undone");
        assertThat(everything
                        .sql("select count(*) from merge_candidate row where strpos(row::text, '抄错') > 0"
                                + " or strpos(row::text, '户口簿') > 0")
                        .query(Integer.class)
                        .single())
                .as("reasons are ciphertext")
                .isZero();
    }

    @Test
    void laysTwoFilesOfOneTownshipBeforeThatTownship() {
        JsonNode report = Reported.worry("漏同镇");
        String reported = everything
                .sql("select child from report where id = cast(? as uuid)")
                .param(report.path("id").asString())
                .query(String.class)
                .single();
        Api.Answer made = Api.as("station")
                .create(
                        "/api/v1/persons",
                        Map.of("name", "漏同镇", "sex", "1", "birthDate", born(reported), "division", HERE));
        String pair = pair(id(made));
        assertThat(pairs(reported)).containsExactly(pair);
        for (String who : List.of("supervisor", "station", "caseworker", "county")) {
            assertThat(reads(who, pair)).as(who).isEqualTo(200);
        }
        for (String who : List.of("director", "supervisor2", "station2", "grid", "women", "school")) {
            assertThat(reads(who, pair)).as(who).isIn(403, 404);
        }
        assertThat(acts("supervisor", pair, "decide", verdict("different")).status())
                .isEqualTo(200);
        assertThat(Api.as("supervisor")
                        .get("/api/v1/merge-candidates?list=done")
                        .text())
                .contains(pair);
        assertThat(Api.as("supervisor").get("/api/v1/merge-candidates").text()).doesNotContain(pair);
    }

    private String born(String person) {
        return everything
                .sql("select cast(birth_date + 20 as text) from person where id = cast(? as uuid)")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void leavesRestrictedPeopleToTwoOfTheCounty() {
        JsonNode report = Reported.restricted("漏限定");
        String hidden = everything
                .sql("select child from report where id = cast(? as uuid)")
                .param(report.path("id").asString())
                .query(String.class)
                .single();
        Api.Answer made = Api.as("station")
                .create(
                        "/api/v1/persons",
                        Map.of("name", "漏限定", "sex", "1", "birthDate", born(hidden), "division", HERE));
        Api.Answer other = Api.as("station")
                .create(
                        "/api/v1/persons",
                        Map.of("name", "漏限定乙", "sex", "1", "birthDate", born(hidden), "division", HERE));
        assertThat(blank(made).replace("漏限定乙", "name").replace("漏限定", "name"))
                .isEqualTo(blank(other).replace("漏限定乙", "name"));
        String pair = pair(id(made));
        for (String who : List.of("supervisor", "station", "director", "police")) {
            assertThat(reads(who, pair)).as(who).isIn(403, 404);
        }
        assertThat(acts("caseworker", pair, "decide", verdict("same")).status()).isEqualTo(200);
        assertThat(state(pair)).isEqualTo("proposed-same");
        assertThat(acts("caseworker", pair, "confirm", Map.of()).status()).isEqualTo(409);
        assertThat(Visitor.of("county").get("/persons/" + id(made)).text()).doesNotContain("同一人的另一份档案");
        assertThat(acts("county", pair, "confirm", Map.of()).status()).isEqualTo(200);
        assertThat(state(pair)).isEqualTo("same");
        assertThat(Visitor.of("station").get("/persons/" + id(made)).text())
                .as("that there is another file, restricted, is told to nobody who may not read it")
                .doesNotContain("同一人的另一份档案", hidden);
        assertThat(acts("caseworker", pair, "undo", Map.of("reason", "再看看。")).status())
                .as("not alone")
                .isEqualTo(403);
        assertThat(acts("county", pair, "undo", Map.of("reason", "再看看。")).status())
                .isEqualTo(200);

        Api.Answer keptOff = Api.as("county")
                .post(
                        "/api/v1/conflicts/" + Reported.caseOf(report) + "/colleagues",
                        Map.of("officer", NewHands.id("caseworker"), "ground", "kin", "reason", "孩子的姨父。"));
        assertThat(keptOff.status()).as(keptOff.text()).isEqualTo(200);
        assertThat(reads("caseworker", pair)).as("kept off the case").isEqualTo(404);
        assertThat(reads("county", pair)).isEqualTo(200);
        assertThat(Api.as("caseworker").get("/api/v1/merge-candidates").text()).doesNotContain(pair);
    }

    private String state(String pair) {
        return everything
                .sql("select state from merge_candidate where id = cast(? as uuid)")
                .param(pair)
                .query(String.class)
                .single();
    }

    /** A list of another unit's register is answered by what stands in its rows, and by nothing that stands in a file. */
    @Test
    void tellsWhoeverSendsAListNothingOfTheFilesThereAre() {
        String known = number();
        id(opens("station2", "漏名单", known, THERE));
        assertThat(sends(known)).isEqualTo(sends(number()));
    }

    private static String sends(String number) {
        Map<String, String> row = new HashMap<>(Map.of("name", "漏名单", "idNumber", number, "village", HERE));
        row.put("situation", "缺课" + number);
        Api.Answer answer = Api.as("education")
                .post(
                        "/api/v1/source-lists",
                        Map.of("kind", "school", "rows", List.of(row)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return blank(answer);
    }
}
