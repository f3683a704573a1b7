package org.shouwang.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Refuses to run in earnest on a realm that carries the demo's password client. Keycloak tells by its answer to a login
 * of nobody: {@code invalid_grant} where the client takes passwords, another error where it does not or is not there. A
 * Keycloak that does not answer at start is no reason to stay down.
 */
@Component
@Profile("!demo")
class ProductionRealm implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ProductionRealm.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LOGIN_OF_NOBODY =
            "grant_type=password&client_id=shouwang-cli&username=nobody&password=none";

    private final String issuer;

    ProductionRealm(@Value("${shouwang.issuer}") String issuer) {
        this.issuer = issuer;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (takesPasswords()) {
            throw new LaunchRefused(
                    "The realm " + issuer + " has the client shouwang-cli with the password grant: a demo realm.",
                    "Delete the client and the demo users, or point SHOUWANG_ISSUER at a realm made from"
                            + " realm/shouwang-realm.json alone.");
        }
    }

    private boolean takesPasswords() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(LOGIN_OF_NOBODY))
                .build();
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body().contains("invalid_grant");
        } catch (IOException e) {
            log.warn("The login service does not answer; its realm stays unchecked until the next start");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
