package org.shouwang.supervision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Post;
import org.shouwang.access.Posts;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** Who answers a question about a case: the responsible person, or the unit whose turn it is. Never who asks. */
@Component
class Addressees {

    private static final String FIELD = "to";
    private static final String TOWNSHIP = "township";

    private final SupervisionStore store;
    private final Access access;
    private final Actors actors;
    private final Posts posts;
    private final Participations participations;
    private final Catalogues catalogues;

    Addressees(
            SupervisionStore store,
            Access access,
            Actors actors,
            Posts posts,
            Participations participations,
            Catalogues catalogues) {
        this.store = store;
        this.access = access;
        this.actors = actors;
        this.posts = posts;
        this.participations = participations;
        this.catalogues = catalogues;
    }

    /**
     * @param level {@code township} or {@code county}
     * @param officer the one asked; null when the unit is
     */
    record To(String level, @Nullable UUID officer) {}

    /** @param to {@code SUPERVISION_TO} */
    To of(CaseView file, String to, Actor asker) {
        return to.equals("responsible") ? responsible(file, asker) : unit(file);
    }

    private To responsible(CaseView file, Actor asker) {
        UUID officer = file.responsible();
        if (asker.officer().id().equals(officer)) {
            throw Refusal.invalid(List.of(FieldProblem.at(FIELD, "supervision-self")));
        }
        return Optional.ofNullable(officer)
                .flatMap(actors::of)
                .filter(actor -> answers(actor, file))
                .map(actor -> new To(
                        actor.posts().stream()
                                .findFirst()
                                .map(Post::role)
                                .map(this::level)
                                .orElse(file.lead()),
                        officer))
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at(FIELD, "supervision-nobody-responsible"))));
    }

    /** A village's work is answered for by its township; for what is with the police, whoever leads the case answers. */
    private To unit(CaseView file) {
        return new To(store.turnOf(file.id()).map(this::level).orElse(file.lead()), null);
    }

    private @Nullable String level(String role) {
        return catalogues
                .current()
                .roles()
                .find(role)
                .map(found -> found.tier().equals("village") ? TOWNSHIP : found.tier())
                .filter(tier -> tier.equals(TOWNSHIP) || tier.equals("county"))
                .orElse(null);
    }

    /** Who can answer what waits: whoever has it, else those who may take it and are not the asker. */
    Set<UUID> hearers(SupervisionStore.Waiting waiting, CaseView file, Actor asker) {
        Stream<UUID> all = waiting.assignee() != null
                ? Stream.of(waiting.assignee())
                : waiting.places().stream().flatMap(this::holders);
        return all.filter(officer -> !officer.equals(asker.officer().id()))
                .filter(officer -> actors.of(officer).stream().anyMatch(actor -> answers(actor, file)))
                .collect(Collectors.toSet());
    }

    private Stream<UUID> holders(String place) {
        int split = place.indexOf('/');
        return posts.holders(place.substring(0, split), place.substring(split + 1)).stream()
                .map(Officer::id);
    }

    private boolean answers(Actor actor, CaseView file) {
        boolean open = file.sealedClass().equals("open");
        return (open || participations.includes(file.id(), actor))
                && access.may(actor, "task.work", file.subject(), SupervisionAnswerRecord.FORM);
    }
}
