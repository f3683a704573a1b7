package org.shouwang.workflow.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table. */
final class ClockRows {

    private ClockRows() {}

    static ClockView view(ResultSet row, int number) throws SQLException {
        return new ClockView(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getString("task_id"),
                source(row),
                new ClockHolder(
                        row.getString("holder_role"),
                        row.getString("holder_division"),
                        row.getObject("holder_officer", UUID.class)),
                times(row),
                row.getInt("step"),
                row.getString("division"),
                row.getString("sealed_class"));
    }

    private static ClockSource source(ResultSet row) throws SQLException {
        String term = row.getString("term");
        return new ClockSource(
                row.getString("key"),
                row.getObject("version", LocalDate.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("actor"),
                row.getBoolean("external"),
                row.getString("stops"),
                row.getString("pauses"),
                row.getString("resumes"),
                term == null ? null : Term.parse(term).orElseThrow(),
                row.getBoolean("roll"),
                row.getString("grade"),
                ClockKind.of(row.getString("kind")),
                row.getString("basis"),
                row.getString("mark"),
                row.getString("ladder"));
    }

    private static ClockTimes times(ResultSet row) throws SQLException {
        return new ClockTimes(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "warn_at"),
                instant(row, "warned_at"),
                instant(row, "late_at"),
                instant(row, "paused_at"),
                Duration.ofSeconds(row.getLong("paused_seconds")),
                instant(row, "stopped_at"),
                row.getString("stop_reason"),
                row.getObject("calendar_gap", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
