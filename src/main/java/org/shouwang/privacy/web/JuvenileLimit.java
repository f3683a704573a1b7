package org.shouwang.privacy.web;

import java.time.Duration;
import org.shouwang.access.Actor;
import org.shouwang.web.RateLimit;
import org.springframework.stereotype.Component;

/** How often one officer may try a number: numbers run on, and nobody is to find out by them what is sealed. */
@Component
class JuvenileLimit {

    private static final int BURST = 10;
    private static final Duration EVERY = Duration.ofMinutes(3);
    private static final int CALLERS = 1_000;

    private final RateLimit limit = new RateLimit(BURST, EVERY, CALLERS);

    /** @throws org.shouwang.web.Refusal 429 */
    void take(Actor actor) {
        limit.take(actor.officer().id().toString());
    }
}
