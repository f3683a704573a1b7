package org.shouwang.workflow.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Officer;
import org.shouwang.access.Posts;
import org.shouwang.workflow.Conflict;
import org.shouwang.workflow.Conflicts;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** What the page and the API of conflicts of interest show. */
@Component
class ConflictPages {

    private final Conflicts conflicts;
    private final Posts posts;
    private final Agencies agencies;
    private final Access access;
    private final Catalogues catalogues;
    private final java.time.Clock clock;

    ConflictPages(
            Conflicts conflicts,
            Posts posts,
            Agencies agencies,
            Access access,
            Catalogues catalogues,
            java.time.Clock clock) {
        this.conflicts = conflicts;
        this.posts = posts;
        this.agencies = agencies;
        this.access = access;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * @param forOthers whether the reader may keep colleagues off, and therefore reads who is
     * @param lifts whether the reader may let them come back
     */
    record Shown(
            WorkSubject subject, boolean forOthers, boolean lifts, List<Row> running, List<Colleague> colleagues) {}

    record Row(UUID officer, String name, String ground, String reason, String declaredBy, LocalDate on) {}

    record Colleague(UUID id, String name, String unit) {}

    Shown of(UUID subject, Actor by, Locale locale) {
        WorkSubject found = conflicts.subject(subject, by);
        boolean forOthers = access.may("conflict.declare", found.subject());
        boolean lifts = access.may("conflict.lift", found.subject());
        List<Conflict> running = forOthers ? conflicts.of(found) : List.of();
        return new Shown(
                found, forOthers, lifts, rows(running, locale), forOthers ? colleagues(found, running, by) : List.of());
    }

    private List<Row> rows(List<Conflict> running, Locale locale) {
        Map<UUID, String> names = agencies.officers(running.stream()
                .flatMap(each -> List.of(each.officer(), each.declaredBy()).stream())
                .toList());
        return running.stream()
                .map(each -> new Row(
                        each.officer(),
                        names.getOrDefault(each.officer(), ""),
                        catalogues.current().codes().name("CONFLICT", each.ground(), locale),
                        each.reason(),
                        names.getOrDefault(each.declaredBy(), ""),
                        LocalDate.ofInstant(each.at(), clock.getZone())))
                .toList();
    }

    private List<Colleague> colleagues(WorkSubject subject, List<Conflict> running, Actor by) {
        Set<UUID> already = running.stream().map(Conflict::officer).collect(Collectors.toSet());
        List<Officer> others = posts.covering(subject.division()).stream()
                .filter(officer -> !already.contains(officer.id()))
                .filter(officer -> !officer.id().equals(by.officer().id()))
                .toList();
        Map<UUID, String> units =
                agencies.unitsOf(others.stream().map(Officer::id).toList());
        return others.stream()
                .map(officer -> new Colleague(officer.id(), officer.name(), units.getOrDefault(officer.id(), "")))
                .toList();
    }
}
