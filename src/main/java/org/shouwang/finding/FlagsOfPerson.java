package org.shouwang.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.person.PersonPart;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.Crumb;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** On a person's page: that the household is flagged, and for whoever may know it, why. */
@Component
class FlagsOfPerson implements PersonPart {

    private final HouseholdFlags flags;
    private final Persons persons;
    private final Catalogues catalogues;
    private final Access access;
    private final MessageSource messages;

    FlagsOfPerson(HouseholdFlags flags, Persons persons, Catalogues catalogues, Access access, MessageSource messages) {
        this.flags = flags;
        this.persons = persons;
        this.catalogues = catalogues;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "flags";
    }

    @Override
    public List<Line> lines(UUID person, Actor by, Locale locale) {
        return persons.find(person)
                .map(found -> flags.now(found).stream()
                        .map(flag -> line(flag, found, locale))
                        .toList())
                .orElse(List.of());
    }

    private Line line(HouseholdFlag flag, PersonView person, Locale locale) {
        String until =
                messages.getMessage("flag.until.day", new Object[] {flag.until().toString()}, locale);
        HouseholdFlag.@Nullable Ground ground = flag.ground();
        if (ground == null) {
            return new Line(until, messages.getMessage("flag.here", null, locale), "", null);
        }
        String kind = catalogues.current().codes().name("FLAG_KIND", ground.kind(), locale);
        return new Line(
                until,
                messages.getMessage("flag.here.kind", new Object[] {kind}, locale),
                catalogues.current().codes().name("FLAG_SOURCE", ground.source(), locale),
                page(person));
    }

    @Override
    public Optional<Crumb> link(UUID person, Actor by, Locale locale) {
        return persons.find(person)
                .filter(found -> found.household() != null && access.may(by, "household.flag-read", found.subject()))
                .map(found -> new Crumb(messages.getMessage("flag.page", null, locale), page(found)));
    }

    private static String page(PersonView person) {
        return "/persons/" + person.id() + "/flags";
    }
}
