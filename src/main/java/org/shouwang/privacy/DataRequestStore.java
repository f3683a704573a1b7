package org.shouwang.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests, each with its words sealed. */
@Component
@Transactional
class DataRequestStore {

    private static final String ASKER = "data_request.asker";
    private static final String WISH = "data_request.wish";
    private static final String ANSWER = "data_request.answer";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;

    DataRequestStore(JdbcClient jdbc, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
    }

    void insert(DataRequest request, CaseView of) {
        jdbc.sql("""
                        insert into data_request (id, case_id, person_id, kind, asked_by, identity_check, asker, wish,
                                                  recorded_by, recorded_at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        request.id(),
                        of.id(),
                        request.person(),
                        request.kind(),
                        request.askedBy(),
                        request.identityCheck(),
                        secrecy.seal(ASKER, request.id(), request.asker()),
                        secrecy.seal(WISH, request.id(), request.wish()),
                        request.recordedBy(),
                        ConsentStore.at(request.recordedAt()),
                        of.division(),
                        of.sealedClass()))
                .update();
    }

    void handledIn(UUID id, String instance) {
        jdbc.sql("update data_request set instance = ? where id = ?")
                .params(instance, id)
                .update();
    }

    Optional<DataRequest> handledIn(String instance) {
        return jdbc.sql("select * from data_request where instance = ?")
                .param(instance)
                .query((row, at) -> request(row))
                .optional();
    }

    Optional<DataRequest> find(UUID id) {
        return jdbc.sql("select * from data_request where id = ?")
                .param(id)
                .query((row, at) -> request(row))
                .optional();
    }

    /** The latest first. */
    List<DataRequest> ofCase(UUID caseId) {
        return jdbc.sql("select * from data_request where case_id = ? order by recorded_at desc, id limit 200")
                .param(caseId)
                .query((row, at) -> request(row))
                .list();
    }

    boolean anyOpen(UUID caseId) {
        return jdbc.sql("select exists (select from data_request where case_id = ? and state = 'open')")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }

    void decided(UUID id, String decision, @Nullable String ground, String answer, UUID officer, Instant at) {
        jdbc.sql("""
                        update data_request
                        set decision = ?, ground = ?, answer = ?, decided_by = ?, decided_at = ?, confirmed_by = null
                        where id = ? and state = 'open'""")
                .params(Arrays.asList(
                        decision, ground, secrecy.seal(ANSWER, id, answer), officer, ConsentStore.at(at), id))
                .update();
    }

    void answered(UUID id, String state, @Nullable UUID confirmedBy, Instant at) {
        jdbc.sql("update data_request set state = ?, confirmed_by = ?, answered_at = ? where id = ?")
                .params(Arrays.asList(state, confirmedBy, ConsentStore.at(at), id))
                .update();
    }

    private DataRequest request(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new DataRequest(
                id,
                row.getObject("case_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                row.getString("asked_by"),
                row.getString("identity_check"),
                words(ASKER, id, row.getBytes("asker")),
                words(WISH, id, row.getBytes("wish")),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("decision"),
                row.getString("ground"),
                row.getBytes("answer") == null ? null : words(ANSWER, id, row.getBytes("answer")),
                row.getObject("decided_by", UUID.class),
                row.getObject("confirmed_by", UUID.class),
                ConsentStore.instant(row, "answered_at"));
    }

    /** Nothing is left of the words once the file was erased. */
    private String words(String place, UUID id, byte[] sealed) {
        return sealed.length == 0 ? "" : secrecy.open(place, id, sealed);
    }
}
