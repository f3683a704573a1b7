package org.shouwang.measure;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the measures on guardians, one a run of the process, and of the sessions they order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MeasureStore {

    private final JdbcClient jdbc;

    MeasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Held(String instance, GuardianMeasure.Session session) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    List<GuardianMeasure> ofCase(UUID caseId) {
        Map<String, List<Held>> held = jdbc
                .sql("select * from measure_session where case_id = ? order by held_on desc, at desc limit 1000")
                .param(caseId)
                .query((row, at) -> held(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::instance));
        return jdbc.sql("select * from guardian_measure where case_id = ? order by at desc, instance limit 100")
                .param(caseId)
                .query((row, at) -> measure(
                        row,
                        held.getOrDefault(row.getString("instance"), List.of()).stream()
                                .map(Held::session)
                                .toList()))
                .list();
    }

    LocalDate issuedOn(String instance) {
        return jdbc.sql("select issued_on from guardian_measure where instance = ?")
                .param(instance)
                .query(LocalDate.class)
                .single();
    }

    /** Whether the person has come as often as the measure orders. */
    boolean complete(String instance) {
        return jdbc.sql("""
                        select (select count(*) from measure_session held
                                where held.instance = measure.instance and held.absence is null)
                               >= coalesce(measure.sessions, 0)
                        from guardian_measure measure where instance = ?""").param(instance).query(Boolean.class).single();
    }

    void issued(Completion said) {
        ObjectNode data = said.data();
        jdbc.sql("""
                        insert into guardian_measure (instance, case_id, measure, organ, person, way, document_no, issued_on,
                                                      until, sessions, at, record, division, sealed_class)
                        select ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(Arrays.asList(
                        said.instance(),
                        data.get("measure").asString(),
                        data.get("organ").asString(),
                        data.get("person").asString(),
                        data.get("way").asString(),
                        text(data, "documentNo"),
                        date(data, "issuedOn"),
                        date(data, "until"),
                        data.hasNonNull("sessions") ? data.get("sessions").asInt() : null,
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.subject()))
                .update();
    }

    void held(Completion said) {
        ObjectNode data = said.data();
        jdbc.sql("""
                        insert into measure_session (id, instance, case_id, held_on, giver, absence, recorded_by, at, record,
                                                     division, sealed_class)
                        select ?, instance, case_id, ?, ?, ?, ?, ?, ?, division, sealed_class
                        from guardian_measure where instance = ?""")
                .params(Arrays.asList(
                        Ids.next(),
                        date(data, "heldOn"),
                        data.get("giver").asString(),
                        text(data, "absence"),
                        said.by().officer().id(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.instance()))
                .update();
    }

    void ended(Completion said) {
        jdbc.sql("update guardian_measure set result = ?, ended_on = ?, at = ?, record = ? where instance = ?")
                .params(Arrays.asList(
                        text(said.data(), "result"),
                        date(said.data(), "endedOn"),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.instance()))
                .update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("instance"),
                new GuardianMeasure.Session(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("giver"),
                        row.getString("absence"),
                        row.getObject("recorded_by", UUID.class),
                        row.getObject("record", UUID.class)));
    }

    private static GuardianMeasure measure(ResultSet row, List<GuardianMeasure.Session> held) throws SQLException {
        return new GuardianMeasure(
                row.getString("instance"),
                row.getString("measure"),
                row.getString("organ"),
                row.getString("person"),
                row.getString("way"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("sessions", Integer.class),
                row.getString("result"),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("record", UUID.class),
                held);
    }

    private static @Nullable String text(ObjectNode data, String field) {
        return data.hasNonNull(field) ? data.get(field).asString() : null;
    }

    private static @Nullable Date date(ObjectNode data, String field) {
        return data.hasNonNull(field) ? Date.valueOf(data.get(field).asString()) : null;
    }
}
