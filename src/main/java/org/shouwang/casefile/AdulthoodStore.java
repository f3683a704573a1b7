package org.shouwang.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of which open cases it was said that the child has turned eighteen, and what was decided. */
@Component
@Transactional
class AdulthoodStore {

    private static final int AGE = 18;

    private final JdbcClient jdbc;

    AdulthoodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open cases of whom it is to be said today, for the first time or again. */
    List<UUID> due(LocalDate today, int limit) {
        return jdbc.sql("""
                        select case_file.id from case_file join person on person.id = case_file.main_person
                        left join adulthood said on said.case_id = case_file.id
                        where case_file.state = 'open' and person.birth_date <= ?
                          and (said.case_id is null or said.again_on <= ?)
                        order by person.birth_date, case_file.id limit ?""")
                .params(today.minusYears(AGE), today, limit)
                .query(UUID.class)
                .list();
    }

    /** @return false where another node was faster */
    boolean propose(CaseView of, LocalDate today, Instant at) {
        return jdbc.sql("""
                        insert into adulthood as said (case_id, proposed_at, division, sealed_class) values (?, ?, ?, ?)
                        on conflict (case_id) do update set proposed_at = excluded.proposed_at, outcome = null,
                                                            again_on = null, record = null
                        where said.again_on <= ?""")
                        .params(of.id(), at.atOffset(ZoneOffset.UTC), of.division(), of.sealedClass(), today)
                        .update()
                == 1;
    }

    void decided(UUID caseId, String outcome, @Nullable LocalDate againOn, UUID record) {
        jdbc.sql("update adulthood set outcome = ?, again_on = ?, record = ? where case_id = ?")
                .params(Arrays.asList(outcome, againOn, record, caseId))
                .update();
    }
}
