package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.shouwang.testing.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses and headers that mean one thing to a filter and another to a handler. */
@ShouwangTest
class TricksIT {

    private static final Logger LOG = LoggerFactory.getLogger(TricksIT.class);

    /** Ways to write the same door differently; {@code %s} is the door without its first slash. */
    private static final List<String> SPELLINGS = List.of(
            "/%s",
            "//%s",
            "/./%s",
            "/%s/",
            "/%s;x=y",
            "/;x=y/%s",
            "/%%2e/%s",
            "/x/..;/%s",
            "/x/../%s",
            "/x/%%2e%%2e/%s",
            "/%%2f%s",
            "/%s%%00",
            "/%s.json",
            "/%s.css",
            "/css/../%s",
            "/css/..;/%s",
            "/css/%%2e%%2e/%s",
            "/track/../%s",
            "/track/..;/%s",
            "/track/%%2e%%2e%%2f%s",
            "/error/../%s",
            "/actuator/health/../../%s",
            "/actuator/health/..;/..;/%s",
            "/webjars/..%%5c..%%5c%s",
            "/api/v1/public/../../../%s",
            "/api/v1/public/..;/..;/..;/%s");

    private static final List<String> DOORS = List.of(
            "inbox",
            "cases",
            "board",
            "journal",
            "operations",
            "processes",
            "api/v1/cases",
            "api/v1/tasks",
            "api/v1/supervision/board",
            "v3/api-docs",
            "actuator",
            "actuator/env",
            "actuator/heapdump");

    private static final Set<Integer> SHUT = Set.of(302, 400, 401, 403, 404, 405);

