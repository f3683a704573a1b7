package org.shouwang.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShouwangTest
class BoardIT {

    @Autowired
    TestClock clock;

    private final JdbcClient jdbc = TestParts.everything();

    private static int tests;

    /** Boards are counted anew after a quarter of a minute: each test stands at minutes of its own. */
    @BeforeEach
    void wantFreshNumbers() {
        clock.advance(Duration.ofMinutes(5L * ++tests));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void countsForASupervisorTheOwnTownshipOnly() {
        long before = number("supervisor", "leads");
        long elsewhere = number("supervisor2", "leads");
        clock.advance(Duration.ofSeconds(20));
        Reported.worry("甲童");
        assertThat(number("supervisor", "leads")).isEqualTo(before + 1);
        assertThat(number("supervisor2", "leads")).isEqualTo(elsewhere);
    }

    @Test
    void leadsFromARedCaseOnTheBoardToTheCase() {
        String id = caseOf(Reported.danger("乙童"));
        Page page = Browser.as("county", Browser.DESK);
        page.navigate(Browser.at("/board"));
        Locator first = page.locator("main a[href^='/cases/']").first();
        String path = first.getAttribute("href");
        Response opened = page.waitForNavigation(first::click);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.url()).endsWith(path);
        assertThat(Browser.as("supervisor2", Browser.DESK)
                        .navigate(Browser.at("/board"))
                        .text())
                .doesNotContain(id);
    }

    @Test
    void countsAndListsARestrictedCaseOnlyForThoseWhoWorkOnIt() {
        long before = cases(board("supervisor"));
        long named = cases(board("county"));
        String id = caseOf(Reported.restricted("丙童秘"));
        clock.advance(Duration.ofSeconds(20));
        assertThat(cases(board("supervisor"))).isEqualTo(before);
        assertThat(cases(board("county"))).isEqualTo(named + 1);
        Page list = Browser.as("supervisor", Browser.DESK);
        list.navigate(Browser.at("/board/lists/cases"));
        assertThat(list.content()).doesNotContain("限定查阅", id, "丙童秘");
        assertThat(Api.as("supervisor")
                        .get("/api/v1/supervision/board/lists/cases")
                        .text())
                .doesNotContain(id, "丙童秘");
    }

    @Test
    void givesTheCommitteeNumbersAndNoWayToACase() {
        Reported.danger("丁童");
        clock.advance(Duration.ofSeconds(20));
        JsonNode board = board("committee");
        assertThat(cases(board)).isPositive();
        assertThat(board.path("urgent").size()).isZero();
        Page page = Browser.as("committee", Browser.DESK);
        page.navigate(Browser.at("/board"));
        assertThat(page.locator("main a[href^='/cases']").count()).isZero();
        assertThat(page.locator("main a[href^='/board/lists']").count()).isZero();
        assertThat(page.navigate(Browser.at("/board/lists/late")).status()).isEqualTo(403);
    }

    @Test
    void refusesEverybodyElse() {
        for (String other : new String[] {"director", "station", "police", "admin", "auditor", "statistics"}) {
            assertThat(Api.as(other).get("/api/v1/supervision/board").status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(Api.as("admin").get("/api/v1/cases/" + UUID.randomUUID()).status())
                .isIn(403, 404);
    }

    @Test
    void asksNobodyBelowForDivisionsOutsideTheTerritory() {
        Page page = Browser.as("supervisor2", Browser.DESK);
        assertThat(page.navigate(Browser.at("/board/lists/cases?area=" + Reported.VILLAGE))
                        .status())
                .isEqualTo(404);
        assertThat(page.navigate(Browser.at("/board/lists/nonsense")).status()).isEqualTo(404);
        String api = "/api/v1/supervision/board/lists/";
        assertThat(Api.as("supervisor2")
                        .get(api + "cases?area=" + Reported.VILLAGE)
                        .status())
                .isEqualTo(404);
        assertThat(Api.as("supervisor2").get(api + "nonsense").status()).isEqualTo(404);
        assertThat(Api.as("committee").get(api + "late").status()).isEqualTo(403);
    }

    /** Which unit holds each stands in the list, for people and for programs. */
    @Test
    void saysInTheListWhichUnitHoldsTheCase() {
        String id = caseOf(Reported.danger("戊童单"));
        JsonNode row = row(id);
        assertThat(row.path("unit").asString()).contains("未成年人救助保护");
        Page list = Browser.as("supervisor", Browser.DESK);
        list.navigate(Browser.at("/board/lists/cases"));
        assertThat(list.locator("main").innerText()).contains("在哪个单位", "未成年人救助保护");
    }

    private static JsonNode row(String id) {
        String after = "";
        while (true) {
            JsonNode page = listed(after);
            for (JsonNode each : page.path("items")) {
                if (each.path("subject").asString("").equals(id)) {
                    return each;
                }
            }
            assertThat(page.hasNonNull("next")).as("further rows").isTrue();
            after = page.path("next").asString();
        }
    }

    private static JsonNode listed(String after) {
        return Api.as("supervisor")
                .get("/api/v1/supervision/board/lists/cases?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8))
                .json();
    }

    @Test
    void fitsAPhoneAndADesk() {
        Reported.danger("己童");
        Reported.worry("庚童");
        clock.advance(Duration.ofDays(4));
        for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
            Page page = Browser.as("county", width);
            for (String path : new String[] {"board", "board/print", "board/lists/late"}) {
                page.navigate(Browser.at("/" + path));
                Browser.shot(page, path.replace('/', '-'));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path + " at " + width)
                        .isEqualTo(true);
            }
        }
    }

    /** A reporter is not told the case. */
    private String caseOf(JsonNode receipt) {
        return jdbc.sql("select id from case_file where source_report = ?")
                .param(UUID.fromString(receipt.path("id").asString()))
                .query(UUID.class)
                .single()
                .toString();
    }

    private static JsonNode board(String username) {
        Api.Answer answer = Api.as(username).get("/api/v1/supervision/board");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static long cases(JsonNode board) {
        long sum = 0;
        for (JsonNode grade : board.path("numbers").path("grades")) {
            sum += grade.path("cases").asLong();
        }
        return sum;
    }

    private static long number(String username, String key) {
        for (JsonNode action : board(username).path("numbers").path("actions")) {
            if (action.path("key").asString().equals(key)) {
                return action.path("count").asLong();
            }
        }
        throw new AssertionError(key);
    }
}
