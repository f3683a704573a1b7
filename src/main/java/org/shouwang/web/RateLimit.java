package org.shouwang.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens per caller, in this node's memory: enough against guessing, and nothing to look after.
 *
 * <p>Time here is the machine's own running time, not the business clock: moving that one must not open the gate.
 */
public final class RateLimit {

    private record Bucket(double tokens, long at) {}

    private final int burst;
    private final long nanosPerToken;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets;

    /**
     * @param burst how many requests at once
     * @param every after how long one more is allowed
     * @param callers how many callers are remembered; the one not seen for longest is forgotten first
     */
    public RateLimit(int burst, Duration every, int callers) {
        this(burst, every, callers, System::nanoTime);
    }

    RateLimit(int burst, Duration every, int callers, LongSupplier nanos) {
        this.burst = burst;
        this.nanosPerToken = every.toNanos();
        this.nanos = nanos;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > callers;
            }
        };
    }

    /** Takes one token for this caller, such as a client address, or refuses with 429. */
    public synchronized void take(String caller) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(caller, new Bucket(burst, now));
        double tokens = Math.min(burst, bucket.tokens() + (double) (now - bucket.at()) / nanosPerToken);
        boolean allowed = tokens >= 1;
        buckets.put(caller, new Bucket(allowed ? tokens - 1 : tokens, now));
        if (!allowed) {
            throw Refusal.tooMany();
        }
    }
}
