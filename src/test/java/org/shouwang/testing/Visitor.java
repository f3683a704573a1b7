package org.shouwang.testing;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwang.testing.Api.Answer;

/**
 * A session of one of the demo's people without a browser: logged in through Keycloak's own form, with cookies and the
 * token of our forms. For asking thousands of pages; what a person sees is looked at with {@link Browser}.
 */
public final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\"[^>]* content=\"([^\"]+)\"");
    private static final Map<String, Visitor> KEPT = new ConcurrentHashMap<>();

    private final Jar cookies = new Jar();
    private volatile long used = System.nanoTime();
    private final HttpClient following = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpClient staying =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Visitor() {}

    /** Kept for the whole run; nobody logs this one out, but a session nobody uses ends after a quarter of an hour. */
    public static Visitor of(String username) {
        Visitor visitor =
                KEPT.compute(username, (name, kept) -> kept == null || kept.isForgotten() ? fresh(name) : kept);
        visitor.used = System.nanoTime();
        return visitor;
    }

    private boolean isForgotten() {
        return System.nanoTime() - used > KEPT_UNUSED.toNanos();
    }

    /** A login of its own. */
    public static Visitor fresh(String username) {
        TestParts.running().issuer(); // waits for Keycloak
        Visitor visitor = new Visitor();
        visitor.logIn(username);
        return visitor;
    }

    /** Nobody yet, with cookies of a browser of its own. */
    public static Visitor nobody() {
        return new Visitor();
    }

    /** Goes through Keycloak's form. */
    public void logIn(String username) {
        enter(username);
        if (get("/inbox").status() != 200) {
            throw new IllegalStateException("No session for " + username);
        }
    }

    /** Sends name and password; gives what Keycloak or the application shows then. */
    public Answer enter(String username) {
        Answer form =
                follow(request(Browser.at("/oauth2/authorization/keycloak")).GET());
        return follow(request(found(FORM, form.text()).replace("&amp;", "&"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(Map.of("username", username, "password", Tokens.PASSWORD)))));
    }

    /** One page, without following where it leads. */
    public Answer get(String path, String... headers) {
        return stay(with(request(Browser.at(path)).header("Accept", "text/html"), headers)
                .GET());
    }

    /** Sends a form with the token that our pages carry. */
    public Answer post(String path, Map<String, String> fields, String... headers) {
        return send(path, encoded(fields) + "&_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8), headers);
    }

    /** Sends a form as it is: whatever token it names, or none. */
    public Answer send(String path, String form, String... headers) {
        return stay(with(request(Browser.at(path)), headers)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a picture as the report's page does, to be kept for {@code subject}; gives its id. */
    public String upload(String path, String subject, byte[] picture) {
        String edge = "edge-of-the-test";
        byte[] head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"subject\"\r\n\r\n" + subject + "\r\n--"
                        + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        Answer answer = stay(request(Browser.at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("X-CSRF-TOKEN", token())
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(picture),
                        BodyPublishers.ofByteArray(tail))));
        if (answer.status() != 201) {
            throw new IllegalStateException("Not kept: " + answer.status() + " " + answer.text());
        }
        return answer.json().get("id").asString();
    }

    /** The token that our pages carry for this session. */
    public String token() {
        return found(TOKEN, get("/inbox").text());
    }

    /** Anything anywhere with this person's cookies, followed to its end. */
    public Answer follow(HttpRequest.Builder request) {
        return answer(following, request);
    }

    /** The cookie of the application's session. */
    public HttpCookie session() {
        return cookies.all().stream()
                .filter(cookie -> cookie.getName().endsWith("shouwang"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No session"));
    }

    public static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }

    /** The first group of the first place where {@code pattern} is found. */
    public static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern);
        }
        return matcher.group(1);
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer stay(HttpRequest.Builder request) {
        return answer(staying, request);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static Answer answer(HttpClient client, HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
