package org.shouwang.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.web.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The one judge of who may do what: actor's posts × access matrix × participation. What nothing allows is refused. */
@Component
public class Access {

    private final Actors actors;
    private final AccessMatrix matrix;
    private final Participations participations;
    // Whoever keeps the cases asks this judge as well.
    private final ObjectProvider<Standings> standings;

    Access(Actors actors, AccessMatrix matrix, Participations participations, ObjectProvider<Standings> standings) {
        this.actors = actors;
        this.matrix = matrix;
        this.participations = participations;
        this.standings = standings;
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

    /** Whether {@code actor} may do {@code act} with this form of the subject. */
    public boolean may(Actor actor, String act, Subject subject, String form) {
        return may(actor, act, subject, rule -> rule.form().has(form));
    }

    /** What {@code actor} reads of the subject's records: which forms, and of those which fields. */
    public Sight sight(Actor actor, Subject subject) {
        if (actor.barred().contains(subject.id())) {
            return new Sight(actor.officer().id(), List.of());
        }
        Subject placed = placed(subject);
        Map<Rule.Reach, Boolean> reached = new EnumMap<>(Rule.Reach.class);
        List<Rule> rules = new ArrayList<>();
        for (Post post : actor.posts()) {
            reached.remove(Rule.Reach.TERRITORY);
            reached.remove(Rule.Reach.UNIT);
            matrix.rules("record.read").stream()
                    .filter(rule -> rule.role().equals(post.role()) && holdsFor(rule, placed))
                    .filter(rule -> rule.reach() == Rule.Reach.OWN
                            || reached.computeIfAbsent(rule.reach(), reach -> reaches(actor, post, reach, placed)))
                    .forEach(rules::add);
        }
        return new Sight(actor.officer().id(), rules);
    }

    /** The emergency access that {@code act} rests on; empty when it is refused, or allowed without one. */
    public Optional<Emergency> emergency(Actor actor, String act, Subject subject) {
        return actor.emergency(subject)
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
        Set<UUID> named = new LinkedHashSet<>();
        Set<String> assigned = new HashSet<>();
        boolean own = false;
        for (Post post : actor.posts()) {
            for (Rule rule : matrix.rules(act)) {
                if (!rule.role().equals(post.role())) {
                    continue;
                }
                switch (rule.reach()) {
                    case TERRITORY -> {
                        territory.addAll(post.area());
                        if (rule.restricted()) {
                            restricted.addAll(post.area());
                        }
                    }
                    case UNIT -> agencies.add(post.agency());
                    case ASSIGNED -> {
                        if (post.named()) {
                            named.add(actor.holder(post));
                            Subject.STATES.stream().filter(rule.state()::has).forEach(assigned::add);
                        }
                    }
                    case OWN -> own = true;
                    case EMERGENCY, LEAD, ANY -> {}
                }
            }
        }
        return new Scope(actor.officer().id(), agencies, territory, restricted, named, assigned, own, actor.barred());
    }

    private boolean reaches(Actor actor, Post post, Rule rule, Subject subject) {
        return holdsFor(rule, rule.asksStanding() ? placed(subject) : subject)
                && reaches(actor, post, rule.reach(), subject);
    }

    private static boolean holdsFor(Rule rule, Subject subject) {
        boolean shut = subject.sealed() || subject.sealedClass().equals("archived");
        boolean lessOpen = subject.sealed() || subject.sealedClass().equals("restricted");
        return (rule.restricted() || !lessOpen)
                && (rule.reach() == Rule.Reach.EMERGENCY || !shut)
                && rule.stage().has(subject.stage())
                && rule.state().has(subject.state());
    }

    /** Where it stands, asked for only where a rule wants to know. */
    private Subject placed(Subject subject) {
        if (subject.state() != null) {
            return subject;
        }
        return standings.stream()
                .flatMap(each -> each.of(subject.id()).stream())
                .findFirst()
                .map(standing -> subject.at(standing.stage(), standing.state()))
                .orElse(subject);
    }

    private boolean reaches(Actor actor, Post post, Rule.Reach reach, Subject subject) {
        return switch (reach) {
            case ANY -> true;
            case OWN -> post.actingFor() == null && actor.officer().id().equals(subject.owner());
            case TERRITORY -> post.covers(subject.division());
            case EMERGENCY -> actor.emergency(subject).isPresent();
            case LEAD -> post.named() && participations.has(subject.id(), actor.holder(post), "responsible");
            case ASSIGNED -> post.named() && participations.has(subject.id(), actor.holder(post));
            case UNIT -> participations.hasAgency(subject.id(), post.agency());
        };
    }
}
