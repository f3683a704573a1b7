package org.shouwang.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The places a child on a case has been in, one after the other. */
@Service
@Transactional
public class Placements {

    private final JdbcClient jdbc;
    private final Cases cases;

    Placements(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** The places of a case, the newest first. */
    @Transactional(readOnly = true)
    public List<Placement> of(UUID caseId) {
        return jdbc.sql("""
                        select id, case_id, person_id, place, since, until, record_id from placement
                        where case_id = ? order by since desc, id desc limit 100""").param(caseId).query(Placement.class).list();
    }

    /** The main person of the case is at {@code place} from {@code since}; where he or she was before ends then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID caseId, String place, Instant since, UUID record) {
        CaseView found = cases.find(caseId).orElseThrow();
        if (found.mainPerson() == null) {
            return;
        }
        OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
        // Two places recorded in the wrong order: the earlier entry then lasted no time, it is not lost.
        jdbc.sql("""
                        update placement set until = greatest(since, :from)
                        where case_id = :case and person_id = :person and until is null""")
                .param("from", from)
                .param("case", caseId)
                .param("person", found.mainPerson())
                .update();
        jdbc.sql("""
                        insert into placement (id, case_id, person_id, place, since, record_id, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        caseId,
                        found.mainPerson(),
                        place,
                        from,
                        record,
                        found.division(),
                        found.sealedClass())
                .update();
    }
}
