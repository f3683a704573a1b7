package org.shouwang.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Divisions;
import org.shouwang.person.MergeStore.Pair;
import org.springframework.stereotype.Component;

/** On a person's page: the other files of the same person, for whoever reads those as well. */
@Component
class SamePerson implements PersonPart {

    private final MergeStore store;
    private final PersonViews views;
    private final Divisions divisions;
    private final Access access;
    private final Clock clock;

    SamePerson(MergeStore store, PersonViews views, Divisions divisions, Access access, Clock clock) {
        this.store = store;
        this.views = views;
        this.divisions = divisions;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "same";
    }

    @Override
    public List<Line> lines(UUID person, Actor by, Locale locale) {
        return store.same(person).stream()
                .flatMap(pair -> line(person, pair, by).stream())
                .toList();
    }

    private Optional<Line> line(UUID person, Pair pair, Actor by) {
        UUID other = person.equals(pair.person()) ? pair.other() : pair.person();
        String day = LocalDate.ofInstant(Objects.requireNonNull(pair.decidedAt()), clock.getZone())
                .toString();
        return views.find(other)
                .filter(found -> access.may(by, "person.read", found.subject()))
                .map(found -> new Line(day, found.name(), divisions.name(found.division()), "/persons/" + found.id()));
    }
}
