package org.shouwang.referral;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.casefile.CaseView;
import org.springframework.stereotype.Component;

/** Who gets a referral to a unit: one who works there; where its posts are vacant, one of the unit above. */
@Component
class Receivers {

    private final Agencies agencies;
    private final Actors actors;
    private final Access access;
    private final AnswerTerms terms;

    Receivers(Agencies agencies, Actors actors, Access access, AnswerTerms terms) {
        this.agencies = agencies;
        this.actors = actors;
        this.access = access;
        this.terms = terms;
    }

    /** @param instead whether it is one of the unit above */
    record Receiver(UUID officer, boolean instead) {}

    /** Empty where nobody logs in: then we ask by phone. */
    Optional<Receiver> of(UUID agency, CaseView file, Actor sender) {
        return worker(agency, file, sender)
                .map(officer -> new Receiver(officer, false))
                .or(() -> above(agency, file, sender));
    }

    private Optional<Receiver> above(UUID agency, CaseView file, Actor sender) {
        if (!agencies.hadPosts(agency)) {
            return Optional.empty();
        }
        return agencies.type(agency).flatMap(terms::superior).stream()
                .flatMap(kind -> agencies.above(agency, kind).stream())
                .flatMap(unit -> worker(unit, file, sender).stream())
                .findFirst()
                .map(officer -> new Receiver(officer, true));
    }

    private Optional<UUID> worker(UUID agency, CaseView file, Actor sender) {
        return agencies.workers(agency).stream()
                .filter(officer -> !officer.equals(sender.officer().id()))
                .flatMap(officer -> actors.of(officer).stream())
                .filter(actor -> receives(actor, file))
                .map(actor -> actor.officer().id())
                .findFirst();
    }

    private boolean receives(Actor actor, CaseView file) {
        return Stream.of(AnswerRecord.FORM, ResultRecord.FORM)
                .allMatch(form -> access.may(actor, "task.work", file.subject(), form));
    }
}
