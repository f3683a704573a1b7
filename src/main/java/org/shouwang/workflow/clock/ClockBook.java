package org.shouwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** The clocks, ladders, rosters and calendars of processes/, checked and unchangeable. */
public final class ClockBook {

    private final Map<String, NavigableMap<LocalDate, ClockRule>> clocks;
    private final Map<String, Ladder> ladders;
    private final Map<String, Roster> rosters;
    private final Calendars calendars;

    private ClockBook(
            Map<String, NavigableMap<LocalDate, ClockRule>> clocks,
            Map<String, Ladder> ladders,
            Map<String, Roster> rosters,
            Calendars calendars) {
        this.clocks = Map.copyOf(clocks);
        this.ladders = Map.copyOf(ladders);
        this.rosters = Map.copyOf(rosters);
        this.calendars = calendars;
    }

    /** Reads and checks the files; what is wrong is added to the faults, and the book is then not to be used. */
    public static ClockBook read(ProcessFiles files, Set<String> roles, List<Fault> faults) {
        Map<String, Ladder> ladders = new LadderFile(roles).read(files, faults);
        return new ClockBook(
                new ClockFile(roles, ladders.keySet()).read(files, faults),
                ladders,
                new RosterFiles(roles).read(files, faults),
                new Calendars(Calendar.read(files, faults)));
    }

    public SortedSet<String> keys() {
        return new TreeSet<>(clocks.keySet());
    }

    /** All versions of all clocks. */
    public Collection<ClockRule> rules() {
        return clocks.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /**
     * The version that holds at a moment; before the first version the first one, for work must not stop over a date in a
     * file.
     *
     * @throws NoSuchElementException for a key that the catalogue's checks would have refused
     */
    public ClockRule rule(String key, Instant at) {
        NavigableMap<LocalDate, ClockRule> versions = clocks.get(key);
        if (versions == null) {
            throw new NoSuchElementException("clock " + key);
        }
        Map.Entry<LocalDate, ClockRule> held =
                versions.floorEntry(at.atZone(Deadline.ZONE).toLocalDate());
        return (held == null ? versions.firstEntry() : held).getValue();
    }

    /** The clocks that start with a task or an event, as in {@code task:report-intake/triage}, in key order. */
    public List<ClockRule> startedBy(String start, Instant at) {
        return keys().stream()
                .map(key -> rule(key, at))
                .filter(rule -> rule.starts().equals(start))
                .toList();
    }

    /** A ladder; empty without a key or when the county has taken the ladder away since the clock started. */
    public Optional<Ladder> ladder(@Nullable String key) {
        return Optional.ofNullable(key).map(ladders::get);
    }

    /** @throws NoSuchElementException for a key that the catalogue's checks would have refused */
    public Roster roster(String key) {
        return Optional.ofNullable(rosters.get(key)).orElseThrow(() -> new NoSuchElementException("roster " + key));
    }

    public Set<String> rosters() {
        return rosters.keySet();
    }

    public Calendars calendars() {
        return calendars;
    }
}
