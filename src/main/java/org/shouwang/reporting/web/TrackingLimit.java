package org.shouwang.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.shouwang.web.RateLimit;
import org.springframework.stereotype.Component;

/** How often one address may ask with tracking codes, by page or API: enough for a village behind one address. */
@Component
class TrackingLimit {

    private static final int BURST = 20;
    private static final Duration EVERY = Duration.ofSeconds(6);
    private static final int CALLERS = 20_000;

    private final RateLimit limit = new RateLimit(BURST, EVERY, CALLERS);

    /** @throws org.shouwang.web.Refusal 429 */
    void take(HttpServletRequest request) {
        limit.take(request.getRemoteAddr());
    }
}
