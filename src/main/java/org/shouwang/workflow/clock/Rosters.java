package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** 值班: who is rung, now or at any hour. */
@Service
public class Rosters {

    private final ClockBooks books;

    Rosters(ClockBooks books) {
        this.books = books;
    }

    /** In the order in which they are rung. */
    public List<DutyOfficer> onDuty(String key, Instant at) {
        return get(key).onDuty(at);
    }

    /** How long one has to acknowledge before the next is rung. */
    public Duration acknowledge(String key) {
        return get(key).acknowledge();
    }

    public Roster get(String key) {
        return books.current().roster(key);
    }
}
