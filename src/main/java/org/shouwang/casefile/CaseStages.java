package org.shouwang.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.journal.Journal;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How cases went through the linked stages (五位一体): entered, left, left out with a reason, and come back to. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseStages {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    CaseStages(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of a case, in the order it came to them. */
    @Transactional(readOnly = true)
    public List<CaseStage> of(UUID caseId) {
        return jdbc.sql("""
                        select stage, entered_at, left_at, skipped_at, skip_reason
                        from (select *, coalesce(entered_at, skipped_at) at from case_stage
                              where case_id = ? order by at desc, id desc limit 200) latest
                        order by at, id""").param(caseId).query(CaseStage.class).list();
    }

    /** From now on the case is in this stage, and no longer in the one before; what runs on after its closing is in none. */
    void enter(UUID caseId, String stage) {
        enter(caseId, stage, clock.instant());
    }

    void enter(UUID caseId, String stage, Instant since) {
        leave(caseId, since);
        jdbc.sql("""
                        insert into case_stage (id, case_id, stage, entered_at, division, sealed_class)
                        select ?, id, ?, ?, division, sealed_class from case_file where id = ? and state = 'open'""").params(Ids.next(), stage, at(since), caseId).update();
    }

    /** The case is in no stage any more. */
    void leave(UUID caseId, Instant at) {
        jdbc.sql("""
                        update case_stage set left_at = greatest(entered_at, ?)
                        where case_id = ? and entered_at is not null and left_at is null""").params(at(at), caseId).update();
    }

    /** The way the case takes leaves a stage out; one that it has been in already is not left out. */
    void skip(UUID caseId, String stage, String reason) {
        int skipped = jdbc.sql("""
                        insert into case_stage (id, case_id, stage, skipped_at, skip_reason, division, sealed_class)
                        select :id, id, :stage, :at, :reason, division, sealed_class from case_file
                        where id = :case
                          and not exists (select from case_stage where case_id = :case and stage = :stage)""")
                .param("id", Ids.next())
                .param("stage", stage)
                .param("at", at(clock.instant()))
                .param("reason", reason)
                .param("case", caseId)
                .update();
        if (skipped > 0) {
            journal.append(CaseEntry.of("case.stage-skipped", caseId, null, stage, Map.of("reason", reason)));
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
