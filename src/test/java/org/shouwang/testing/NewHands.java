package org.shouwang.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Officers who come new, enrolled by the administrator as in a county. */
public final class NewHands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private NewHands() {}

    /** Enrols somebody without a post; gives the id. */
    public static String officer(String username, String name) {
        return made(Api.as("admin")
                .post(
                        "/api/v1/officers",
                        Map.of("username", username, "name", name, "phone", "0772-0000999"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    /** Gives a post at an agency, by its key; gives the post's id. */
    public static String post(String officer, String role, String agency, @Nullable String division) {
        UUID unit = TestParts.everything()
                .sql("select id from agency where key = ?")
                .param(agency)
                .query(UUID.class)
                .single();
        return made(Api.as("admin")
                .post(
                        "/api/v1/officers/" + officer + "/posts",
                        Map.of("role", role, "agency", unit, "division", division == null ? "" : division),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    private static String made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    /** Waits until the account at Keycloak is as it stands here. */
    public static void synced(String officer) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(login(officer)).isEqualTo("synced"));
    }

    public static String login(String officer) {
        return Api.as("admin")
                .get("/api/v1/officers/" + officer)
                .json()
                .get("login")
                .asString();
    }

    public static String id(String username) {
        return TestParts.everything()
                .sql("select id from officer where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    /** Somebody with a one-time secret at Keycloak's form: it is not let in with that, but asked for a new one. */
    public static Page firstLogin(String username, String secret, int width) {
        Page page = Browser.anonymous(width);
        page.navigate(Browser.at("/oauth2/authorization/keycloak"));
        page.fill("#username", username);
        page.fill("#password", secret);
        page.click("#kc-login");
        page.waitForSelector("#password-new");
        // Everybody's first idea is refused (realm/shouwang-passwords.txt), and the same form comes back.
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST"), () -> choose(page, "Shouwang2026"));
        if (answer.status() != 200 || !answer.text().contains("password-new")) {
            throw new IllegalStateException("A frequent password was taken: " + answer.status());
        }
        page.waitForLoadState();
        choose(page, Tokens.PASSWORD);
        page.waitForURL(address -> address.startsWith(TestParts.running().address()));
        return page;
    }

    private static void choose(Page page, String password) {
        page.fill("#password-new", password);
        page.fill("#password-confirm", password);
        page.locator("form:has(#password-new) [type=submit]").first().click();
    }
}
