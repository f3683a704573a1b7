package org.shouwang.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened, in the transaction in which it happens, and reads a subject's past. */
@Service
public class Journal {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final Clock clock;

    Journal(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds the event to the caller's transaction: what is rolled back did not happen, and nothing happens unwritten. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Event event) {
        database.sql("""
                insert into journal_entry (at, act, subject_id, officer_id, agency_id, stage, reference, details)
                values (:at, :act, :subject, :officer, :agency, :stage, :reference, cast(:details as jsonb))
                """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("act", event.act())
                .param("subject", event.subject(), Types.OTHER)
                .param("officer", event.officer(), Types.OTHER)
                .param("agency", event.agency(), Types.OTHER)
                .param("stage", event.stage(), Types.VARCHAR)
                .param("reference", event.reference(), Types.VARCHAR)
                .param("details", JSON.writeValueAsString(event.details()))
                .update();
    }

    /**
     * A subject's entries in the order they were written.
     *
     * @param after the last id already seen; 0 for the first page
     */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID subject, long after, int limit) {
        return database.sql("""
                select id, at, act, subject_id, officer_id, agency_id, stage, reference, details::text as details
                from journal_entry where subject_id = :subject and id > :after order by id limit :limit
                """)
                .param("subject", subject)
                .param("after", after)
                .param("limit", limit)
                .query(Journal::entry)
                .list();
    }

    /** The latest entries of one act, the newest first; of acts that have an index. */
    @Transactional(readOnly = true)
    public List<Entry> latest(String act, int limit) {
        return database.sql("select id, at, act, subject_id, officer_id, agency_id, stage, reference,"
                        + " details::text as details from journal_entry where act = :act order by id desc limit :limit")
                .param("act", act)
                .param("limit", limit)
                .query(Journal::entry)
                .list();
    }

    /** Entries of several subjects, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> past(Past asked, int limit) {
        return database.sql("""
                select id, at, act, subject_id, officer_id, agency_id, stage, reference, details::text as details
                from journal_entry
                where subject_id = any(:subjects) and id < :before and act <> all(:without)
                  and (cast(:stage as text) is null or stage = :stage)
                order by id desc limit :limit
                """)
                .param("subjects", asked.subjects().toArray(UUID[]::new))
                .param("before", asked.before())
                .param("without", asked.without().toArray(String[]::new))
                .param("stage", asked.stage(), Types.VARCHAR)
                .param("limit", limit)
                .query(Journal::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getObject("subject_id", UUID.class),
                row.getObject("officer_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("stage"),
                row.getString("reference"),
                JSON.readValue(row.getString("details"), DETAILS));
    }
}
