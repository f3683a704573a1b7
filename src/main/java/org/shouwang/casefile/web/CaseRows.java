package org.shouwang.casefile.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Agencies;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Scope;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.clock.Clocks;
import org.springframework.stereotype.Component;

/** Rows of the list: places, units and lateness of all of them in one query each. */
@Component
class CaseRows {

    private final Divisions divisions;
    private final Agencies agencies;
    private final Clocks clocks;
    private final Access access;
    private final Words words;

    CaseRows(Divisions divisions, Agencies agencies, Clocks clocks, Access access, Words words) {
        this.divisions = divisions;
        this.agencies = agencies;
        this.clocks = clocks;
        this.access = access;
        this.words = words;
    }

    /**
     * @param unit of the responsible person, or who leads
     * @param late whether a clock of ours has run out
     */
    record Row(CaseView file, String place, @Nullable String stage, String unit, boolean late, String opened) {}

    List<Row> of(List<CaseView> cases, Locale locale) {
        Map<String, String> places =
                divisions.names(cases.stream().map(CaseView::division).collect(Collectors.toCollection(TreeSet::new)));
        Map<UUID, String> units = agencies.unitsOf(cases.stream()
                .flatMap(found -> Optional.ofNullable(found.responsible()).stream())
                .toList());
        Set<UUID> late = clocks.late(cases.stream().map(CaseView::id).toList());
        return cases.stream()
                .map(found -> new Row(
                        found,
                        places.getOrDefault(found.division(), ""),
                        found.stage() == null ? null : words.code("STAGE", found.stage(), locale),
                        unit(found, units, locale),
                        late.contains(found.id()),
                        words.day(found.openedAt()).toString()))
                .toList();
    }

    private String unit(CaseView found, Map<UUID, String> units, Locale locale) {
        String unit = found.responsible() == null ? null : units.get(found.responsible());
        return unit == null ? words.code("LEAD", found.lead(), locale) : unit;
    }

    /** The townships a reader may choose from; none for those who read single cases only. */
    List<Division> townships() {
        Collection<Scope.Range> reach = access.scope("case.read").territory();
        return reach.stream()
                .map(Scope.Range::first)
                .distinct()
                .flatMap(code -> divisions.find(code).stream())
                .filter(division -> division.level().equals("county"))
                .flatMap(county -> divisions.children(county.code()).stream())
                .toList();
    }
}
