package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTests {

    private final AtomicLong now = new AtomicLong();
    private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(10), 2, now::get);

    @Test
    void allowsABurstThenOneEveryTenSeconds() {
        for (int each = 0; each < 3; each++) {
            limit.take("a");
        }
        assertThatThrownBy(() -> limit.take("a")).isInstanceOf(Refusal.class);
        assertThatCode(() -> limit.take("b")).doesNotThrowAnyException();
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThatCode(() -> limit.take("a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.take("a")).isInstanceOf(Refusal.class);
    }

    @Test
    void remembersABoundedNumberOfCallers() {
        for (int each = 0; each < 4; each++) {
            int last = each;
            assertThatCode(() -> limit.take("caller-" + last)).doesNotThrowAnyException();
        }
    }
}
