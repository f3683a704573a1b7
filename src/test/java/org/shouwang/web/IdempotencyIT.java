package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.BareDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyIT {

    record Made(UUID id, int number) {}

    private final DataSource app = BareDatabase.get().app();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(app));
    private final Idempotency idempotency = at(Clock.systemUTC());
    private final UUID officer = UUID.randomUUID();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void answersFiftyParallelRequestsWithOneResult() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<Made>> answers = new ArrayList<>();
        for (int each = 0; each < 50; each++) {
            answers.add(threads.submit(() -> post("key-1", "body")));
        }
        Made first = answers.get(0).get();
        for (Future<Made> answer : answers) {
            assertThat(answer.get()).isEqualTo(first);
        }
        threads.shutdown();
        assertThat(made).hasValue(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        post("key-1", "body");
        assertThatThrownBy(() -> post("key-1", "other"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("key-reused"));
        assertThat(made).hasValue(1);
    }

    @Test
    void forgetsAKeyWhoseWorkWasRolledBack() {
        assertThatThrownBy(() ->
                        transaction.execute(status -> idempotency.once("key-1", officer, "body", Made.class, () -> {
                            throw new IllegalStateException("rolled back");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(post("key-1", "body")).isNotNull();
        assertThat(made).hasValue(1);
    }

    @Test
    void refusesAMissingOrUnreadableKey() {
        for (String key : new String[] {null, "", "a b", "汉字", "x".repeat(101)}) {
            assertThatThrownBy(() -> post(key, "body"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key"));
        }
    }

    @Test
    void forgetsKeysAfterThirtyDays() {
        post("key-1", "body");
        at(Clock.offset(Clock.systemUTC(), Duration.ofDays(29))).forget();
        post("key-1", "body");
        assertThat(made).hasValue(1);
        at(Clock.offset(Clock.systemUTC(), Duration.ofDays(31))).forget();
        post("key-1", "body");
        assertThat(made).hasValue(2);
    }

    private Made post(@Nullable String key, String body) {
        return transaction.execute(status -> idempotency.once(
                key, officer, body, Made.class, () -> new Made(UUID.randomUUID(), made.incrementAndGet())));
    }

    private Idempotency at(Clock clock) {
        return new Idempotency(JdbcClient.create(app), new JsonMapper(), clock);
    }
}
