package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every page fits a phone and a desk, has one heading, and shows no sentence that is missing; its pictures are kept. */
@ShouwangTest
class PagesIT {

    private final JdbcClient everything = TestParts.everything();

    /** Takes the gaps of flex rows away, and lets the page notice as it would there. */
    private static final String WITHOUT_GAPS = """
            const height = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollHeight').get;
            Object.defineProperty(Element.prototype, 'scrollHeight', {
              get() { return this.className === 'sw-probe' ? 0 : height.call(this); } });
            addEventListener('DOMContentLoaded', () => document.querySelectorAll('*').forEach(each => {
              if (getComputedStyle(each).display.endsWith('flex')) { each.style.gap = '0'; } }));""";

    /** Buttons, links and fields of one row that stand less than three pixels apart. */
    private static final String TOUCHING = """
            [...document.querySelectorAll('.row-wrap, .sw-actions, .sw-chips, .sw-filter, .sw-find, .sw-head')].flatMap(row => {
              const seen = [...row.children].map(each => [each, each.getBoundingClientRect()])
                  .filter(([, box]) => box.width && box.height);
              return seen.slice(1).flatMap(([each, box], at) => {
                const before = seen[at][1];
                const apart = Math.max(box.left - before.right, box.top - before.bottom);
                return apart < 3 ? [row.className + ': ' + each.outerHTML.slice(0, 80)] : [];
              });
            })""";

    private record Seen(String name, String who, String path, int status) {}

    @Test
    void fitAPhoneAndADesk() {
        List<Seen> pages = new ArrayList<>(ofEverybody());
        JsonNode report = Reported.danger("图中的孩子名字有点长不要紧");
        pages.addAll(ofACase(Reported.caseOf(report).toString()));
        pages.add(new Seen(
                "receipt", "director", "/report/receipt/" + report.path("id").asString(), 200));
        List<String> wrong = new ArrayList<>();
        for (Seen seen : pages) {
            Page page = Browser.as(seen.who, Browser.PHONE);
            Response response = page.navigate(Browser.at(seen.path));
            if (response.status() != seen.status) {
                wrong.add(seen + " answers " + response.status());
            }
            for (int width : List.of(Browser.PHONE, Browser.DESK)) {
                page.setViewportSize(width, 760);
                faults(page, width).forEach(fault -> wrong.add(seen + " at " + width + " " + fault));
                Browser.shot(page, "page-" + seen.name);
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    /** Chromium 80 knows no gaps in flex rows: what stands side by side keeps its distance all the same. */
    @Test
    void keepTheirDistancesOnAnOldPhone() {
        String id = Reported.caseOf(Reported.danger("旧手机上的孩子")).toString();
        Map<String, List<String>> pages = Map.of(
                "director", List.of("/report", "/inbox", "/reports/mine"),
                "caseworker", List.of("/cases", "/cases/" + id, "/cases/" + id + "/records", "/placements"));
        List<String> wrong = new ArrayList<>();
        pages.forEach((who, paths) -> {
            Page page = Browser.as(who, Browser.PHONE);
            page.addInitScript(WITHOUT_GAPS);
            for (String path : paths) {
                page.navigate(Browser.at(path));
                assertThat(page.locator("html.no-flexgap").count()).as(path).isOne();
                Browser.shot(page, "old-phone" + path.replace('/', '-').replace(id, "one"));
                faults(page, Browser.PHONE).forEach(fault -> wrong.add(path + " " + fault));
                ((List<?>) page.evaluate(TOUCHING)).forEach(pair -> wrong.add(path + " touching: " + pair));
            }
            page.context().close();
        });
        assertThat(wrong).isEmpty();
    }

    private static List<String> faults(Page page, int width) {
        List<String> faults = new ArrayList<>();
        if (page.locator("h1").count() != 1) {
            faults.add("has " + page.locator("h1").count() + " headings");
        }
        if (page.content().contains("??")) {
            faults.add("lacks a sentence");
        }
        int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (needed > width) {
            faults.add("is " + needed + " wide");
        }
        return faults;
    }

    private List<Seen> ofEverybody() {
        List<Seen> pages = new ArrayList<>();
        Map<String, List<String>> paths = Map.of(
                "director",
                        List.of(
                                "/",
                                "/report",
                                "/reports/mine",
                                "/inbox",
                                "/notices",
                                "/track",
                                "/forms",
                                "/forms/F02-emergency/blank"),
                "caseworker",
                        List.of(
                                "/cases",
                                "/placements",
                                "/emergency",
                                "/retention",
                                "/delegations",
                                "/sent-again",
                                "/hints",
                                "/source-lists",
                                "/check-plans"),
                "county",
                        List.of(
                                "/board",
                                "/board/print",
                                "/board/lists/late",
                                "/board/lists/unplaced",
                                "/supervision-requests",
                                "/merge-candidates",
                                "/juvenile",
                                "/late-reports",
                                "/late-reports/add"),
                "admin",
                        List.of(
                                "/access-matrix",
                                "/posts",
                                "/posts/add",
                                "/posts/agencies",
                                "/processes",
                                "/operations"),
                "hotline", List.of("/hotline", "/hotline/add", "/hotline/import"),
                "auditor", List.of("/journal"),
                "police", List.of("/police-desk"));
        paths.forEach((who, all) -> all.forEach(path -> pages.add(
                new Seen(path.equals("/") ? "start" : path.substring(1).replace('/', '-'), who, path, 200))));
        pages.add(new Seen("posts-officer", "admin", "/posts/officers/" + id("officer", "username = 'director'"), 200));
        pages.add(new Seen("person", "caseworker", "/persons/" + id("person", "division = '450223102901'"), 200));
        pages.add(new Seen("no-such-form", "director", "/forms/F99-none/blank", 404));
        pages.add(new Seen("forbidden", "director", "/posts", 403));
        pages.add(new Seen("not-found", "caseworker", "/cases/" + UUID.randomUUID(), 404));
        return pages;
    }

    private List<Seen> ofACase(String id) {
        List<Seen> pages = new ArrayList<>();
        for (String tab : List.of(
                "", "/timeline", "/records", "/people", "/services", "/files", "/process", "/privacy", "/print")) {
            pages.add(new Seen("case" + tab.replace('/', '-'), "caseworker", "/cases/" + id + tab, 200));
        }
        pages.add(new Seen("supervision", "county", "/cases/" + id + "/supervision", 200));
        pages.add(new Seen("start-process", "caseworker", "/cases/" + id + "/start", 200));
        pages.add(new Seen("referrals", "caseworker", "/cases/" + id + "/referrals", 200));
        pages.add(new Seen("referrals-received", "school", "/referrals", 200));
        pages.add(new Seen("suggestions", "caseworker", "/cases/" + id + "/suggestions", 200));
        pages.add(new Seen("conflict", "caseworker", "/conflicts/" + id, 200));
        pages.add(new Seen("reporter", "county", "/cases/" + id + "/reporter", 200));
        String task = Api.as("caseworker")
                .get("/api/v1/tasks?box=team&limit=1")
                .json()
                .at("/items/0/id")
                .asString();
        pages.add(new Seen("task", "caseworker", "/tasks/" + task, 200));
        return pages;
    }

    private String id(String table, String which) {
        return everything
                .sql("select id from " + table + " where " + which + " order by id limit 1")
                .query(String.class)
                .single();
    }
}
