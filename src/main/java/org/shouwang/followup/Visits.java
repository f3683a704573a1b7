package org.shouwang.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits of a case. */
@Component
@Transactional
public class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param outcome {@code seen}, {@code missed} or {@code declined}
     * @param missReason a {@code MISS_REASON} code
     * @param alone whether somebody could speak to the child alone
     */
    public record Visit(
            UUID record,
            String outcome,
            @Nullable String missReason,
            @Nullable Boolean alone,
            boolean danger,
            @Nullable Instant visitedAt,
            Instant at) {

        /** When it was, or at least when it was written down. */
        public Instant when() {
            return visitedAt == null ? at : visitedAt;
        }
    }

    /** All visits, the latest first. */
    public List<Visit> of(UUID caseId) {
        return jdbc.sql("""
                        select record_id record, outcome, miss_reason, alone, danger, visited_at, at from visit
                        where case_id = ? order by at desc limit 200""").param(caseId).query(Visit.class).list();
    }
}
