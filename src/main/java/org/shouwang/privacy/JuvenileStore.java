package org.shouwang.privacy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sealed juvenile records; the sealing of the matter's rows is the database's, see its function. */
@Component
@Transactional
class JuvenileStore {

    private static final String ORDER = "juvenile_seal.order_no";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;

    JuvenileStore(JdbcClient jdbc, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
    }

    void insert(JuvenileSeal seal, UUID by) {
        String order = seal.orderNo();
        jdbc.sql("""
                        insert into juvenile_seal (case_id, number, ground, organ, ordered_on, order_no, sealed_by,
                                                   sealed_at, class_before, division)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        seal.caseId(),
                        seal.number(),
                        seal.ground(),
                        seal.organ(),
                        Date.valueOf(seal.orderedOn()),
                        order == null ? null : secrecy.seal(ORDER, seal.caseId(), order),
                        by,
                        ConsentStore.at(seal.sealedAt()),
                        seal.classBefore(),
                        seal.division()))
                .update();
    }

    /** Seals the rows of the matter; nothing of it is there for this transaction afterwards. */
    void close(UUID caseId, Map<UUID, byte[]> titles) {
        UUID[] titled = titles.keySet().toArray(UUID[]::new);
        jdbc.sql("select seal_subject(?, ?, ?)")
                .params(
                        caseId,
                        titled,
                        Arrays.stream(titled)
                                .map(id -> Base64.getEncoder().encodeToString(titles.get(id)))
                                .toArray(String[]::new))
                .query(row -> {});
    }

    Optional<JuvenileSeal> find(UUID caseId) {
        return jdbc.sql("select * from juvenile_seal where case_id = ?")
                .param(caseId)
                .query((row, at) -> seal(row))
                .optional();
    }

    Optional<JuvenileSeal> findByNumber(String number) {
        return jdbc.sql("select * from juvenile_seal where number = ?")
                .param(number)
                .query((row, at) -> seal(row))
                .optional();
    }

    private JuvenileSeal seal(ResultSet row) throws SQLException {
        UUID id = row.getObject("case_id", UUID.class);
        byte[] order = row.getBytes("order_no");
        return new JuvenileSeal(
                id,
                row.getString("number"),
                row.getString("ground"),
                row.getString("organ"),
                row.getObject("ordered_on", LocalDate.class),
                opened(id, order),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("division"),
                row.getString("class_before"));
    }

    private @Nullable String opened(UUID id, byte @Nullable [] order) {
        return order == null ? null : secrecy.open(ORDER, id, order);
    }
}
