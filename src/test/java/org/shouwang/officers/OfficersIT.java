package org.shouwang.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.NewHands;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People enrolled on the page, their accounts at the real Keycloak, and who may not do any of it. */
@ShouwangTest
class OfficersIT {

    private static final String QINGTANG = "450223102903";
    private static final List<String> EVERYBODY_ELSE = List.of(
            "director",
            "director2",
            "station",
            "grid",
            "women",
            "caseworker",
            "civil",
            "police",
            "court",
            "procurator",
            "justice",
            "federation",
            "school",
            "education",
            "health",
            "shelter",
            "hotline",
            "county",
            "committee",
            "statistics",
            "auditor");

    private final JdbcClient everything = TestParts.everything();

    /** What waits for a case worker is to wait for the demo's again. */
    @AfterEach
    void newHandsLeave() {
        everything
                .sql("update officer set active = false where username ~ '^139[0-9]{8}$'")
                .update();
    }

    /** From the administrator's page to the village's own register, and out again at once. */
    @Test
    void aNewDirectorWorksWithinTheOwnVillageUntilThePostEnds() {
        String username = fresh();
        Page admin = Browser.as("admin", Browser.DESK);
        admin.navigate(Browser.at("/posts"));
        admin.getByText("添加人员").click();
        admin.fill("#name", "苏青禾");
        admin.fill("#username", username);
        Browser.shotBoth(admin, "officer-add");
        admin.click("form:has(#username) button[type=submit]");
        admin.waitForURL("**/posts/officers/*");
        String id = admin.url().replaceFirst(".*/", "");
        admin.selectOption("#role", "child-director");
        admin.selectOption("#agency", agency("zhuling-village"));
        admin.fill("#division", "450223102000");
        admin.click("form:has(#role) button[type=submit]");
        assertThat(admin.locator(".sw-errors").innerText()).contains("同一级的地方");
        assertThat(admin.inputValue("#role")).isEqualTo("child-director");
        Browser.shotBoth(admin, "officer-wrong");
        admin.fill("#division", QINGTANG);
        admin.click("form:has(#role) button[type=submit]");
        admin.waitForURL("**/posts/officers/*");
        assertThat(admin.locator("main").innerText()).contains("青塘村", "主要岗位");
        NewHands.synced(id);
        admin.reload();
        assertThat(admin.locator("main").innerText()).contains("已同步");
        Browser.shotBoth(admin, "officer");

        admin.getByText("发放一次性口令").first().click();
        String secret = admin.locator("[data-secret]").innerText();
        Browser.shotBoth(admin, "officer-secret");
        Page director = NewHands.firstLogin(username, secret, Browser.PHONE);
        assertThat(director.navigate(Browser.at("/inbox")).status()).isEqualTo(200);
        assertThat(found(username, "邓嘉豪")).isEqualTo(1);
        assertThat(found(username, "韦小禾")).isZero();

        String post = everything
                .sql("select id from post where officer_id = cast(? as uuid)")
                .param(id)
                .query(String.class)
                .single();
        assertThat(Api.as("admin")
                        .post("/api/v1/posts/" + post + "/end", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(director.navigate(Browser.at("/inbox")).status()).isEqualTo(403);
        assertThat(Api.as(username).get("/api/v1/tasks").status()).isEqualTo(403);
        assertThat(acts(id)).containsExactly("officer.added", "post.added", "officer.secret-issued", "post.ended");
        director.context().close();
    }

    private static int found(String username, String name) {
        Api.Answer answer = Api.as(username).post("/api/v1/persons/search", Map.of("q", name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").size();
    }

    @Test
    void theAccountCarriesUnitPlaceAndRole() {
        String username = fresh();
        String id = NewHands.officer(username, "苏青原");
        NewHands.post(id, "child-director", "shiliu-village", null);
        NewHands.synced(id);
        Api.Answer answer = Api.as("admin").post("/api/v1/officers/" + id + "/secret", Map.of());
        assertThat(answer.header("Cache-Control")).contains("no-store");
        String secret = answer.json().get("secret").asString();
        NewHands.firstLogin(username, secret, Browser.DESK).context().close();
        String token = new String(
                java.util.Base64.getUrlDecoder().decode(Tokens.of(username).split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(token).contains("\"division\":\"450223102902\"", "\"agency\":\"shiliu-village\"", "child-director");

        // Kept nowhere: neither beside the officer nor with what waits, in the journal or in a session.
        for (String table : List.of("officer", "login_work", "login_account", "journal_entry", "idempotency_key")) {
            assertThat(everything
                            .sql("select count(*) from " + table + " where " + table + "::text like ?")
                            .param("%" + secret + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(Api.as("admin")
                        .post("/api/v1/officers/" + id + "/deactivate", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(Api.as(username).get("/api/v1/tasks").status()).isEqualTo(403);
        NewHands.synced(id);
        Page refused = Browser.anonymous(Browser.DESK);
        refused.navigate(Browser.at("/oauth2/authorization/keycloak"));
        refused.fill("#username", username);
        refused.fill("#password", Tokens.PASSWORD);
        refused.click("#kc-login");
        refused.waitForLoadState();
        assertThat(refused.url()).startsWith(TestParts.running().issuer());
        refused.context().close();
    }

    @Test
    void showsTheSecretOnAPageThatIsNotKept() {
        String id = NewHands.officer(fresh(), "苏青山");
        NewHands.post(id, "child-director", "zhuling-village", QINGTANG);
        Api.Answer answer = Visitor.of("admin").post("/posts/officers/" + id + "/secret", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text()).contains("data-secret");
    }

    /** The long remembered login of a village is the township's to end, and nobody else's. */
    @Test
    void aTownshipEndsTheLoginsOfItsVillagesOnly() {
        String own = fresh();
        String id = NewHands.officer(own, "苏青林");
        NewHands.post(id, "child-director", "zhuling-village", QINGTANG);
        NewHands.synced(id);
        String far = NewHands.officer(fresh(), "苏青溪");
        NewHands.post(far, "child-director", "zhuling-village", "450223103901");
        String both = NewHands.officer(fresh(), "苏青石");
        NewHands.post(both, "women-worker", "zhuling-village", QINGTANG);
        NewHands.post(both, "statistics", "statistics", null);

        Api.Answer issued = Api.as("supervisor").post("/api/v1/officers/" + id + "/secret", Map.of());
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        Page phone = NewHands.firstLogin(own, issued.json().get("secret").asString(), Browser.PHONE);
        assertThat(phone.navigate(Browser.at("/inbox")).status()).isEqualTo(200);

        Page township = Browser.as("supervisor", Browser.DESK);
        township.navigate(Browser.at("/posts"));
        String list = township.locator("main").innerText();
        assertThat(list).contains("苏青林", "韦静仪").doesNotContain("苏青溪", "苏青石", "莫清晏", "黄时雨");
        Browser.shotBoth(township, "officers-township");
        township.navigate(Browser.at("/posts/officers/" + id));
        assertThat(township.locator("main").innerText()).doesNotContain("给一个岗位", "停用");
        township.getByText("结束所有登录").first().click();
        township.waitForURL("**/posts/officers/*");
        // Here it ends at once, at Keycloak as soon as the worker has got through all that was waiting before.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            phone.navigate(Browser.at("/inbox"));
            assertThat(phone.url()).startsWith(TestParts.running().issuer());
        });
        phone.context().close();

        for (String other :
                List.of(far, both, NewHands.id("station"), NewHands.id("supervisor"), NewHands.id("caseworker"))) {
            for (String act : List.of("end-sessions", "secret")) {
                assertThat(Api.as("supervisor")
                                .post("/api/v1/officers/" + other + "/" + act, Map.of())
                                .status())
                        .isEqualTo(404);
            }
            assertThat(Api.as("supervisor").get("/api/v1/officers/" + other).status())
                    .isEqualTo(404);
        }
        assertThat(Api.as("supervisor")
                        .post("/api/v1/officers/" + id + "/deactivate", Map.of())
                        .status())
                .isEqualTo(403);
        List.of(id, far, both)
                .forEach(each -> Api.as("admin").post("/api/v1/officers/" + each + "/deactivate", Map.of()));
    }

    @Test
    void nobodyChangesTheOwnEntry() {
        String admin = NewHands.id("admin");
        UUID unit = UUID.fromString(agency("protection-center"));
        Map<String, Object> post = Map.of("role", "case-worker", "agency", unit);
        Api.Answer refused = Api.as("admin")
                .post("/api/v1/officers/" + admin + "/posts", post, "Idempotency-Key", "own-" + UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("rule").asString()).isEqualTo("own-entry");
        for (String act : List.of("deactivate", "end-sessions", "secret")) {
            assertThat(Api.as("admin")
                            .post("/api/v1/officers/" + admin + "/" + act, Map.of())
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
        String own = everything
                .sql("select id from post where officer_id = cast(? as uuid)")
                .param(admin)
                .query(String.class)
                .single();
        assertThat(Api.as("admin")
                        .post("/api/v1/posts/" + own + "/end", Map.of())
                        .status())
                .isEqualTo(403);
        Page page = Browser.as("admin", Browser.DESK);
        page.navigate(Browser.at("/posts/officers/" + admin));
        assertThat(page.locator("main").innerText()).contains("另一位管理员").doesNotContain("给一个岗位");
    }

    @Test
    void isNobodyElses() {
        String id = NewHands.id("director2");
        String post = everything
                .sql("select id from post where officer_id = cast(? as uuid)")
                .param(id)
                .query(String.class)
                .single();
        List<String> wrong = new ArrayList<>();
        for (String who : EVERYBODY_ELSE) {
            for (String path : List.of(
                    "/officers",
                    "/officers/search",
                    "/officers/" + id + "/posts",
                    "/posts/" + post + "/end",
                    "/officers/" + id + "/deactivate",
                    "/officers/" + id + "/activate",
                    "/officers/" + id + "/end-sessions",
                    "/officers/" + id + "/secret",
                    "/agencies",
                    "/agencies/" + agency("court") + "/rename")) {
                int status = Api.as(who).post("/api/v1" + path, Map.of()).status();
                if (status != 403) {
                    wrong.add(who + " " + path + " " + status);
                }
            }
            if (Api.as(who).get("/api/v1/officers/" + id).status() != 403
                    || Visitor.of(who).get("/posts/officers/" + id).status() != 403) {
                wrong.add(who + " reads");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(acts(id)).isEmpty();
    }

    @Test
    void saysWhatIsWrongAtWhichField() {
        Api.Answer answer = Api.as("admin")
                .post(
                        "/api/v1/officers",
                        Map.of("username", "director", "name", "<b>", "phone", "x"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsString("code"))
                .containsExactly("officer-username-taken", "officer-name", "officer-phone");
        assertThat(Api.as("admin")
                        .post("/api/v1/officers", Map.of("username", "a-b-c"))
                        .status())
                .isEqualTo(400);
    }

    /** What Keycloak refuses is given up after a while, shown, and tried again from there. */
    @Test
    void showsWhatWasGivenUpAndTriesItAgain() {
        String id = NewHands.officer(fresh(), "苏青云");
        NewHands.synced(id);
        UUID work = UUID.randomUUID();
        everything.sql("""
                        insert into login_work (id, officer_id, act, state, tries, failure)
                        values (?, cast(? as uuid), 'end-sessions', 'dead', 5, 'answer-400')""").params(work, id).update();
        assertThat(NewHands.login(id)).isEqualTo("failed");
        Page admin = Browser.as("admin", Browser.DESK);
        admin.navigate(Browser.at("/operations"));
        assertThat(admin.locator("main").innerText()).contains("结束登录：苏青云", "answer-400");
        admin.fill("#reason-" + work, "登录服务已修好");
        admin.click("form[action='/operations/jobs/" + work + "/retry'] button");
        await().untilAsserted(() -> assertThat(NewHands.login(id)).isEqualTo("synced"));
    }

    @Test
    void findsPeopleByNameUnitAndLogin() {
        assertThat(names("韦静仪")).containsExactly("韦静仪");
        assertThat(names("director2")).containsExactly("覃望舒");
        assertThat(names("中渡镇未成年人")).containsExactlyInAnyOrder("莫清晏", "罗以宁");
        assertThat(names("没有这个人")).isEmpty();
        // Page by page everybody comes once.
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Api.Answer page = Api.as("admin").get("/api/v1/officers?limit=7" + after);
            page.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
            after = page.json().get("next").isNull()
                    ? ""
                    : "&after=" + page.json().get("next").asString();
        } while (!after.isEmpty());
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(everything
                        .sql("select count(*) from officer")
                        .query(Integer.class)
                        .single());
        Page admin = Browser.as("admin", Browser.DESK);
        admin.navigate(Browser.at("/posts"));
        Browser.shotBoth(admin, "officers");
        admin.fill(".sw-filter input[name=q]", "没有这个人");
        admin.press(".sw-filter input[name=q]", "Enter");
        admin.locator(".sw-empty").waitFor();
        Browser.shotBoth(admin, "officers-none");
    }

    private static List<String> names(String q) {
        return Api.as("admin")
                .post("/api/v1/officers/search", Map.of("q", q))
                .json()
                .get("items")
                .findValuesAsString("name");
    }

    @Test
    void keepsAgencies() {
        Page admin = Browser.as("admin", Browser.DESK);
        admin.navigate(Browser.at("/posts/agencies"));
        String key = "test-" + UUID.randomUUID();
        admin.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("添加单位"))
                .click();
        admin.fill("#name", "鹿寨县某某社工服务中心");
        admin.selectOption("#type", "other");
        admin.fill("#division", "1");
        admin.fill("#key", key);
        admin.click("form:has(#key) button[type=submit]");
        assertThat(admin.locator(".sw-errors").innerText()).contains("没有这个区划代码");
        Browser.shotBoth(admin, "agencies");
        admin.fill("#division", "450223000000");
        admin.click("form:has(#key) button[type=submit]");
        await().untilAsserted(
                        () -> assertThat(admin.locator("main").innerText()).contains("单位已添加"));
        Locator line = admin.locator("main li").filter(new Locator.FilterOptions().setHasText(key));
        line.locator("summary").click();
        line.locator("input[name=name]").fill("鹿寨县某社工中心");
        line.locator("form button").click();
        await().untilAsserted(
                        () -> assertThat(admin.locator("main").innerText()).contains("已改名"));
        assertThat(everything
                        .sql("select name from agency where key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .isEqualTo("鹿寨县某社工中心");
    }

    private List<String> acts(String officer) {
        return everything
                .sql("select act from journal_entry where reference = ? order by id")
                .param(officer)
                .query(String.class)
                .list();
    }

    private String agency(String key) {
        return everything
                .sql("select id from agency where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static String fresh() {
        return "139" + (10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 89_000_000));
    }
}
