package org.shouwang.workflow.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Officer;
import org.shouwang.workflow.Delegation;
import org.shouwang.workflow.Delegations;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** What the page and the API of delegations show. */
@Component
class DelegationPages {

    private final Delegations delegations;
    private final Agencies agencies;
    private final Catalogues catalogues;

    DelegationPages(Delegations delegations, Agencies agencies, Catalogues catalogues) {
        this.delegations = delegations;
        this.agencies = agencies;
        this.catalogues = catalogues;
    }

    /**
     * @param mine whether the reader is the one absent
     * @param deputises whether the reader stands in
     * @param personal whether tasks and cases in the absent officer's own name go along
     */
    record Row(
            UUID id,
            String officer,
            String deputy,
            String ground,
            LocalDate from,
            LocalDate until,
            boolean mine,
            boolean deputises,
            boolean personal) {}

    record Person(UUID id, String name, String unit) {}

    List<Row> current(Actor reader, Locale locale) {
        List<Delegation> found = delegations.current(reader);
        Map<UUID, String> names = agencies.officers(found.stream()
                .flatMap(each -> Stream.of(each.officer(), each.deputy()))
                .toList());
        UUID self = reader.officer().id();
        return found.stream()
                .map(each -> new Row(
                        each.id(),
                        names.getOrDefault(each.officer(), ""),
                        names.getOrDefault(each.deputy(), ""),
                        catalogues.current().codes().name("ABSENCE", each.ground(), locale),
                        each.from(),
                        each.until(),
                        each.officer().equals(self),
                        each.deputy().equals(self),
                        each.personal()))
                .toList();
    }

    List<Person> deputies(UUID officer, Actor reader) {
        return people(delegations.deputies(officer, reader));
    }

    List<Person> subordinates(Actor reader) {
        return people(delegations.subordinates(reader));
    }

    private List<Person> people(List<Officer> officers) {
        Map<UUID, String> units =
                agencies.unitsOf(officers.stream().map(Officer::id).toList());
        return officers.stream()
                .map(each -> new Person(each.id(), each.name(), units.getOrDefault(each.id(), "")))
                .toList();
    }
}
