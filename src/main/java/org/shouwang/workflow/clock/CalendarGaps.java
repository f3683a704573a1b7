package org.shouwang.workflow.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Years whose holidays nobody has entered. Clocks that reach into one carry a guess; when the year is entered, they are
 * counted anew.
 */
@Component
public class CalendarGaps {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarGaps.class);

    private final ClockTable table;
    private final ClockBooks books;
    private final Clock time;
    private final RowIdentity identity;

    CalendarGaps(ClockTable table, ClockBooks books, Clock time, RowIdentity identity) {
        this.table = table;
        this.books = books;
        this.time = time;
        this.identity = identity;
    }

    /** The years that have to be entered now. */
    @Transactional(readOnly = true)
    public SortedSet<Integer> alarms() {
        Calendars calendars = books.current().calendars();
        SortedSet<Integer> alarms = new TreeSet<>(calendars.alarms(LocalDate.now(time)));
        guessedYears().stream().filter(calendars::missing).forEach(alarms::add);
        return alarms;
    }

    /** Counts the clocks anew that were guessed over a year which is known by now. */
    @Transactional
    public void close() {
        ClockBook book = books.current();
        for (int year : guessedYears()) {
            if (!book.calendars().missing(year)) {
                List<ClockView> guessed = identity.as(RowService.SWEEPER, () -> recount(table.lockGuessed(year), book));
                LOG.debug("Counted {} clocks anew with the holidays of {}", guessed.size(), year);
            }
        }
    }

    private List<Integer> guessedYears() {
        return identity.as(RowService.SWEEPER, table::guessedYears);
    }

    private List<ClockView> recount(List<ClockView> guessed, ClockBook book) {
        guessed.forEach(clock -> recount(clock, book));
        return guessed;
    }

    private void recount(ClockView clock, ClockBook book) {
        ClockView counted = clock.at(clock.times().recounted(clock.source(), book.calendars()));
        table.save(counted, Escalation.of(counted, book).nextAt());
    }
}
