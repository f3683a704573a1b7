package org.shouwang.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Sends people to log in, but not into a dead browser page: while Keycloak does not answer they see that the login
 * service is starting and are taken on as soon as it does.
 */
@Component
class LoginEntryPoint implements AuthenticationEntryPoint {

    static final String LOGIN = "/oauth2/authorization/keycloak";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI discovery;

    LoginEntryPoint(@Value("${shouwang.issuer}") String issuer) {
        this.discovery = URI.create(issuer + "/.well-known/openid-configuration");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + (loginAnswers() ? LOGIN : "/login-waits"));
    }

    boolean loginAnswers() {
        try {
            HttpRequest probe =
                    HttpRequest.newBuilder(discovery).timeout(PATIENCE).build();
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
