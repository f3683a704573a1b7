package org.shouwang.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The rules can be read, and a refusal names the rule: never the thing that was asked for, nor whether there is one. */
@ShouwangTest
class MatrixPageIT {

    @Test
    void showsTheRulesByPostAndByAct() {
        for (int width : List.of(Browser.PHONE, Browser.DESK)) {
            Page page = Browser.as("admin", width);
            page.navigate(Browser.at("/access-matrix"));
            assertThat(page.content()).contains("岗位与权限", "儿童督导员", "看填好的表");
            Browser.shot(page, "matrix");
            page.selectOption("#role", "police");
            page.click("form.sw-filter button");
            assertThat(page.textContent("main"))
                    .contains("自己在办的", "公安机关处理情况", "没有结案的")
                    .doesNotContain("S05-review");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            Browser.shot(page, "matrix-police");
            page.navigate(Browser.at("/access-matrix?act=record.read"));
            assertThat(page.textContent("main")).contains("谁都不看", "报告人");
            Browser.shot(page, "matrix-record");
            page.navigate(Browser.at("/access-matrix?act=record.write"));
            assertThat(page.textContent("main")).contains("没有这样的规则");
        }
        assertThat(Visitor.of("auditor").get("/access-matrix").status()).isEqualTo(200);
    }

    @Test
    void givesTheSameToPrograms() {
        JsonNode first = Api.as("admin")
                .get("/api/v1/access-matrix?act=record.read&limit=5")
                .json();
        assertThat(first.path("items")).hasSize(5);
        JsonNode second = Api.as("admin")
                .get("/api/v1/access-matrix?act=record.read&limit=100&after="
                        + first.path("next").asString())
                .json();
        assertThat(second.path("items").findValuesAsString("role")).contains("police", "nobody");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(Api.as("admin").get("/api/v1/access-matrix?limit=1000").status())
                .isEqualTo(400);
        assertThat(Api.as("county").get("/api/v1/access-matrix").status()).isEqualTo(403);
    }

    @Test
    void namesTheRuleOfARefusal() {
        JsonNode why = Api.as("director").get("/api/v1/cases").json().path("why");
        assertThat(why.path("rule").asString()).isEqualTo("case.list");
        assertThat(why.path("own").toString()).contains("儿童主任", "没有这一条");
        assertThat(why.path("allowed").toString()).contains("儿童督导员");
        for (int width : List.of(Browser.PHONE, Browser.DESK)) {
            Page page = Browser.as("director", width);
            page.navigate(Browser.at("/cases"));
            assertThat(page.textContent("main")).contains("为什么看不到", "看个案列表", "没有这一条");
            Browser.shot(page, "error-403");
        }
    }

    @Test
    void saysOfWhatIsNotFoundTheSameWhetherItIsThereOrNot() {
        String restricted = Reported.caseOf(Reported.restricted("有没有")).toString();
        String none = UUID.randomUUID().toString();
        String there = page("/cases/" + restricted, restricted);
        assertThat(there).isEqualTo(page("/cases/" + none, none)).contains("为什么看不到", "只到");
        assertThat(Api.as("supervisor")
                        .get("/api/v1/cases/" + restricted)
                        .text()
                        .replace(restricted, "…"))
                .isEqualTo(
                        Api.as("supervisor").get("/api/v1/cases/" + none).text().replace(none, "…"));
        Page page = Browser.as("supervisor", Browser.PHONE);
        page.navigate(Browser.at("/cases/" + none));
        Browser.shot(page, "error-404");
        assertThat(Visitor.of("supervisor").get("/nothing-here").text()).doesNotContain("为什么看不到");
    }

    /** Without what differs from request to request. */
    private static String page(String path, String id) {
        String text = Visitor.of("supervisor").get(path).text();
        String main = text.substring(text.indexOf("<main"), text.indexOf("</main>"));
        return main.replace(id, "…");
    }
}
