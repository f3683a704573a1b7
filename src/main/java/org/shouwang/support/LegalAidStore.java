package org.shouwang.support;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows of applications for legal aid, one a run of the process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LegalAidStore {

    private final JdbcClient jdbc;

    LegalAidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<LegalAid> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select whose, matter, applied_on, decision, decided_on, objected_on, answer, assigned_on, at, record
                        from legal_aid where case_id = ? and record is not null order by at desc limit 100""").param(caseId).query(LegalAid.class).list();
    }

    void applied(Completion said) {
        jdbc.sql("""
                        insert into legal_aid (instance, case_id, whose, matter, applied_on, at, record, division, sealed_class)
                        select ?, id, ?, ?, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(Arrays.asList(
                        said.instance(),
                        text(said, "whose"),
                        text(said, "matter"),
                        date(said, "appliedOn"),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.subject()))
                .update();
    }

    void decided(Completion said) {
        requireAfter("applied_on", said, "decidedOn");
        set("decision = ?, decided_on = ?", said, text(said, "aidDecision"), date(said, "decidedOn"));
    }

    void objected(Completion said) {
        requireAfter("decided_on", said, "objectedOn");
        set("objected_on = ?", said, date(said, "objectedOn"));
    }

    void answered(Completion said) {
        requireAfter("objected_on", said, "decidedOn");
        set("answer = ?, decided_on = ?", said, text(said, "objectionAnswer"), date(said, "decidedOn"));
    }

    void assigned(Completion said) {
        requireAfter("decided_on", said, "assignedOn");
        set("assigned_on = ?", said, date(said, "assignedOn"));
    }

    /** Nothing follows before what it follows. */
    private void requireAfter(String column, Completion said, String field) {
        Date day = date(said, field);
        jdbc.sql("select " + column + " from legal_aid where instance = ?")
                .param(said.instance())
                .query(LocalDate.class)
                .optional()
                .filter(before -> day != null && day.toLocalDate().isBefore(before))
                .ifPresent(before -> {
                    throw Refusal.invalid(List.of(FieldProblem.at(field, "legal-aid-order", before.toString())));
                });
    }

    private void set(String columns, Completion said, @Nullable Object... values) {
        JdbcClient.StatementSpec update =
                jdbc.sql("update legal_aid set " + columns + ", at = ?, record = ? where instance = ?");
        int at = 1;
        for (Object value : values) {
            update = update.param(at++, value);
        }
        update.param(at++, said.at().atOffset(ZoneOffset.UTC))
                .param(at++, said.record())
                .param(at, said.instance())
                .update();
    }

    private static @Nullable String text(Completion said, String field) {
        return said.data().hasNonNull(field) ? said.data().get(field).asString() : null;
    }

    private static @Nullable Date date(Completion said, String field) {
        return said.data().hasNonNull(field)
                ? Date.valueOf(said.data().get(field).asString())
                : null;
    }
}
