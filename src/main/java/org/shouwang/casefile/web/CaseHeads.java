package org.shouwang.casefile.web;

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
import org.shouwang.access.Post;
import org.shouwang.casefile.CaseTurns;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.springframework.stereotype.Component;

/** What stands on top of every page of a case. */
@Component
class CaseHeads {

    private final Cases cases;
    private final CaseTurns turns;
    private final Persons persons;
    private final Divisions divisions;
    private final Actors actors;
    private final Access access;
    private final Words words;

    CaseHeads(
            Cases cases,
            CaseTurns turns,
            Persons persons,
            Divisions divisions,
            Actors actors,
            Access access,
            Words words) {
        this.turns = turns;
        this.cases = cases;
        this.persons = persons;
        this.divisions = divisions;
        this.actors = actors;
        this.access = access;
        this.words = words;
    }

    /**
     * @param child the main person's sex and age in words, empty where nobody is known
     * @param place village and township
     * @param responsible name of the responsible person (主责人员), null while there is none
     * @param unit of the responsible person
     * @param lead who leads while nobody is named: township or county, in words
     * @param detail whether this reader works on the case and sees what was told about people
     * @param emergencyUntil when the emergency access ends that the reader sees this by, null without one
     * @param privacy whether the reader works with consents and requests
     * @param may what the reader may do to it now: {@code reopen}, {@code review}, {@code new-harm}, {@code restrict},
     *     {@code lift}, {@code lift-confirm}, {@code lift-refuse}
     * @param asks whether the reader may ask how it is handled (督办)
     * @param starts whether the reader may begin a process beside the main one
     * @param suggests whether the reader may record a procurator's or court's suggestion
     * @param reporter whether the reader may open who reported
     */
    record Head(
            CaseView file,
            String child,
            String place,
            @Nullable String responsible,
            @Nullable String unit,
            String lead,
            String opened,
            @Nullable String closed,
            boolean detail,
            @Nullable String emergencyUntil,
            List<String> may,
            boolean reporter,
            boolean privacy,
            boolean asks,
            boolean starts,
            boolean suggests,
            boolean refers) {}

    Head of(CaseView found, Locale locale) {
        Optional<Actor> responsible = Optional.ofNullable(found.responsible()).flatMap(actors::of);
        return new Head(
                found,
                Optional.ofNullable(found.mainPerson())
                        .flatMap(persons::find)
                        .map(child -> child(child, locale))
                        .orElse(""),
                place(found.division()),
                responsible.map(actor -> actor.officer().name()).orElse(null),
                responsible.flatMap(Actor::mainPost).map(Post::agencyName).orElse(null),
                words.code("LEAD", found.lead(), locale),
                words.day(found.openedAt()).toString(),
                found.closedAt() == null ? null : words.day(found.closedAt()).toString(),
                detail(found),
                actors.find()
                        .flatMap(actor -> access.emergency(actor, "case.read", found.subject()))
                        .map(emergency -> words.format("MM-dd HH:mm", emergency.until(), locale))
                        .orElse(null),
                may(found),
                access.may("reporter.open", found.subject()),
                access.may("consent.read", found.subject()),
                access.may("supervision.ask", found.subject()),
                access.may("process.start", found.subject()),
                access.may("suggestion.record", found.subject()),
                access.may("referral.read", found.subject()));
    }

    boolean detail(CaseView found) {
        return access.may("case.detail", found.subject());
    }

    private List<String> may(CaseView found) {
        List<String> acts =
                new ArrayList<>(found.open() ? List.of("new-harm", "restrict", "review") : List.of("reopen"));
        if (found.sealedClass().equals("restricted")) {
            acts.addAll(lift(found));
        }
        return acts.stream()
                .filter(act -> access.may("case." + act.replace("-refuse", "-confirm"), found.subject()))
                .filter(act -> !act.equals("review") || cases.awaitsReview(found.id()))
                .toList();
    }

    /** Proposing what nobody has proposed yet, or answering what a colleague has. */
    private List<String> lift(CaseView found) {
        Optional<UUID> proposer = turns.liftProposedBy(found.id());
        boolean mine =
                proposer.equals(actors.find().map(actor -> actor.officer().id()));
        if (proposer.isEmpty()) {
            return List.of("lift");
        }
        return mine ? List.of() : List.of("lift-confirm", "lift-refuse");
    }

    String child(PersonView child, Locale locale) {
        String age = child.age() == null
                ? words.say("person.age.unknown", locale)
                : words.say(child.birthEstimated() ? "person.age.about" : "person.age", locale, child.age());
        return words.say("person.sex." + child.sex(), locale) + words.say("person.comma", locale) + age;
    }

    /** 中渡镇竹岭村. */
    String place(String division) {
        List<Division> up = divisions.upwards(division);
        if (up.isEmpty()) {
            return division;
        }
        return up.size() > 1 && up.get(0).level().equals("village")
                ? up.get(1).name() + up.get(0).name()
                : up.get(0).name();
    }

    Optional<PersonView> person(UUID id) {
        return persons.find(id);
    }
}
