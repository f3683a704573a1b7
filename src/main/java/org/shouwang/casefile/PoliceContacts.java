package org.shouwang.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What the police were told and what they said, row by row; theirs to decide, ours to record. */
@Component
@Transactional
class PoliceContacts {

    private final JdbcClient jdbc;
    private final PoliceForStation forStation;
    private final Clock clock;

    PoliceContacts(JdbcClient jdbc, PoliceForStation forStation, Clock clock) {
        this.jdbc = jdbc;
        this.forStation = forStation;
        this.clock = clock;
    }

    /** @param kind {@code told}, {@code result} or {@code confirmed} */
    void add(String kind, Completion completion, boolean byPhone) {
        JsonNode data = completion.data();
        Optional<PoliceStations.Station> station = forStation.of(completion);
        jdbc.sql("""
                        insert into case_police (id, case_id, record_id, kind, receipt_no, result_code, by_phone,
                                                 happened_at, at, station)
                        values (:id, :case, :record, :kind, :receipt, :result, :phone, :happened, :at, :station)""")
                .param("id", Ids.next())
                .param("case", completion.subject())
                .param("record", completion.record())
                .param("kind", kind)
                .param("receipt", text(data, "receiptNo"))
                .param("result", text(data, "resultCode"))
                .param("phone", byPhone)
                .param("station", station.map(PoliceStations.Station::key).orElse(null))
                .param(
                        "happened",
                        data.hasNonNull("at")
                                ? OffsetDateTime.parse(data.get("at").asString())
                                : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.get(field).asString() : null;
    }
}
