package org.shouwang.person.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.person.FactSource;
import org.shouwang.person.Guardian;
import org.shouwang.person.Household;
import org.shouwang.person.PersonFile;
import org.shouwang.person.PersonFile.Origin;
import org.shouwang.person.PersonPart;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.person.ProtectedAddresses;
import org.shouwang.web.Crumb;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.CodeList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a person's page together, for whoever may read it. */
@Component
class PersonPages {

    /** Key of the source that says there was a report. */
    private static final String REPORT = FactSource.REPORT.key();

    private final Persons persons;
    private final ProtectedAddresses addresses;
    private final Catalogues catalogues;
    private final Access access;
    private final Actors actors;
    private final Divisions divisions;
    private final ObjectProvider<PersonPart> parts;
    private final Clock clock;

    PersonPages(
            Persons persons,
            ProtectedAddresses addresses,
            Catalogues catalogues,
            Access access,
            Actors actors,
            Divisions divisions,
            ObjectProvider<PersonPart> parts,
            Clock clock) {
        this.persons = persons;
        this.addresses = addresses;
        this.catalogues = catalogues;
        this.access = access;
        this.actors = actors;
        this.divisions = divisions;
        this.parts = parts;
        this.clock = clock;
    }

    /** All of a person's page. */
    record PersonPage(
            PersonFile file,
            String place,
            List<Fact> facts,
            @Nullable Household household,
            boolean mayProtect,
            boolean mayOpen,
            List<Ground> grounds,
            List<Guardian> guardians,
            List<PersonView> siblings,
            List<Part> parts) {}

    /** On which a protected address is opened: an {@code ADDRESS_GROUND}. */
    record Ground(String key, String name) {}

    /** What another module knows. */
    record Part(
            String key,
            List<PersonPart.Line> lines,
            @Nullable Crumb link) {}

    /**
     * One line of the file.
     *
     * @param key of the label, under {@code person.fact.<key>}
     * @param code whether the value is the rest of a message key rather than text
     * @param source key under {@code person.source.<source>}, null where the line has none
     */
    record Fact(
            String key,
            String value,
            boolean code,
            @Nullable String source,
            @Nullable LocalDate since) {

        Fact withoutSource() {
            return new Fact(key, value, code, null, null);
        }
    }

    /** @throws Refusal 404 where there is no such file, or none for the caller */
    PersonPage open(UUID id, Locale locale) {
        PersonView person = persons.find(id).orElseThrow(Refusal::notFound);
        access.require("person.read", person.subject());
        PersonFile file = persons.file(id, actors.current()).orElseThrow(Refusal::notFound);
        boolean background = access.may("person.background", person.subject());
        return new PersonPage(
                file,
                divisions.name(person.division()),
                facts(file, background),
                addresses.household(person).orElse(null),
                addresses.mayProtect(person, actors.current()),
                addresses.mayOpen(person, actors.current()),
                grounds(locale),
                guardians(id, background),
                persons.siblingsOf(id),
                parts(id, locale));
    }

    private List<Ground> grounds(Locale locale) {
        CodeList grounds = catalogues.current().codes().get("ADDRESS_GROUND");
        return grounds.keys().stream()
                .map(key -> new Ground(key, grounds.name(key, locale)))
                .toList();
    }

    private List<Part> parts(UUID id, Locale locale) {
        Actor reader = actors.current();
        return parts.stream()
                .map(part -> new Part(
                        part.key(),
                        part.lines(id, reader, locale),
                        part.link(id, reader, locale).orElse(null)))
                .filter(part -> !part.lines().isEmpty() || part.link() != null)
                .toList();
    }

    /** That a guardian is held is a reason a village does not learn: for it, he or she is away. */
    private List<Guardian> guardians(UUID child, boolean background) {
        return persons.guardiansOf(child).stream()
                .map(guardian -> background ? guardian : guardian.withoutReason())
                .toList();
    }

    private List<Fact> facts(PersonFile file, boolean background) {
        return facts(file).stream()
                .map(fact -> background || !REPORT.equals(fact.source()) ? fact : fact.withoutSource())
                .toList();
    }

    private List<Fact> facts(PersonFile file) {
        PersonView person = file.person();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(file, "name", person.name(), false));
        facts.add(fact(file, "sex", "person.sex." + person.sex(), true));
        Optional.ofNullable(person.birthDate())
                .ifPresent(date -> facts.add(
                        fact(file, person.birthEstimated() ? "birthEstimated" : "birthDate", date.toString(), false)));
        Optional.ofNullable(file.maskedIdNumber())
                .ifPresent(number -> facts.add(fact(file, "idNumber", number, false)));
        Optional.ofNullable(file.idReason())
                .ifPresent(reason -> facts.add(fact(file, "idNumber", "person.id-reason." + reason.key(), true)));
        Optional.ofNullable(file.phone()).ifPresent(phone -> facts.add(fact(file, "phone", phone, false)));
        facts.add(fact(file, "division", placeName(person.division()), false));
        return facts;
    }

    private Fact fact(PersonFile file, String key, String value, boolean code) {
        @Nullable Origin origin = file.origins().get(key.equals("birthEstimated") ? "birthDate" : key);
        return origin == null
                ? new Fact(key, value, code, null, null)
                : new Fact(key, value, code, origin.source().key(), LocalDate.ofInstant(origin.at(), clock.getZone()));
    }

    /** 中渡镇竹岭村. */
    private String placeName(String division) {
        List<Division> upwards = divisions.upwards(division);
        String place = divisions.name(division);
        return upwards.size() > 1 && upwards.get(0).level().equals("village")
                ? upwards.get(1).name() + place
                : place;
    }
}
