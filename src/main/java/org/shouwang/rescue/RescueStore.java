package org.shouwang.rescue;

import java.sql.Date;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Treatments, one row a run of the process, and their stages. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RescueStore {

    private final JdbcClient jdbc;

    RescueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<RescueStep> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select stage, skip, way, happened_at, companion, payer, green_channel, next_on, result, confirmed, at,
                               record
                        from rescue_step where case_id = ? order by at desc, id desc limit 200""").param(caseId).query(RescueStep.class).list();
    }

    void begun(Completion said, @Nullable UUID unit, @Nullable UUID login) {
        jdbc.sql("""
                        insert into medical_rescue (instance, case_id, hospital_unit, hospital_login, at, division, sealed_class)
                        select ?, id, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(Arrays.asList(said.instance(), unit, login, said.at().atOffset(ZoneOffset.UTC), said.subject()))
                .update();
    }

    /** Who records for the hospital in this run, if anybody there logs in. */
    Optional<UUID> login(String instance) {
        return jdbc.sql("select hospital_login from medical_rescue where instance = ? and hospital_login is not null")
                .param(instance)
                .query(UUID.class)
                .optional();
    }

    /** Whether another treatment of the case that goes on has this login, too. */
    boolean elsewhere(String instance, UUID caseId, UUID login) {
        return jdbc.sql("""
                        select exists (select from medical_rescue
                                       where case_id = ? and hospital_login = ? and instance <> ? and ended_at is null)""")
                .params(caseId, login, instance)
                .query(Boolean.class)
                .single();
    }

    void ended(Completion said) {
        jdbc.sql("update medical_rescue set ended_at = ? where instance = ?")
                .params(said.at().atOffset(ZoneOffset.UTC), said.instance())
                .update();
    }

    void add(Completion said, Stage stage) {
        ObjectNode data = said.data();
        jdbc.sql("""
                        insert into rescue_step (id, instance, case_id, stage, skip, way, happened_at, companion, payer,
                                                 green_channel, next_on, result, recorded_by, at, record, division,
                                                 sealed_class)
                        select ?, instance, case_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, division, sealed_class
                        from medical_rescue where instance = ?""")
                .params(Arrays.asList(
                        Ids.next(),
                        stage.key(),
                        text(data, stage.skip()),
                        data.get("way").asString(),
                        stage.happened(data),
                        text(data, "companion"),
                        text(data, "payer"),
                        data.hasNonNull("greenChannel")
                                ? data.get("greenChannel").asString().equals("yes")
                                : null,
                        data.hasNonNull("rehabReview")
                                ? Date.valueOf(data.get("rehabReview").asString())
                                : null,
                        text(data, "rehabResult"),
                        said.by().officer().id(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.instance()))
                .update();
    }

    /** The hospital has looked at everything that was recorded for it in this case until now. */
    void confirmed(Completion said, boolean right) {
        jdbc.sql("""
                        update rescue_step set confirmed = ?, confirmed_at = ?, confirmed_record = ?
                        where case_id = ? and way in ('phone', 'letter') and confirmed is null""")
                .params(right, said.at().atOffset(ZoneOffset.UTC), said.record(), said.subject())
                .update();
    }

    private static @Nullable String text(ObjectNode data, String field) {
        return data.hasNonNull(field) ? data.get(field).asString() : null;
    }

    static OffsetDateTime moment(ObjectNode data, String field) {
        return OffsetDateTime.parse(data.get(field).asString());
    }
}
