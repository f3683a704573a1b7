package org.shouwang.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.casefile.CasePart;
import org.shouwang.casefile.CaseTurn;
import org.shouwang.casefile.CaseTurns;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.PoliceContact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Measures and services: what the police, the conference and the other modules did, part by part. */
@Component
class CaseMeasures {

    private final Cases cases;
    private final CaseTurns turns;
    private final ObjectProvider<CasePart> parts;
    private final CaseRecords records;
    private final Access access;
    private final Words words;

    CaseMeasures(
            Cases cases,
            CaseTurns turns,
            ObjectProvider<CasePart> parts,
            CaseRecords records,
            Access access,
            Words words) {
        this.cases = cases;
        this.turns = turns;
        this.parts = parts;
        this.records = records;
        this.access = access;
        this.words = words;
    }

    record Part(String key, List<Line> lines) {}

    /**
     * @param record the completed form it comes from, none where somebody acted without one
     * @param locked whether more was said that is not for this reader
     */
    record Line(
            String at,
            String text,
            List<String> details,
            @Nullable UUID record,
            boolean locked) {}

    List<Part> of(CaseView found, boolean detail, Locale locale) {
        List<Part> all = new ArrayList<>();
        all.add(new Part("conference", conferences(found.id(), locale)));
        if (!found.sealedClass().equals("open") && !access.may("step.read", found.subject())) {
            // What the police, the emergency and the placement were would say what the hidden steps are.
            return readable(all, found);
        }
        all.add(new Part("police", police(found.id(), locale)));
        Stream.of("assessment", "plan", "visit").forEach(key -> parts.stream()
                .filter(part -> part.key().equals(key))
                .forEach(part -> all.add(new Part(key, lines(part, found.id(), locale)))));
        parts.stream()
                .filter(part -> all.stream().noneMatch(shown -> shown.key().equals(part.key())))
                .forEach(part -> all.add(new Part(part.key(), lines(part, found.id(), locale))));
        all.add(new Part("turn", turns(found.id(), detail, locale)));
        return readable(all, found);
    }

    /** A line says in short what a form says: who may not read the form does not read it here either. */
    private List<Part> readable(List<Part> all, CaseView found) {
        Set<UUID> opening = records.opening(found);
        return all.stream()
                .map(part -> new Part(
                        part.key(),
                        part.lines().stream()
                                .filter(line -> line.record() == null || opening.contains(line.record()))
                                .toList()))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    private List<Line> lines(CasePart part, UUID caseId, Locale locale) {
        return part.lines(caseId, locale).stream()
                .map(line ->
                        new Line(words.moment(line.at(), locale), line.text(), line.details(), line.record(), false))
                .toList();
    }

    private List<Line> conferences(UUID caseId, Locale locale) {
        return cases.conferences(caseId).stream()
                .map(held -> new Line(
                        words.moment(held.heldAt(), locale),
                        words.code("CONFERENCE_CONCLUSION", held.conclusion(), locale),
                        List.of(),
                        held.record(),
                        false))
                .toList();
    }

    private List<Line> police(UUID caseId, Locale locale) {
        return cases.police(caseId).stream()
                .map(contact -> new Line(
                        words.moment(Objects.requireNonNullElse(contact.happenedAt(), contact.at()), locale),
                        words.say("case.police." + contact.kind(), locale),
                        details(contact, locale),
                        contact.record(),
                        false))
                .toList();
    }

    private List<String> details(PoliceContact contact, Locale locale) {
        List<String> details = new ArrayList<>();
        if (contact.receiptNo() != null) {
            details.add(words.say("case.police.receipt", locale, contact.receiptNo()));
        }
        if (contact.resultCode() != null) {
            details.add(words.code("POLICE_RESULT", contact.resultCode(), locale));
        }
        if (contact.station() != null) {
            details.add(words.say("case.police.for-station", locale, contact.station()));
        }
        if (contact.byPhone()) {
            details.add(words.say("case.police.by-phone", locale));
        }
        return details;
    }

    private List<Line> turns(UUID caseId, boolean detail, Locale locale) {
        return turns.of(caseId).stream().map(turn -> line(turn, detail, locale)).toList();
    }

    private Line line(CaseTurn turn, boolean detail, Locale locale) {
        return new Line(
                words.moment(turn.at(), locale),
                words.say("case.turn." + turn.kind(), locale),
                detail ? List.of(turn.reason()) : List.of(),
                null,
                !detail);
    }
}
