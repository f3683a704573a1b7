package org.shouwang.workflow.clock;

import java.util.Map;
import java.util.UUID;

/** Which running clocks to stop. */
record Stopping(String condition, Map<String, Object> parameters) {

    static Stopping one(UUID clock) {
        return new Stopping("id = :id", Map.of("id", clock));
    }

    static Stopping key(UUID subject, String key) {
        return new Stopping("subject_id = :subject and key = :key", Map.of("subject", subject, "key", key));
    }

    static Stopping trigger(UUID subject, String trigger) {
        return new Stopping("subject_id = :subject and stops = :stops", Map.of("subject", subject, "stops", trigger));
    }

    static Stopping all(UUID subject) {
        return new Stopping("subject_id = :subject", Map.of("subject", subject));
    }

    /** Clocks that the task's completion answers; those waiting for an event outlive it. */
    static Stopping done(String task) {
        return new Stopping("task_id = :task and stops = 'done'", Map.of("task", task));
    }
}
