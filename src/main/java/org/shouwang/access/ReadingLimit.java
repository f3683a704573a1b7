package org.shouwang.access;

import java.util.Map;
import java.util.UUID;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many different files one officer may open within an hour, on all nodes together. What was opened within the hour
 * stays open: nobody is stopped in the middle of a case. Counted by the database's own time: moving the business clock
 * must not open the gate.
 */
@Component
public class ReadingLimit {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final int most;

    ReadingLimit(
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            @Value("${shouwang.limits.reading-an-hour}") int most) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.most = most;
    }

    /**
     * Counts one file more, before it is opened; an id that is none counts as well.
     *
     * @return whether it may be opened. The first refusal within an hour is told: to the journal and by {@link
     *     MassReading}.
     */
    @Transactional
    public boolean opens(Actor reader, UUID subject) {
        UUID officer = reader.officer().id();
        if (isOpen(officer, subject) || opened(officer) < most) {
            note(officer, subject, "10 minutes");
            return true;
        }
        // A row about oneself says when it was told last.
        if (note(officer, officer, "1 hour")) {
            tell(reader);
        }
        return false;
    }

    private boolean isOpen(UUID officer, UUID subject) {
        return jdbc.sql("""
                        select exists (select from reading where officer_id = ? and subject_id = ?
                                       and at > now() - interval '1 hour')""").params(officer, subject).query(Boolean.class).single();
    }

    private int opened(UUID officer) {
        return jdbc.sql("""
                        select count(*) from reading where officer_id = :officer and subject_id <> :officer
                        and at > now() - interval '1 hour'""").param("officer", officer).query(Integer.class).single();
    }

    /** @return whether it was noted: not when that was done less than {@code before} ago */
    private boolean note(UUID officer, UUID subject, String before) {
        return jdbc.sql("""
                        insert into reading (officer_id, subject_id, at) values (:officer, :subject, now())
                        on conflict (officer_id, subject_id) do update set at = now()
                        where reading.at < now() - cast(:before as interval)""")
                        .param("officer", officer)
                        .param("subject", subject)
                        .param("before", before)
                        .update()
                == 1;
    }

    private void tell(Actor reader) {
        UUID officer = reader.officer().id();
        Post post = reader.mainPost().orElseThrow();
        Map<String, String> count = Map.of("most", String.valueOf(most));
        journal.append(new Event("reading.limit", null, officer, post.agency(), null, officer.toString(), count));
        events.publishEvent(new MassReading(officer, post.division()));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    @Transactional
    void forget() {
        jdbc.sql("delete from reading where at < now() - interval '1 hour'").update();
    }
}
