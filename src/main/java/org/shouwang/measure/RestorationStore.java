package org.shouwang.measure;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the applications to restore guardianship, one a run of the process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RestorationStore {

    private final JdbcClient jdbc;

    RestorationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Restoration> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select person, revoked_on, applied_on, timing, crime, decision, decided_on, at, record
                        from restoration where case_id = ? order by at desc limit 100""").param(caseId).query(Restoration.class).list();
    }

    /** When guardianship was revoked, where it has not been restored since. */
    @Transactional(readOnly = true)
    Optional<LocalDate> revokedOn(UUID caseId) {
        return jdbc.sql("""
                        select max(decided_on) from revocation
                        where case_id = :case and decision = 'revoked' and not exists (
                            select from restoration
                            where restoration.case_id = :case and restoration.decision = 'restored'
                              and restoration.decided_on >= revocation.decided_on)""").param("case", caseId).query(LocalDate.class).optional();
    }

    LocalDate appliedOn(String instance) {
        return jdbc.sql("select applied_on from restoration where instance = ?")
                .param(instance)
                .query(LocalDate.class)
                .single();
    }

    void applied(Completion said, LocalDate revokedOn, String timing) {
        ObjectNode data = said.data();
        jdbc.sql("""
                        insert into restoration (instance, case_id, person, revoked_on, applied_on, timing, crime, at, record,
                                                 division, sealed_class)
                        select ?, id, ?, ?, ?, ?, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(
                        said.instance(),
                        data.get("person").asString(),
                        Date.valueOf(revokedOn),
                        Date.valueOf(data.get("appliedOn").asString()),
                        timing,
                        data.get("crime").asString(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.subject())
                .update();
    }

    void decided(Completion said) {
        jdbc.sql("update restoration set decision = ?, decided_on = ?, at = ?, record = ? where instance = ?")
                .params(
                        said.data().get("decision").asString(),
                        Date.valueOf(said.data().get("decidedOn").asString()),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.instance())
                .update();
    }
}
