package org.shouwang.support;

import java.sql.Date;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Requests for emergency aid, one row a run of the process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AidStore {

    private static final String SELECT = """
            select instance, ground, amount, urgent, decider, most, township_limit, granted, granted_amount, simplified,
                   paid_on, paid_amount, paid_by, papers_on, requested_at, at, record
            from emergency_aid
            """;

    private final JdbcClient jdbc;

    AidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Aid> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "where case_id = ? order by at desc limit 100")
                .param(caseId)
                .query(Aid.class)
                .list();
    }

    @Transactional(readOnly = true)
    List<Aid> ofRun(String instance) {
        return jdbc.sql(SELECT + "where instance = ?")
                .param(instance)
                .query(Aid.class)
                .list();
    }

    void requested(Completion said, AidRule rule, String decider) {
        ObjectNode data = said.data();
        jdbc.sql("""
                        insert into emergency_aid (instance, case_id, rule, ground, amount, applicant, urgent, decider, most,
                                                   township_limit, requested_by, requested_at, at, record, division,
                                                   sealed_class)
                        select ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(Arrays.asList(
                        said.instance(),
                        rule.key(),
                        data.get("aidGround").asString(),
                        data.get("amount").asInt(),
                        data.get("applicant").asString(),
                        data.get("urgent").asString().equals("yes"),
                        decider,
                        rule.most(),
                        rule.townshipLimit(),
                        said.by().officer().id(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.subject()))
                .update();
    }

    void decided(Completion said) {
        ObjectNode data = said.data();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("granted", data.get("granted").asString().equals("yes"));
        values.put(
                "granted_amount",
                data.hasNonNull("grantedAmount") ? data.get("grantedAmount").asInt() : null);
        values.put("simplified", data.path("simplified").asString("").equals("yes"));
        values.put("decided_by", said.by().officer().id());
        values.put("decided_at", said.at().atOffset(ZoneOffset.UTC));
        set(said, values);
    }

    void paid(Completion said) {
        ObjectNode data = said.data();
        set(
                said,
                Map.of(
                        "paid_on", day(data, "paidOn"),
                        "paid_amount", data.get("paidAmount").asInt(),
                        "paid_by", data.get("paidBy").asString(),
                        "receipt_no", data.get("receiptNo").asString()));
    }

    void completed(Completion said) {
        set(said, Map.of("papers_on", day(said.data(), "completedOn")));
    }

    private void set(Completion said, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        all.put("at", said.at().atOffset(ZoneOffset.UTC));
        all.put("record", said.record());
        String columns =
                all.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        jdbc.sql("update emergency_aid set " + columns + " where instance = :instance")
                .params(all)
                .param("instance", said.instance())
                .update();
    }

    private static Date day(ObjectNode data, String field) {
        return Date.valueOf(data.get(field).asString());
    }
}
