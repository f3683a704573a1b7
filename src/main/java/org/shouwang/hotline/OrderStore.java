package org.shouwang.hotline;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the orders. */
@Component
@Transactional
class OrderStore {

    private static final String SELECT = """
            select hotline_order.*, task.id task, task.due_at from hotline_order
            left join inbox_task task on task.subject_id = hotline_order.id and task.instance_id = hotline_order.instance
                                     and task.state = 'open'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it is new; the same number of the same line is the same order */
    boolean insert(HotlineOrder order, String receives, byte[] sealed, UUID officer) {
        return jdbc.sql("""
                        insert into hotline_order (id, line, number, receives, called_at, confidential, category, sealed,
                                                   way, answer_by, entered_by, entered_at, division)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                order.id(),
                                order.line(),
                                order.number(),
                                receives,
                                at(order.calledAt()),
                                order.confidential(),
                                order.category(),
                                sealed,
                                order.way(),
                                order.answerBy() == null ? null : Date.valueOf(order.answerBy()),
                                officer,
                                at(order.enteredAt()),
                                order.division()))
                        .update()
                == 1;
    }

    void runs(UUID id, @Nullable UUID report, String instance) {
        jdbc.sql("update hotline_order set report_id = ?, instance = ? where id = ?")
                .params(Arrays.asList(report, instance, id))
                .update();
    }

    void answered(UUID id, String answer, @Nullable String organ, UUID officer) {
        jdbc.sql("update hotline_order set answer = ?, organ = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(Arrays.asList(answer, organ, officer, at(clock.instant()), id))
                .update();
    }

    Optional<HotlineOrder> find(UUID id) {
        return jdbc.sql(SELECT + "where hotline_order.id = ?")
                .param(id)
                .query((row, at) -> order(row))
                .optional();
    }

    byte @Nullable [] sealed(UUID id) {
        return jdbc.sql("select sealed from hotline_order where id = ?")
                .param(id)
                .query((row, at) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    /** Of these lines, the latest call first, from after {@code before} on. */
    List<HotlineOrder> list(Collection<String> lines, boolean open, Instant before, UUID beforeId, int limit) {
        return jdbc.sql(SELECT + """
                        where line = any (:lines) and (answer is null) = :open
                          and (called_at, hotline_order.id) < (:before, :beforeId)
                        order by called_at desc, hotline_order.id desc limit :limit""")
                .param("lines", lines.toArray(String[]::new))
                .param("open", open)
                .param("before", at(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, at) -> order(row))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static HotlineOrder order(ResultSet row) throws SQLException {
        return new HotlineOrder(
                row.getObject("id", UUID.class),
                row.getString("line"),
                row.getString("number"),
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("confidential"),
                row.getString("category"),
                row.getString("way"),
                row.getObject("answer_by", LocalDate.class),
                // Nobody who reads it is led from a confidential order to what became of it.
                row.getBoolean("confidential") ? null : row.getObject("report_id", UUID.class),
                row.getString("task"),
                instant(row, "due_at"),
                row.getString("answer"),
                row.getString("organ"),
                instant(row, "answered_at"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("division"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
