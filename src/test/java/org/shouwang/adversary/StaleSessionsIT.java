package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cookie or a token kept beyond what it stood for: logged out here, logged out at Keycloak, post ended, gone. */
@ShouwangTest
class StaleSessionsIT {

    private static final Pattern CONFIRM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"");

    private final JdbcClient database = TestParts.everything();

    @Test
    void endsWithTheLogoutWhoeverKeptTheCookie() {
        Visitor visitor = Visitor.fresh("women");
        String kept = cookie(visitor);
        assertThat(with(kept).status()).isEqualTo(200);
        assertThat(visitor.post("/logout", Map.of()).status()).isEqualTo(302);
        assertAsksWhoIsThere(with(kept));
    }

    /** The township ends a login at Keycloak, or somebody logs out in another product: Keycloak tells us. */
    @Test
    void endsWithTheLoginAtKeycloak() {
        Visitor visitor = Visitor.fresh("grid");
        Visitor other = Visitor.fresh("grid");
        logOutAtKeycloak(visitor);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(visitor.get("/inbox").status()).isEqualTo(302));
        assertThat(other.get("/inbox").status())
                .as("a login of its own goes on")
                .isEqualTo(200);
    }

    @Test
    void takesNoLogoutThatKeycloakDidNotSign() {
        Visitor visitor = Visitor.fresh("grid");
        Answer answer = Visitor.nobody()
                .send("/logout/connect/back-channel/keycloak", "logout_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJncmlkIn0.");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(visitor.get("/inbox").status()).isEqualTo(200);
    }

    @Test
    void seesNothingMoreWithAPostThatHasEnded() {
        Visitor visitor = Visitor.of("court");
        assertThat(visitor.get("/cases").status()).isEqualTo(200);
        try {
            post("court", "date '2025-01-02'");
            assertThat(visitor.get("/cases").status()).isEqualTo(403);
            assertThat(Api.as("court").get("/api/v1/cases").status()).isEqualTo(403);
        } finally {
            post("court", "null");
        }
        assertThat(visitor.get("/cases").status()).isEqualTo(200);
    }

    @Test
    void seesNothingMoreWhenNoLongerEnrolled() {
        Visitor visitor = Visitor.of("justice");
        try {
            active("justice", false);
            assertThat(visitor.get("/inbox").status()).isEqualTo(403);
            assertThat(Api.as("justice").get("/api/v1/tasks").status()).isEqualTo(403);
        } finally {
            active("justice", true);
        }
        assertThat(visitor.get("/inbox").status()).isEqualTo(200);
    }

    /** Who planted a cookie before the login knows nothing after it. */
    @Test
    void takesANewNumberAtTheLogin() {
        Visitor visitor = Visitor.nobody();
        visitor.get("/oauth2/authorization/keycloak");
        String before = cookie(visitor);
        visitor.logIn("women");
        assertThat(cookie(visitor)).isNotEqualTo(before);
        assertAsksWhoIsThere(with(before));
    }

    private void post(String username, String until) {
        database.sql("update post set valid_until = " + until
                        + " where officer_id = (select id from officer where username = ?)")
                .param(username)
                .update();
    }

    private void active(String username, boolean active) {
        database.sql("update officer set active = ? where username = ?")
                .params(active, username)
                .update();
    }

    private static void logOutAtKeycloak(Visitor visitor) {
        Answer page = visitor.follow(Visitor.request(TestParts.running().issuer() + "/protocol/openid-connect/logout")
                .GET());
        String code = Visitor.found(CODE, page.text());
        visitor.follow(Visitor.request(page.response()
                        .uri()
                        .resolve(Visitor.found(CONFIRM, page.text()).replace("&amp;", "&"))
                        .toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Visitor.encoded(Map.of("session_code", code, "confirmLogout", "1")))));
    }

    private static String cookie(Visitor visitor) {
        return visitor.session().getName() + "=" + visitor.session().getValue();
    }

    private static Answer with(String cookie) {
        return Visitor.nobody().get("/inbox", "Cookie", cookie);
    }

    private static void assertAsksWhoIsThere(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/oauth2/authorization/keycloak");
    }
}
