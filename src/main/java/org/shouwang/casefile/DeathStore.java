package org.shouwang.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deaths of children whose cases were open: the day, and whether a second person confirmed it. */
@Component
@Transactional
class DeathStore {

    private final JdbcClient jdbc;

    DeathStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void recorded(Completion completion, LocalDate diedOn, CaseView of) {
        jdbc.sql("""
                        insert into child_death (instance, case_id, died_on, record, recorded_at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        completion.instance(),
                        of.id(),
                        diedOn,
                        completion.record(),
                        completion.at().atOffset(ZoneOffset.UTC),
                        of.division(),
                        of.sealedClass())
                .update();
    }

    void confirmed(String instance, boolean confirmed, Instant at) {
        jdbc.sql("update child_death set confirmed = ?, confirmed_at = ? where instance = ?")
                .params(confirmed, at.atOffset(ZoneOffset.UTC), instance)
                .update();
    }
}
