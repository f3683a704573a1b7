package org.shouwang.measure;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Rows of decisions not to file, one a run of the process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoFilingStore {

    private static final String SELECT = """
            select served_on, reconsider_on, reconsidered_on, review_on, reviewed_on, procurator_on, asked_on, reasons_on,
                   ordered_on, filed_on, ended, at, record
            from no_filing
            """;

    private final JdbcClient jdbc;

    NoFilingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<NoFiling> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "where case_id = ? order by at desc limit 100")
                .param(caseId)
                .query(NoFiling.class)
                .list();
    }

    NoFiling ofRun(String instance) {
        return jdbc.sql(SELECT + "where instance = ?")
                .param(instance)
                .query(NoFiling.class)
                .single();
    }

    void served(Completion said) {
        jdbc.sql("""
                        insert into no_filing (instance, case_id, served_on, served_to, at, record, division, sealed_class)
                        select ?, id, ?, ?, ?, ?, division, sealed_class from case_file where id = ?""")
                .params(
                        said.instance(),
                        Date.valueOf(said.data().get("servedOn").asString()),
                        said.data().get("servedTo").asString(),
                        said.at().atOffset(ZoneOffset.UTC),
                        said.record(),
                        said.subject())
                .update();
    }

    /** Sets dates by their columns, and how it ended. */
    void set(Completion said, Map<String, LocalDate> dates, @Nullable String ended) {
        Map<String, Object> values = new LinkedHashMap<>();
        dates.forEach((column, day) -> values.put(column, Date.valueOf(day)));
        if (ended != null) {
            values.put("ended", ended);
        }
        values.put("at", said.at().atOffset(ZoneOffset.UTC));
        values.put("record", said.record());
        String columns =
                values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        jdbc.sql("update no_filing set " + columns + " where instance = :instance")
                .params(values)
                .param("instance", said.instance())
                .update();
    }
}
