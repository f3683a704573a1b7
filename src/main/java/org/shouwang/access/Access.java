package org.shouwang.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** The one judge of who may do what: actor's posts × access matrix × participation. What nothing allows is refused. */
@Component
public class Access {

    private final Actors actors;
    private final AccessMatrix matrix;
    private final Participations participations;

    Access(Actors actors, AccessMatrix matrix, Participations participations) {
        this.actors = actors;
        this.matrix = matrix;
        this.participations = participations;
    }

    /** Whether the current actor may do {@code act} at all, to something. */
    public boolean may(String act) {
        return actors.find().stream()
                .anyMatch(actor -> matrix.rules(act).stream().anyMatch(rule -> actor.holds(rule.role())));
    }

    /** Whether the current actor may do {@code act} to {@code subject}. */
    public boolean may(String act, Subject subject) {
        return actors.find().map(actor -> may(actor, act, subject)).orElse(false);
    }

    public boolean may(Actor actor, String act, Subject subject) {
        return may(actor, act, subject, rule -> true);
    }

    /** The emergency access that {@code act} rests on; empty when it is refused, or allowed without one. */
    public Optional<Emergency> emergency(Actor actor, String act, Subject subject) {
        return actor.emergency(subject.id())
                .filter(running -> !may(actor, act, subject, rule -> rule.reach() != Rule.Reach.EMERGENCY))
                .filter(running -> may(actor, act, subject));
    }

    private boolean may(Actor actor, String act, Subject subject, Predicate<Rule> counted) {
        return !actor.barred().contains(subject.id())
                && actor.posts().stream().anyMatch(post -> matrix.rules(act).stream()
                        .filter(counted)
                        .anyMatch(rule -> rule.role().equals(post.role()) && reaches(actor, post, rule, subject)));
    }

    /**
     * Refuses unless the current actor may do {@code act}.
     *
     * @throws Refusal 404 when the subject may not even be read, 403 when it may
     */
    public void require(String act, Subject subject) {
        if (may(act, subject)) {
            return;
        }
        String read = subject.kind() + ".read";
        throw !act.equals(read) && may(read, subject) ? Refusal.forbidden(act) : Refusal.notFound();
    }

    /** Refuses with 403 unless the current actor may do {@code act} to something. */
    public void require(String act) {
        if (!may(act)) {
            throw Refusal.forbidden(act);
        }
    }

    /** How far the current actor's right to {@code act} reaches. */
    public Scope scope(String act) {
        Actor actor = actors.current();
        List<Scope.Range> territory = new ArrayList<>();
        List<Scope.Range> restricted = new ArrayList<>();
        List<UUID> agencies = new ArrayList<>();
        boolean assigned = false;
        boolean own = false;
        for (Post post : actor.posts()) {
            for (Rule rule : matrix.rules(act)) {
                if (!rule.role().equals(post.role())) {
                    continue;
                }
                switch (rule.reach()) {
                    case TERRITORY -> {
                        Scope.Range range = new Scope.Range(post.firstDivision(), post.lastDivision());
                        territory.add(range);
                        if (rule.restricted()) {
                            restricted.add(range);
                        }
                    }
                    case UNIT -> agencies.add(post.agency());
                    case ASSIGNED -> assigned = true;
                    case OWN -> own = true;
                    case EMERGENCY, LEAD, ANY -> {}
                }
            }
        }
        return new Scope(actor.officer().id(), agencies, territory, restricted, assigned, own, actor.barred());
    }

    private boolean reaches(Actor actor, Post post, Rule rule, Subject subject) {
        if (subject.sealedClass().equals("restricted") && !rule.restricted()
                || subject.sealedClass().equals("archived") && rule.reach() != Rule.Reach.EMERGENCY) {
            return false;
        }
        return switch (rule.reach()) {
            case ANY -> true;
            case OWN -> actor.officer().id().equals(subject.owner());
            case TERRITORY -> post.covers(subject.division());
            case EMERGENCY -> actor.emergency(subject.id()).isPresent();
            case LEAD -> participations.has(subject.id(), actor.officer().id(), "responsible");
            case ASSIGNED -> participations.has(subject.id(), actor.officer().id());
            case UNIT -> participations.hasAgency(subject.id(), post.agency());
        };
    }
}
