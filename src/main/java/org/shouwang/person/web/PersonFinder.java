package org.shouwang.person.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Divisions;
import org.shouwang.access.Scope.Range;
import org.shouwang.person.PersonSearch;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.springframework.stereotype.Component;

/** Looks for persons where the caller may look: a village's director in the village, a station in its township. */
@Component
class PersonFinder {

    private final Persons persons;
    private final Access access;
    private final Divisions divisions;

    PersonFinder(Persons persons, Access access, Divisions divisions) {
        this.persons = persons;
        this.access = access;
        this.divisions = divisions;
    }

    /** Somebody found, with the name of the place. */
    record Hit(PersonView person, String place) {}

    /**
     * Outside one's reach nothing is found; nothing tells that from nobody being there. A village finds those of its
     * registers, not a child whom only a report has brought in.
     */
    List<Hit> find(String text, @Nullable String division, boolean onlyChildren, int limit) {
        Map<String, String> places = new HashMap<>();
        boolean village = access.scope("person.background").territory().isEmpty();
        return ranges(division)
                .flatMap(
                        range -> persons
                                .search(
                                        new PersonSearch(text, range.first(), range.last(), onlyChildren, village),
                                        limit)
                                .stream())
                .distinct()
                .limit(limit)
                .map(person -> new Hit(person, places.computeIfAbsent(person.division(), divisions::name)))
                .toList();
    }

    private Stream<Range> ranges(@Nullable String division) {
        Stream<Range> reach = access.scope("person.search").territory().stream().distinct();
        if (division == null || division.isBlank()) {
            return reach;
        }
        Optional<Range> asked = divisions.find(division).map(found -> new Range(found.first(), found.last()));
        return asked.stream().flatMap(wanted -> reach.flatMap(range -> overlap(range, wanted).stream()));
    }

    private static Optional<Range> overlap(Range one, Range other) {
        String first = one.first().compareTo(other.first()) > 0 ? one.first() : other.first();
        String last = one.last().compareTo(other.last()) < 0 ? one.last() : other.last();
        return first.compareTo(last) <= 0 ? Optional.of(new Range(first, last)) : Optional.empty();
    }
}
