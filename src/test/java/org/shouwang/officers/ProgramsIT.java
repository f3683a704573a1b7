package org.shouwang.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Programs of other bodies: each logs in as itself at the real Keycloak and does what its scope says, nothing else. */
@ShouwangTest
class ProgramsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient everything = TestParts.everything();

    @ParameterizedTest
    @ValueSource(strings = {"shouwang-hotline", "shouwang-feed"})
    void handsInReportsInItsOwnName(String client) {
        Api.Answer sent = ask(client, "POST", "/api/v1/reports");
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        Map<String, Object> entry = everything
                .sql("""
                        select officer.username, agency.key from journal_entry
                        join officer on officer.id = officer_id join agency on agency.id = agency_id
                        where act = 'report.received' and subject_id = cast(? as uuid)""")
                .param(sent.json().get("id").asString())
                .query()
                .singleRow();
        assertThat(entry.get("username")).isEqualTo("service-account-" + client);
        assertThat(entry.get("key")).isEqualTo(client.endsWith("hotline") ? "hotline" : "education");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shouwang-hotline", "shouwang-feed"})
    void doesNothingElse(String client) {
        for (String path : List.of(
                "/tasks",
                "/cases",
                "/persons/" + UUID.randomUUID(),
                "/officers",
                "/agencies",
                "/supervision/board",
                "/journal/verification",
                "/reports/" + UUID.randomUUID(),
                "/attachments/" + UUID.randomUUID())) {
            assertThat(ask(client, "GET", "/api/v1" + path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/cases/search", "/persons/search", "/officers", "/emergency-access")) {
            assertThat(ask(client, "POST", "/api/v1" + path).status()).as(path).isEqualTo(403);
        }
    }

    /** Without the post here a scope is nothing. */
    @Test
    void isKeptOutFromHere() {
        String post = "update post set valid_until = %s where role = 'feed-client'";
        everything.sql(post.formatted("date '2026-01-01'")).update();
        try {
            assertThat(ask("shouwang-feed", "POST", "/api/v1/reports").status()).isEqualTo(403);
        } finally {
            everything.sql(post.formatted("null")).update();
        }
    }

    /** Who manages accounts at Keycloak is nobody here. */
    @Test
    void theAccountsClientDoesNothingHere() {
        assertThat(ask("shouwang-provisioner", "POST", "/api/v1/reports").status())
                .isEqualTo(401);
    }

    private static Api.Answer ask(String client, String method, String path) {
        Map<String, Object> report = Map.of(
                "danger", "no",
                "division", "450223102901",
                "childKnown", "no",
                "contactPhone", "0772-0000120",
                "insider", "no",
                "worries", List.of("21"));
        HttpRequest.Builder request = Visitor.request(Browser.at(path))
                .header("Authorization", "Bearer " + token(client))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return Visitor.nobody()
                .follow(
                        method.equals("GET")
                                ? request.GET()
                                : request.POST(BodyPublishers.ofString(JSON.writeValueAsString(report))));
    }

    private static String token(String client) {
        String form = Visitor.encoded(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                TestParts.secrets().get(client)));
        Api.Answer answer = Visitor.nobody()
                .follow(Visitor.request(TestParts.running().issuer() + "/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("access_token").asString();
    }
}
