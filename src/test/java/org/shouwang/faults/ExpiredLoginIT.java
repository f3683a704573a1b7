package org.shouwang.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The login runs out in the middle of typing: what was typed comes back after the next one, and is sent once. */
@ShouwangTest
class ExpiredLoginIT {

    private static final String ANSWER = "已经当面答复：<b>政策</b>问题。";
    private static final String RECEIPT = "**/report/receipt/*";

    private final JdbcClient database = TestParts.everything();
    private Page page;

    @BeforeEach
    void come() {
        page = Browser.anonymous(Browser.PHONE);
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    /** Another hand was faster, or the task went to somebody else: no answer of the task, but one's own words. */
    @Test
    void givesBackWhatWasTypedIntoATaskThatIsGone() {
        var answer = Visitor.of("director")
                .post("/tasks/" + UUID.randomUUID() + "/complete", Map.of("_version", "1", "oneLine", "孩子在门口玩，没有人。"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("这件事不在你这里了", "孩子在门口玩，没有人。");
    }

    @Test
    void bringsATaskBackWithoutScript() {
        String task = openTask(false);
        answerTask();
        loseTheLogin();
        page.click("[data-submit]");
        logIn("supervisor");
        page.waitForURL("**/tasks/" + task + "*");
        assertThat(page.locator("[data-errors]")).containsText("登录过期了");
        assertThat(page.locator("[name=answer]")).hasValue(ANSWER);
        page.click("[data-submit]");
        page.waitForURL("**/inbox*");
        assertThat(records(task)).isEqualTo(1);
    }

    @Test
    void showsNobodyElseWhatWasTyped() {
        String task = openTask(false);
        answerTask();
        loseTheLogin();
        page.click("[data-submit]");
        logIn("station");
        page.waitForURL("**/tasks/" + task + "*");
        assertThat(page.content()).doesNotContain("已经当面答复");
        assertThat(records(task)).isZero();
    }

    @Test
    void keepsATaskThatIsBeingSaved() {
        String task = openTask(true);
        loseTheLogin();
        answerTask();
        page.click("[data-submit]");
        assertThat(page.locator("[data-expired]")).containsText("内容还在这一页");
        logInBeside("supervisor");
        page.locator("[data-expired]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.click("[data-submit]");
        page.waitForURL("**/inbox*");
        assertThat(records(task)).isEqualTo(1);
    }

    @Test
    void bringsATaskBackWhenTheTokenOrTheFormIsOld() {
        String task = openTask(false);
        answerTask();
        set("_csrf", "no-longer-known");
        page.click("[data-submit]");
        assertThat(page.locator("[data-errors]")).containsText("登录过期了");
        assertThat(page.locator("[name=answer]")).hasValue(ANSWER);
        set("_version", "0");
        page.click("[data-submit]");
        page.waitForURL("**/complete");
        assertThat(page.locator("[data-errors]")).containsText("这张表刚刚更新过");
        assertThat(page.locator("[name=answer]")).hasValue(ANSWER);
        loseTheLogin();
        page.click("[data-submit]");
        logIn("supervisor");
        page.waitForURL("**/tasks/" + task + "*");
        assertThat(page.locator("[name=answer]")).hasValue(ANSWER);
        page.click("[data-submit]");
        page.waitForURL("**/inbox*");
        assertThat(records(task)).isEqualTo(1);
    }

    @Test
    void bringsAReportBackWithoutScript() {
        String name = name();
        openReport(false);
        answerReport(name);
        loseTheLogin();
        page.click("[data-submit]");
        logIn("director");
        page.waitForURL("**/report*");
        assertThat(page.locator("[data-errors]")).containsText("登录过期了");
        assertThat(page.locator("[name=childName]")).hasValue(name);
        set("_csrf", "no-longer-known");
        page.click("[data-submit]");
        page.waitForURL("**/report");
        assertThat(page.locator("[name=childName]")).hasValue(name);
        assertThat(page.locator("[name=_csrf]").last()).not().hasValue("no-longer-known");
        page.click("[data-submit]");
        page.waitForURL(RECEIPT);
        assertThat(children(name)).isEqualTo(1);
    }

    @Test
    void sendsAReportByItselfAfterTheNextLogin() {
        String name = name();
        openReport(true);
        page.check("[name=danger][value=no]");
        page.click("[data-next]");
        page.check("[name=worries][value='21']");
        page.click("[data-next]");
        page.click("[data-next]");
        page.check("[name=childKnown][value=no]");
        page.fill("[name=childName]", name);
        page.click("[data-next]");
        page.click("[data-next]");
        page.check("[name=insider][value=no]");
        page.click("[data-next]");
        page.click("[data-next]");
        loseTheLogin();
        page.click("[data-submit]");
        assertThat(page.locator("[data-noted=expired]")).containsText("登录已过期");
        logInBeside("director");
        page.waitForURL(RECEIPT);
        assertThat(children(name)).isEqualTo(1);
    }

    // ── pages ──

    private String openTask(boolean script) {
        String task = triage();
        assertThat(Api.as("supervisor")
                        .post("/api/v1/tasks/" + task + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
        page.setViewportSize(Browser.DESK, 800);
        open("/tasks/" + task, "supervisor", script);
        return task;
    }

    private void answerTask() {
        page.check("[name=outcome][value=consult]");
        page.fill("[name=answer]", ANSWER);
        page.fill("[name=reason]", "只是咨询。");
    }

    private void openReport(boolean script) {
        open("/report", "director", script);
    }

    private void open(String path, String username, boolean script) {
        if (!script) {
            page.route("**/*.js", Route::abort);
        }
        page.navigate(Browser.at(path));
        logIn(username);
        page.waitForURL(Browser.at(path) + "*");
    }

    private void answerReport(String name) {
        page.check("[name=danger][value=no]");
        page.check("[name=worries][value='21']");
        page.check("[name=childKnown][value=no]");
        page.fill("[name=childName]", name);
        page.check("[name=insider][value=no]");
    }

    private void set(String hidden, String value) {
        page.locator("form[data-form] [name=" + hidden + "]")
                .evaluate("(field, value) => { field.value = value; }", value);
    }

    private void loseTheLogin() {
        page.context().clearCookies();
    }

    private void logIn(String username) {
        page.fill("#username", username);
        page.fill("#password", Tokens.PASSWORD);
        page.click("#kc-login");
    }

    /** In another tab, as the notice says. */
    private void logInBeside(String username) {
        Page old = page;
        page = old.context().newPage();
        page.navigate(Browser.at("/inbox"));
        logIn(username);
        page.waitForURL("**/inbox*");
        page.close();
        page = old;
        // What coming back to a tab does; one without a screen is always in front.
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    // ── facts ──

    private static String name() {
        return "阿期" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String triage() {
        JsonNode report = Api.as("director")
                .post(
                        "/api/v1/reports",
                        Map.of(
                                "danger", "no",
                                "worries", List.of("21"),
                                "division", "450223102901",
                                "childKnown", "no",
                                "contactPhone", "0772-0000111",
                                "insider", "no"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json();
        return database.sql("select id from inbox_task where subject_id = ? and task_key = 'triage'")
                .param(UUID.fromString(report.get("id").asString()))
                .query(String.class)
                .single();
    }

    private int records(String task) {
        return database.sql("select count(*) from form_record where task_id = ?")
                .param(task)
                .query(Integer.class)
                .single();
    }

    private int children(String name) {
        return database.sql("select count(*) from report join person on person.id = report.child where person.name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
