package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.testing.Api;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer carries, and what no page holds: looked at on every page there is, and on what went wrong. */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersIT {

    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)[^>]*>|<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final int MOST = 500_000;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Scene scene;

    @BeforeAll
    void aCase() {
        scene = Ground.lay().get(0);
    }

    @Test
    void protectEveryPage() {
        List<String> wrong = new ArrayList<>();
        List<String> pages = pages().toList();
        assertThat(pages).hasSizeGreaterThan(25);
        for (String page : pages) {
            for (String who : List.of("county", "auditor", "admin")) {
                look(wrong, page, Visitor.of(who).get(page));
            }
            look(wrong, page, Visitor.nobody().get(page));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void protectEveryAnswerOfTheApi() {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(
                "/api/v1/tasks",
                "/api/v1/cases",
                "/api/v1/cases/" + scene.caseId(),
                "/api/v1/persons/" + scene.person(),
                "/api/v1/attachments/" + scene.photo(),
                "/api/v1/nothing",
                "/v3/api-docs")) {
            headers(wrong, path, Api.as("county").get(path));
            headers(wrong, path, Api.anonymous().get(path));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bite() {
        List<String> wrong = new ArrayList<>();
        // A file for everybody may be kept, and has no policy of a page to need.
        look(wrong, "a script", Visitor.nobody().get("/js/shell.js"));
        assertThat(wrong).isNotEmpty();
        assertThat(INLINE.matcher("<p onclick=\"x()\">").find()).isTrue();
        assertThat(INLINE.matcher("<script>x()</script>").find()).isTrue();
        assertThat(INLINE.matcher("<script defer src=\"/js/x.js\"></script>").find())
                .isFalse();
    }

    /** Behind TLS the cookie is for TLS, and the browser is told to stay with it. */
    @Test
    void bindTheSessionToThisSite() {
        Answer answer = Visitor.nobody().get("/oauth2/authorization/keycloak", "X-Forwarded-Proto", "https");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void tellNoOtherSiteWhereSomebodyWas() {
        Answer left = Visitor.nobody().get("/leave");
        assertThat(left.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(left.status()).isEqualTo(303);
    }

    /** On paper and in files that people take along stands who took them; on documents people sign it does not. */
    @Test
    void markWhatIsTakenAway() {
        for (String page : List.of("/cases", "/board/lists/cases", "/board/print")) {
            assertThat(Visitor.of("county").get(page).text())
                    .as(page)
                    .containsPattern("sw-watermark[^>]*>岑远山 鹿寨县未成年人救助保护中心 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d<");
        }
        assertThat(Visitor.of("director")
                        .get("/report/receipt/" + scene.report())
                        .text())
                .contains("回执")
                .doesNotContain("sw-watermark");
    }

    /** Every GET of ours, with ids of a case that the county may read. */
    private Stream<String> pages() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.shouwang"))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/"))
                .map(path -> path.replace("/cases/{id}", "/cases/" + scene.caseId())
                        .replace("/persons/{id}", "/persons/" + scene.person())
                        .replace("/attachments/{id}", "/attachments/" + scene.photo())
                        .replace("/tasks/{id}", "/tasks/" + scene.tasks().get(0))
                        .replace("/report/receipt/{id}", "/report/receipt/" + scene.report())
                        .replace("{record}", scene.records().get(0))
                        .replace("{list}", "cases"))
                .map(path -> path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
    }

    private void look(List<String> wrong, String page, Answer answer) {
        headers(wrong, page, answer);
        if (INLINE.matcher(answer.text()).find()) {
            wrong.add(page + " has a script or style of its own");
        }
        if (TITLE.matcher(answer.text()).results().anyMatch(title -> title.group(1)
                .contains(scene.child()))) {
            wrong.add(page + " names the child in its title");
        }
        if (answer.text().length() > MOST) {
            wrong.add(page + " is larger than a phone should have to take");
        }
    }

    private static void headers(List<String> wrong, String page, Answer answer) {
        String policy = answer.header("Content-Security-Policy");
        boolean strict = policy.contains("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("*");
        boolean kept = answer.header("Cache-Control").contains("no-store");
        boolean bare = answer.header("X-Content-Type-Options").equals("nosniff")
                && answer.header("X-Frame-Options").equals("DENY")
                && answer.header("Cross-Origin-Opener-Policy").equals("same-origin")
                && answer.header("Cross-Origin-Resource-Policy").equals("same-origin")
                && !answer.header("Permissions-Policy").isEmpty()
                && List.of("same-origin", "no-referrer").contains(answer.header("Referrer-Policy"))
                && answer.header("Server").isEmpty()
                && answer.header("X-Powered-By").isEmpty();
        if (!strict || !kept || !bare) {
            wrong.add(page + " answered " + answer.status() + " with "
                    + answer.response().headers().map());
        }
    }
}
