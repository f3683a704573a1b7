package org.shouwang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Planned checks (排查): one task a village, nothing found is an answer, and what is found leads on. */
@ShouwangTest
class CheckPlanIT {

    private static final String ZHULING = "450223102901";
    private static final String SHILIU = "450223102902";

    private final JdbcClient everything = TestParts.everything();
    private final Colleague director = new Colleague("director");
    private final Colleague director2 = new Colleague("director2");

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

    private static Api.Answer plans(String who, Map<String, ?> asked) {
        return Api.as(who)
                .post(
                        "/api/v1/check-plans",
                        asked,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private static String planned(String who, String screened, List<String> villages) {
        Api.Answer made = plans(
                who, Map.of("screened", screened, "from", "2026-02-02", "until", "2026-02-20", "villages", villages));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static JsonNode progress(String plan) {
        return Api.as("supervisor").get("/api/v1/check-plans/" + plan).json();
    }

    @Test
    void asksEachVillageOnceAndTellsByVillageHowFarItHasCome() {
        Page page = Browser.as("supervisor", Browser.PHONE);
        page.navigate(Browser.at("/check-plans"));
        page.click("main form button[type=submit]:has-text('安排')");
        page.locator("input[name=screened][value=unattended]").check();
        page.fill("#until", "2026-02-20");
        page.click("main form button[type=submit]:has-text('安排')");
        assertThat(page.locator(".sw-bad")).containsText("请选");
        assertThat(page.locator("#until")).hasValue("2026-02-20");
        page.locator("input[name=villages][value='" + ZHULING + "']").check();
        page.locator("input[name=villages][value='" + SHILIU + "']").check();
        Browser.shotBoth(page, "finding-checks");
        page.click("main form button[type=submit]:has-text('安排')");
        page.waitForURL("**/check-plans/*-*");
        String plan = page.url().substring(page.url().lastIndexOf('/') + 1);

        String task = director.take("screen", "无人照料的孩子");
        Page phone = Browser.as("director", Browser.PHONE);
        phone.navigate(Browser.at("/tasks/" + task));
        assertThat(phone.locator("main")).containsText("2026-02-02 到 2026-02-20");
        Browser.shotBoth(phone, "finding-check-task");
        phone.context().close();
        assertThat(everything
                        .sql("select cast(due_at at time zone 'Asia/Shanghai' as text) from inbox_task where id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .startsWith("2026-02-21 00:00");
        director.does("screen", "无人照料的孩子", Map.of("result", "none", "households", 41));
        assertThat(progress(plan).at("/plan/answered").asInt()).isEqualTo(1);
        page.reload();
        assertThat(page.locator("tbody tr").first()).containsText("没有");
        assertThat(page.locator("tbody tr").last()).containsText("还没有答");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        Browser.shotBoth(page, "finding-check");
        assertThat(page.content()).doesNotContain("韦静仪");
        page.context().close();
        assertThat(director2.sees("screen", "无人照料的孩子")).isTrue();
        assertThat(Api.as("county").get("/api/v1/check-plans/" + plan).status()).isEqualTo(200);
        assertThat(Api.as("supervisor2").get("/api/v1/check-plans/" + plan).status())
                .isEqualTo(404);
        assertThat(Visitor.of("supervisor2").get("/check-plans/" + plan).status())
                .isEqualTo(404);
        assertThat(Visitor.of("director").get("/check-plans/" + plan).status()).isEqualTo(403);
    }

    @Test
    void refusesVillagesBeyondReachAndDaysThatAreOver() {
        Api.Answer beyond = plans(
                "supervisor",
                Map.of(
                        "screened", "violence",
                        "from", "2026-02-02",
                        "until", "2026-02-02",
                        "villages", List.of("450223103901")));
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.json().path("errors").toString()).contains("villages", "until");
        assertThat(plans("director", Map.of()).status()).isEqualTo(403);
        assertThat(plans("county", Map.of()).json().path("errors").toString())
                .contains("screened", "from", "until", "villages");
    }

    @Test
    void leadsFromAFindingToAHintAndAFlag() {
        record Child(UUID id, String name) {}
        Child child = everything
                .sql("select id, name from person where division = '450223102901' and household_id is not null"
                        + " and sealed_class = 'open' and birth_date > date '2010-01-01' order by id limit 1")
                .query(Child.class)
                .single();
        String plan = planned("county", "no-hukou", List.of(ZHULING));
        assertThat(director.doesInVain("screen", "没有户口的孩子", Map.of("result", "found")))
                .contains("rows");
        assertThat(director.doesInVain(
                        "screen",
                        "没有户口的孩子",
                        Map.of(
                                "result",
                                "found",
                                "rows",
                                List.of(Map.of("next", "flag", "words", "父母常年不在。", "name", "小名")))))
                .contains("rows[0].child");
        director.does(
                "screen",
                "没有户口的孩子",
                Map.of(
                        "result",
                        "found",
                        "rows",
                        List.of(
                                Map.of("next", "look", "words", "奶奶说不清孩子去哪了。", "name", "排查甲"),
                                Map.of("next", "flag", "words", "父母常年不在。", "child", child.id()))));
        assertThat(director.sees("visit", "排查甲")).isTrue();
        assertThat(Api.as("supervisor")
                        .get("/api/v1/persons/" + child.id() + "/flags")
                        .text())
                .contains("父母常年不在。", "check");
        JsonNode told = Api.as("county").get("/api/v1/check-plans/" + plan).json();
        assertThat(told.at("/villages/0/found").asInt()).isEqualTo(2);
        assertThat(told.toString()).doesNotContain("排查甲", child.name());
    }
}
