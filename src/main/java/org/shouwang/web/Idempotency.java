package org.shouwang.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a repeated request answer what the first one answered.
 *
 * <p>The key is written first, in the caller's transaction: a duplicate that runs at the same time waits on the primary
 * key until the first has committed, and then replays it; after a rollback it is the first itself.
 */
@Service
public class Idempotency {

    /** The request header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 500;

    private record Answer(byte[] fingerprint, String response) {}

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code work}, in the same transaction, the first time this officer sends this key, and replays its answer every other time.
     *
     * @param key as sent; refused when missing or not 1–100 visible ASCII characters
     * @param content what was asked, the route included: the same key with other content is a conflict
     * @param type a record that JSON can carry; it is stored in the clear, so it holds ids and codes only
     */
    @Transactional
    public <T> T once(@Nullable String key, UUID officer, String content, Class<T> type, Supplier<T> work) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.malformed("idempotency-key");
        }
        byte[] fingerprint = sha256(content);
        if (!claim(key, officer, fingerprint)) {
            return replay(key, officer, fingerprint, type);
        }
        T answer = work.get();
        database.sql("update idempotency_key set response = cast(:response as jsonb)"
                        + " where officer_id = :officer and key = :key")
                .param("response", json.writeValueAsString(answer))
                .param("officer", officer)
                .param("key", key)
                .update();
        return answer;
    }

    private boolean claim(String key, UUID officer, byte[] fingerprint) {
        return database.sql("""
                insert into idempotency_key (officer_id, key, fingerprint, created_at)
                values (:officer, :key, :fingerprint, :now) on conflict do nothing""")
                        .param("officer", officer)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    private <T> T replay(String key, UUID officer, byte[] fingerprint, Class<T> type) {
        Answer first = database.sql("select fingerprint, response::text as response from idempotency_key"
                        + " where officer_id = :officer and key = :key")
                .param("officer", officer)
                .param("key", key)
                .query(Answer.class)
                .single();
        if (!Arrays.equals(first.fingerprint(), fingerprint)) {
            throw Refusal.conflict("key-reused");
        }
        return json.readValue(first.response(), type);
    }

    /** Forgets old keys, a few at a time so that no lock is held for long. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        int gone;
        do {
            gone = database.sql("""
                    delete from idempotency_key where (officer_id, key) in (
                      select officer_id, key from idempotency_key where created_at < :limit
                      order by created_at limit :batch for update skip locked)""")
                    .param("limit", at(clock.instant().minus(KEPT)))
                    .param("batch", BATCH)
                    .update();
        } while (gone == BATCH);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
