package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwang.testing.Tokens;
import tools.jackson.databind.json.JsonMapper;

/** Four people who send reports without pause, each under a key of its own, and remember what became of it. */
final class Senders {

    private static final int PEOPLE = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final URI address;
    private volatile boolean on;

    Senders(String application) {
        address = URI.create(application + "/api/v1/reports");
    }

    void begin() {
        on = true;
        for (int i = 0; i < PEOPLE; i++) {
            Thread thread = new Thread(this::sendOnAndOn, "sender-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void sendOnAndOn() {
        while (on) {
            send(UUID.randomUUID().toString());
        }
    }

    void stop() throws InterruptedException {
        on = false;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** What got no answer, with the same key and the same words: now it must be taken. */
    void sendAgain() {
        for (String key : List.copyOf(unanswered)) {
            unanswered.remove(key);
            send(key);
        }
        assertThat(unanswered).isEmpty();
    }

    /** The reports somebody was told have arrived, by id. */
    Collection<String> acknowledged() {
        return answered.values();
    }

    private void send(String key) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Tokens.of("director"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(words(key))))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                answered.put(key, JSON.readTree(answer.body()).get("id").asString());
                return;
            }
        } catch (IOException e) {
            on = false; // it is dead
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unanswered.add(key);
    }

    private static Map<String, Object> words(String key) {
        return Map.of(
                "danger", "no",
                "division", "450223102901",
                "childKnown", "no",
                "childName", "阿宝" + key.substring(0, 4),
                "childSex", "1",
                "childAge", 10,
                "contactPhone", "0772-0000111",
                "insider", "no",
                "worries", List.of("21"));
    }
}
