package org.shouwang.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.casefile.CasePerson;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.GradeEntry;
import org.shouwang.person.Guardian;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.springframework.stereotype.Component;

/** The people on a case and how its grade went, for whoever reads it. */
@Component
class CasePersons {

    private final Cases cases;
    private final Persons persons;
    private final Access access;
    private final Actors actors;
    private final CaseHeads heads;
    private final Words words;

    CasePersons(Cases cases, Persons persons, Access access, Actors actors, CaseHeads heads, Words words) {
        this.cases = cases;
        this.persons = persons;
        this.access = access;
        this.actors = actors;
        this.heads = heads;
        this.words = words;
    }

    /**
     * @param name shortened where the reader does not work on the case
     * @param link whether the reader may open the person's own file
     * @param tags what the person is here: the child, father, suspect …
     * @param facts sex, age, where
     * @param phone of a guardian, for those who work on the case
     */
    record Shown(
            UUID id,
            String name,
            boolean link,
            List<String> tags,
            String facts,
            @Nullable String whereabouts,
            @Nullable String phone) {}

    List<Shown> of(CaseView found, boolean detail, Locale locale) {
        List<CasePerson> people = cases.people(found.id());
        Map<UUID, PersonView> files =
                persons
                        .findAll(people.stream()
                                .map(CasePerson::person)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PersonView::id, Function.identity()));
        Map<UUID, Guardian> guardians = found.mainPerson() == null
                ? Map.of()
                : persons.guardiansOf(found.mainPerson()).stream()
                        .collect(Collectors.toMap(
                                guardian -> guardian.person().id(), Function.identity(), (first, again) -> first));
        List<Shown> shown = new ArrayList<>();
        for (String part : List.of("child", "sibling", "guardian", "suspect")) {
            for (CasePerson each : people) {
                PersonView person = files.get(each.person());
                if (each.part().equals(part) && person != null && !isShown(shown, person)) {
                    shown.add(shown(person, people, guardians.get(person.id()), detail, locale));
                }
            }
        }
        return shown;
    }

    private static boolean isShown(List<Shown> shown, PersonView person) {
        return shown.stream().anyMatch(each -> each.id().equals(person.id()));
    }

    private Shown shown(
            PersonView person, List<CasePerson> people, @Nullable Guardian guardian, boolean detail, Locale locale) {
        List<String> tags = people.stream()
                .filter(each -> each.person().equals(person.id()))
                .map(each -> tag(each, locale))
                .toList();
        boolean main = people.stream()
                .anyMatch(
                        each -> each.person().equals(person.id()) && each.part().equals("child"));
        String facts = heads.child(person, locale) + words.say("person.comma", locale) + heads.place(person.division());
        return new Shown(
                person.id(),
                detail || main ? person.name() : person.shortName(),
                access.may("person.read", person.subject()),
                tags,
                facts,
                guardian == null ? null : words.say("person.whereabouts." + guardian.whereabouts(), locale),
                detail && guardian != null ? guardian.phone() : null);
    }

    private String tag(CasePerson each, Locale locale) {
        if (each.relation() == null) {
            return words.say("case.part-of." + each.part(), locale);
        }
        return words.say("person.relation." + each.relation(), locale);
    }

    /** @param changed by a person against what the table proposed */
    record Grade(String grade, List<String> reasons, boolean changed, String at) {}

    /** The latest first. */
    List<Grade> grades(CaseView found) {
        return cases.grades(found, actors.current()).stream().map(this::grade).toList();
    }

    private Grade grade(GradeEntry entry) {
        return new Grade(
                entry.grade(),
                entry.reasons(),
                entry.overridden(),
                words.day(entry.at()).toString());
    }
}
