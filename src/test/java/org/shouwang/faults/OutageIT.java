package org.shouwang.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Browser;
import org.shouwang.testing.PackedApplication;
import org.shouwang.testing.Tokens;
import tools.jackson.databind.json.JsonMapper;

/** The database, and then the login service, go away under a running application and come back. */
class OutageIT {

    private static final Path FOLDER = Path.of("target", "outage").toAbsolutePath();
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double PATIENCE_MILLIS = 90_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Outside outside;
    private static Ledger ledger;
    private static Path data;
    private static String issuer;
    private static PackedApplication application;

    @BeforeAll
    static void oneNodeWithALoginServiceOfItsOwn() throws IOException {
        outside = Outside.in(FOLDER);
        ledger = new Ledger(outside.superuser());
        data = PackedApplication.seeded(FOLDER.resolve("data"));
        Files.createFile(data.resolve("demo-played")); // no cases of the demo
        Map<String, Object> settings = outside.node("node-0");
        int port = PackedApplication.freePort();
        settings.put("shouwang.keycloak.port", port);
        settings.put("shouwang.keycloak.dist", PackedApplication.keycloak().toString());
        issuer = "http://localhost:" + port + "/realms/shouwang";
        application = PackedApplication.start(FOLDER, settings).ready();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !Tokens.of("director", issuer)
                .isEmpty());
    }

    @AfterAll
    static void end() {
        application.close();
        outside.close();
    }

    @Test
    void saysSoWhileTheDatabaseIsAwayAndGoesOnAfterwards() throws Exception {
        String task = task(report(UUID.randomUUID().toString()));
        String other = task(report(UUID.randomUUID().toString()));
        assertThat(claim(task).statusCode()).isEqualTo(200);
        assertThat(claim(other).statusCode()).isEqualTo(200);
        String name = "阿停" + UUID.randomUUID().toString().substring(0, 8);
        Page director = written(name);
        Page supervisor = answered(other);
        int reports = ledger.reports().size();
        String key = UUID.randomUUID().toString();

        long began = System.nanoTime();
        outside.stop();
        isUnavailable(report(key));
        isUnavailable(complete(task));
        isKept(director, name);
        isKept(supervisor, "已经答复，不用再来。");
        Thread.sleep(Math.max(0, OUTAGE.minusNanos(System.nanoTime() - began).toMillis()));
        outside.startAgain();

        assertThat(ledger.reports()).as("nothing half-written").hasSize(reports);
        await().atMost(PATIENCE).until(() -> report(key).statusCode() == 201);
        assertThat(report(key).statusCode()).isEqualTo(201);
        assertThat(complete(task).statusCode()).isEqualTo(200);
        director.click("[data-kept] button");
        director.waitForURL("**/report/receipt/*");
        supervisor.click("[data-kept] button");
        supervisor.waitForURL("**/inbox*");
        assertThat(ledger.reports()).hasSize(reports + 2);
        assertThat(ledger.records(task)).isEqualTo(1);
        assertThat(ledger.records(other)).isEqualTo(1);
        ledger.inboxIsTheEngines();
    }

    /** Who is enrolled while the login service is away has the post at once; the account follows when it is back. */
    @Test
    void enrolsWithoutTheLoginServiceAndOpensTheAccountLater() throws IOException {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !Tokens.of("admin", issuer)
                .isEmpty());
        Page admin = logIn("admin", Browser.DESK);
        endLoginService();

        Map<String, String> somebody = Map.of("username", "13900000001", "name", "苏青禾");
        HttpResponse<String> made = ask("admin", "POST", "/api/v1/officers", somebody, "Idempotency-Key", "one");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String officer = "/officers/" + JSON.readTree(made.body()).get("id").asString();
        HttpResponse<String> secret = ask("admin", "POST", "/api/v1" + officer + "/secret", Map.of());
        assertThat(secret.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(secret.body()).get("code").asString()).isEqualTo("login-away");
        admin.navigate(application.address() + "/posts" + officer);
        assertThat(admin.locator("main")).containsText("待同步");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(JSON.readTree(ask("admin", "GET", "/api/v1" + officer, Map.of())
                                        .body())
                                .get("login")
                                .asString())
                        .isEqualTo("synced"));
        assertThat(ask("admin", "POST", "/api/v1" + officer + "/secret", Map.of())
                        .statusCode())
                .isEqualTo(200);
    }

    private static void endLoginService() throws IOException {
        long pid = Long.parseLong(Files.readString(data.resolve("keycloak/pid")).trim());
        ProcessHandle login = ProcessHandle.of(pid).orElseThrow();
        login.destroyForcibly();
        login.onExit().join();
    }

    @Test
    void worksOnWithoutTheLoginServiceAndBringsItBack() throws IOException {
        Page known = logIn("supervisor", Browser.DESK);
        String token = Tokens.of("supervisor", issuer);
        assertThat(ask("supervisor", "GET", "/api/v1/tasks", Map.of()).statusCode())
                .isEqualTo(200);
        endLoginService();

        Page late = Browser.anonymous(Browser.PHONE);
        assertThat(late.navigate(application.address() + "/inbox").status()).isEqualTo(503);
        assertThat(late.locator("h1")).containsText("登录服务正在启动，或暂时不可用");
        assertThat(known.navigate(application.address() + "/inbox").status()).isEqualTo(200);
        known.click("summary.sw-me");
        known.click("form[action='/logout'] button");
        assertThat(known.locator("h1")).hasText("已经退出");
        assertThat(Tokens.of("supervisor", issuer)).isEqualTo(token);
        assertThat(ask("supervisor", "GET", "/api/v1/tasks", Map.of()).statusCode())
                .isEqualTo(200);

        late.locator("#username")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        enter(late, "director");
        assertThat(late.url()).contains("/inbox");
    }

    // ── pages ──

    private static Page logIn(String username, int width) {
        Page page = Browser.anonymous(width);
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.navigate(application.address() + "/inbox");
        enter(page, username);
        return page;
    }

    private static void enter(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", Tokens.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(application.address()));
    }

    /** A report, written on a telephone without script. */
    private static Page written(String name) {
        Page page = logIn("director", Browser.PHONE);
        page.route("**/*.js", Route::abort);
        page.navigate(application.address() + "/report");
        page.check("[name=danger][value=no]");
        page.check("[name=worries][value='21']");
        page.check("[name=childKnown][value=no]");
        page.fill("[name=childName]", name);
        page.check("[name=insider][value=no]");
        return page;
    }

    private static Page answered(String task) {
        Page page = logIn("supervisor", Browser.DESK);
        page.route("**/*.js", Route::abort);
        page.navigate(application.address() + "/tasks/" + task);
        page.check("[name=outcome][value=consult]");
        page.fill("[name=answer]", "已经答复，不用再来。");
        page.fill("[name=reason]", "只是咨询。");
        return page;
    }

    private static void isKept(Page page, String words) {
        page.click("[data-submit]");
        page.locator("[data-kept]").waitFor();
        assertThat(page.locator("h1")).containsText("系统暂时连不上");
        assertThat(page.locator(".sw-top")).hasCSS("display", "flex");
        assertThat(page.content()).contains(words);
        Browser.shotBoth(page, "error-503");
    }

    // ── programs ──

    private static void isUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo("unavailable");
    }

    private static HttpResponse<String> report(String key) {
        Map<String, Object> words = Map.of(
                "danger", "no",
                "division", "450223102901",
                "childKnown", "no",
                "contactPhone", "0772-0000111",
                "insider", "no",
                "worries", List.of("21"));
        return ask("director", "POST", "/api/v1/reports", words, "Idempotency-Key", key);
    }

    private static String task(HttpResponse<String> report) {
        return ledger.triageOf(JSON.readTree(report.body()).get("id").asString());
    }

    private static HttpResponse<String> claim(String task) {
        return ask("supervisor", "POST", "/api/v1/tasks/" + task + "/claim", Map.of());
    }

    private static HttpResponse<String> complete(String task) {
        Map<String, Object> words = Map.of("outcome", "consult", "answer", "已经答复。", "reason", "只是咨询。");
        return ask("supervisor", "POST", "/api/v1/tasks/" + task + "/complete", words);
    }

    private static HttpResponse<String> ask(String who, String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Tokens.of(who, issuer))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
