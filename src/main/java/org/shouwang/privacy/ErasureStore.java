package org.shouwang.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Erasures, each with its reason sealed; the erasing itself is the database's, see its function. */
@Component
@Transactional
class ErasureStore {

    private static final String REASON = "erasure.reason";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Secrecy secrecy;

    ErasureStore(JdbcClient jdbc, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
    }

    /** @param request the request it follows, null where the term is over */
    void insert(UUID id, Kept of, @Nullable UUID request, boolean policeOver, String reason, UUID by, Instant at) {
        jdbc.sql("""
                        insert into erasure (id, subject_id, basis, request_id, police_over, reason, proposed_by,
                                             proposed_at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        of.subject(),
                        request == null ? "term" : "request",
                        request,
                        policeOver,
                        secrecy.seal(REASON, id, reason),
                        by,
                        ConsentStore.at(at),
                        of.division(),
                        of.sealedClass()))
                .update();
    }

    /** Of one matter, the latest first. */
    List<Erasure> of(UUID subject) {
        return jdbc.sql("select * from erasure where subject_id = ? order by proposed_at desc limit 50")
                .param(subject)
                .query((row, at) -> erasure(row))
                .list();
    }

    Optional<Erasure> lock(UUID id) {
        return jdbc.sql("select * from erasure where id = ? for update")
                .param(id)
                .query((row, at) -> erasure(row))
                .optional();
    }

    void withdraw(UUID id) {
        jdbc.sql("update erasure set state = 'withdrawn' where id = ? and state = 'proposed'")
                .param(id)
                .update();
    }

    /** Approves and erases. */
    void carryOut(UUID id, UUID by, Instant at) {
        jdbc.sql("update erasure set state = 'approved', approved_by = ?, approved_at = ? where id = ?")
                .params(by, ConsentStore.at(at), id)
                .update();
        jdbc.sql("select erase_subject(?)").param(id).query(row -> {});
    }

    private Erasure erasure(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<String, Integer> rows = new LinkedHashMap<>();
        JSON.readTree(row.getString("rows"))
                .propertyStream()
                .forEach(each -> rows.put(each.getKey(), each.getValue().asInt()));
        return new Erasure(
                id,
                row.getObject("subject_id", UUID.class),
                row.getString("basis"),
                row.getBoolean("police_over"),
                secrecy.open(REASON, id, row.getBytes("reason")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("approved_by", UUID.class),
                ConsentStore.instant(row, "approved_at"),
                row.getString("state"),
                rows,
                row.getInt("files"));
    }
}
