package org.shouwang.referral;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.Completion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Rows of the cases that another county transferred to us. */
@Component
@Transactional
class IncomingStore {

    private final JdbcClient jdbc;

    IncomingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Incoming(
            @Nullable UUID record,
            String county,
            @Nullable String referenceNo,
            LocalDate receivedOn,
            LocalDate acceptedOn,
            Instant recordedAt) {}

    void insert(Completion said, String county, CaseView of) {
        JsonNode data = said.data();
        jdbc.sql("""
                        insert into incoming_transfer (instance, case_id, record, county, unit, reference_no, received_on,
                                                       accepted_on, way, recorded_by, recorded_at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        said.instance(),
                        of.id(),
                        said.record(),
                        county,
                        data.path("fromUnit").asString(),
                        data.hasNonNull("referenceNo")
                                ? data.path("referenceNo").asString()
                                : null,
                        Date.valueOf(data.path("receivedOn").asString()),
                        Date.valueOf(data.path("acceptedOn").asString()),
                        data.path("toldWay").asString(),
                        said.by().officer().id(),
                        said.at().atOffset(ZoneOffset.UTC),
                        of.division(),
                        of.sealedClass()))
                .update();
    }

    /** The latest first. */
    List<Incoming> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select record, county, reference_no, received_on, accepted_on, recorded_at
                        from incoming_transfer where case_id = ? order by recorded_at desc limit 20""").param(caseId).query(Incoming.class).list();
    }
}