    @Test
    void spellsNoDoorOpen() throws IOException {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String door : DOORS) {
            for (String spelling : SPELLINGS) {
                String path = spelling.formatted(door);
                // Nobody at all, and a village's director at doors that are not a director's
                tried += 2;
                judge(wrong, "nobody", path, raw("GET", path, ""));
                if (!door.equals("inbox") && !door.equals("api/v1/tasks") && !door.equals("v3/api-docs")) {
                    String token = "Authorization: Bearer " + Tokens.of("director") + "\r\n";
                    judge(wrong, "director", path, raw("GET", path, token));
                }
            }
        }
        LOG.info("{} spellings of doors", tried);
        assertThat(wrong).isEmpty();
    }

    /** The same judge at a door that is open: it must notice. */
    @Test
    void bites() throws IOException {
        List<String> wrong = new ArrayList<>();
        judge(wrong, "nobody", "/track", raw("GET", "/track", ""));
        judge(
                wrong,
                "county",
                "/api/v1/cases",
                raw("GET", "/api/v1/cases", "Authorization: Bearer " + Tokens.of("county") + "\r\n"));
        assertThat(wrong).hasSize(2);
    }

    private static void judge(List<String> wrong, String who, String path, String answer) {
        int status = Integer.parseInt(answer.substring(9, 12));
        if (!SHUT.contains(status)) {
            wrong.add(who + " at " + path + ": " + status);
        }
    }

    @Test
    void believesNoHeaderAboutAddressMethodOrPerson() throws IOException {
        for (String header : List.of(
                "X-Original-URL: /operations",
                "X-Rewrite-URL: /operations",
                "X-Forwarded-Uri: /operations",
                "X-Forwarded-Path: /operations",
                "X-Forwarded-User: admin",
                "X-Remote-User: admin",
                "Remote-User: admin",
                "X-User: admin",
                "Forwarded: for=127.0.0.1;host=admin")) {
            assertThat(raw("GET", "/operations", header + "\r\n")).as(header).startsWith("HTTP/1.1 302");
            assertThat(raw("GET", "/track", header + "\r\n")).as(header).doesNotContain("流程与表单");
        }
        String token = "Authorization: Bearer " + Tokens.of("county") + "\r\n";
        String path = "/api/v1/cases/" + UUID.randomUUID() + "/reopen";
        for (String header :
                List.of("X-HTTP-Method-Override: POST", "X-HTTP-Method: POST", "X-Method-Override: POST")) {
            assertThat(raw("GET", path, token + header + "\r\n")).as(header).startsWith("HTTP/1.1 405");
            assertThat(raw("GET", path + "?_method=POST", token)).as(header).startsWith("HTTP/1.1 405");
        }
        assertThat(raw("TRACE", "/", token)).doesNotContain("Bearer ").containsPattern("HTTP/1.1 (400|403|405)");
    }

    /** Where a proxy writes who asked, a caller cannot: neither to lead astray nor to be somebody new each time. */
    @Test
    void takesHostPrefixAndCallerFromNoStranger() throws IOException {
        String astray = raw(
                "GET",
                "/oauth2/authorization/keycloak",
                "X-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /evil\r\nForwarded: host=evil.example\r\n");
        assertThat(URLDecoder.decode(location(astray), StandardCharsets.UTF_8)).doesNotContain("evil");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // As our proxy passes it on: what the caller wrote first, the caller's address last.
            answers.add(
                    raw("GET", "/api/v1/public/reports/none" + i, "X-Forwarded-For: 10.9.8." + i + ", 203.0.113.77\r\n")
                            .substring(0, 12));
        }
        assertThat(answers).contains("HTTP/1.1 429");
    }

    /** A wrong Host leads the login somewhere only if Keycloak would go along: it knows one exact address. */
    @Test
    void leadsALoginNowhereElse() throws IOException {
        URI here = URI.create(TestParts.running().address());
        String answer = send(
                here, "GET /oauth2/authorization/keycloak HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(Visitor.nobody()
                        .follow(Visitor.request(location(answer)).GET())
                        .status())
                .isEqualTo(400);
    }

    /** No state changes without the token of one's own session, whatever site a form comes from. */
    @Test
    void takesNoFormWithoutItsOwnToken() {
        Visitor visitor = Visitor.of("county");
        String id = UUID.randomUUID().toString();
        List<String> forms = List.of(
                "/report",
                "/notices/read",
                "/notices/" + id,
                "/cases/search",
                "/cases/" + id + "/review",
                "/cases/" + id + "/new-harm",
                "/cases/" + id + "/reopen",
                "/persons/search",
                "/tasks/" + id + "/claim",
                "/tasks/" + id + "/release",
                "/tasks/" + id + "/draft",
                "/tasks/" + id + "/complete",
                "/tasks/" + id + "/reassign",
                "/journal/verification",
                "/processes/check",
                "/processes/apply",
                "/operations/jobs/" + id + "/retry",
                "/attachments",
                "/report/files",
                "/logout");
        String foreign =
                Visitor.encoded(Map.of("_csrf", Visitor.of("caseworker").token()));
        String own = Visitor.encoded(Map.of("_csrf", visitor.token()));
        List<String> wrong = new ArrayList<>();
        for (String form : forms) {
            for (String body : List.of("x=y", "_csrf=", "_csrf=guessed", foreign)) {
                for (String origin : List.of("https://evil.example", "null")) {
                    int status = visitor.send(form, body, "Origin", origin).status();
                    if (status != 403) {
                        wrong.add(form + " " + status);
                    }
                }
            }
        }
        LOG.info("{} forms without their token", forms.size() * 8);
        assertThat(wrong).isEmpty();
        assertThat(visitor.send("/notices/read", own).status())
                .as("with its own")
                .isEqualTo(302);
        assertThat(visitor.get("/inbox").status()).as("still there").isEqualTo(200);
    }

    /** A token opens the API, not the pages; a session the pages, not the API. */
    @Test
    void keepsTheTwoWaysInApart() {
        assertThat(Api.as("county").get("/cases", "Accept", "text/html").status())
                .isEqualTo(302);
        assertThat(Visitor.of("county").get("/api/v1/cases").status()).isEqualTo(401);
    }

    private static String location(String answer) {
        return answer.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                .map(line -> line.substring(9).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(answer));
    }

    /** What no client library would send. */
    private static String raw(String method, String path, String headers) throws IOException {
        URI here = URI.create(TestParts.running().address());
        return send(
                here,
                method + " " + path + " HTTP/1.1\r\nHost: " + here.getAuthority()
                        + "\r\nAccept: text/html\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static String send(URI here, String request) throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
