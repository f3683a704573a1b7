package org.shouwang.assessment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.casefile.GuardianshipAssessed;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guardianship assessments (监护评估) of a case: when, by whom; what they say stands in their records. */
@Component
@Transactional
class GuardianshipReports implements GuardianshipAssessed {

    private final JdbcClient jdbc;

    GuardianshipReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Report(UUID record, Instant at) {}

    void keep(Completion said) {
        jdbc.sql("""
                        insert into guardianship_report (id, case_id, record_id, officer_id, at, division, sealed_class)
                        select ?, id, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(
                        Ids.next(),
                        said.record(),
                        said.by().officer().id(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.subject())
                .update();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Report> of(UUID caseId) {
        return jdbc.sql("""
                        select record_id record, at from guardianship_report
                        where case_id = ? and record_id is not null order by at desc limit 50""").param(caseId).query(Report.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> lastAssessed(UUID caseId) {
        return of(caseId).stream().map(Report::at).findFirst();
    }
}
