package org.shouwang.measure;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the suits to revoke guardianship, one a run of the process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RevocationStore {

    private final JdbcClient jdbc;

    RevocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Revocation> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select ground, applicant, applied_on, acceptance, accepted_on, decision, decided_on,
                               new_guardian, settled_on, next_step, check_on, at, record
                        from revocation where case_id = ? order by at desc limit 100""").param(caseId).query(Revocation.class).list();
    }

    Optional<LocalDate> acceptedOn(String instance) {
        return jdbc.sql("select accepted_on from revocation where instance = ? and accepted_on is not null")
                .param(instance)
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Whoever applies after somebody else was to is the applicant from then on; what a court said to an earlier application
     * stays in its records.
     */
    void applied(Completion said) {
        ObjectNode data = said.data();
        jdbc.sql("""
                        insert into revocation (instance, case_id, ground, applicant, applied_on, at, record, division, sealed_class)
                        select ?, id, ?, ?, ?, ?, ?, division, sealed_class from case_file where id = ?
                        on conflict (instance) do update
                        set ground = excluded.ground, applicant = excluded.applicant, applied_on = excluded.applied_on,
                            acceptance = null, accepted_on = null, decision = null, decided_on = null, new_guardian = null,
                            next_step = null, check_on = null, at = excluded.at, record = excluded.record""")
                .params(Arrays.asList(
                        said.instance(),
                        data.get("ground").asString(),
                        data.get("applicant").asString(),
                        date(data, "appliedOn"),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.subject()))
                .update();
    }

    void accepted(Completion said) {
        set("acceptance = ?, accepted_on = ?", said, text(said, "acceptance"), date(said.data(), "acceptedOn"));
    }

    void decided(Completion said) {
        set(
                "decision = ?, decided_on = ?, new_guardian = ?",
                said,
                text(said, "decision"),
                date(said.data(), "decidedOn"),
                text(said, "newGuardian"));
    }

    void settled(Completion said) {
        set("settled_on = ?", said, date(said.data(), "handedOn"));
    }

    /** What follows where the court did not revoke. */
    void next(Completion said) {
        set("next_step = ?, check_on = ?", said, text(said, "nextStep"), date(said.data(), "checkOn"));
    }

    private void set(String columns, Completion said, @Nullable Object... values) {
        JdbcClient.StatementSpec update =
                jdbc.sql("update revocation set " + columns + ", at = ?, record = ? where instance = ?");
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

    private static @Nullable Date date(ObjectNode data, String field) {
        return data.hasNonNull(field) ? Date.valueOf(data.get(field).asString()) : null;
    }
}
