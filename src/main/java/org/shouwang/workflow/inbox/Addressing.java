package org.shouwang.workflow.inbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Posts;
import org.shouwang.workflow.WorkSubject;
import org.springframework.stereotype.Component;

/** Who may take a task: the roles drawn for it, where somebody holds them who is not kept off; else whoever is above. */
@Component
class Addressing {

    /**
     * Get what nobody else could be found for, the first in whose role somebody is free: a vacant post must be
     * somebody's problem, and when the head of the county's body is kept off, the authority above that body has it.
     */
    private static final List<String> SUPERIORS = List.of("county-supervisor", "civil-affairs");

    private final InboxStore store;
    private final Posts posts;
    private final Participations participations;

    Addressing(InboxStore store, Posts posts, Participations participations) {
        this.store = store;
        this.posts = posts;
        this.participations = participations;
    }

    void address(String task, List<String> roles, WorkSubject subject) {
        Set<UUID> barred = participations.barred(subject.id());
        boolean addressed = false;
        for (String role : roles) {
            Optional<String> place = place(role, subject, barred);
            boolean instead = isOpen(subject) && posts.standsIn(role, subject.division());
            place.ifPresent(found -> store.addCandidate(task, role, found, instead));
            addressed |=
                    place.filter(division -> mayHold(subject, role, division)).isPresent();
        }
        if (!addressed) {
            goUp(task, subject, barred, !barred.isEmpty());
        }
    }

    /** The task is one person's: whoever else could have it gets it when that person gives it back. */
    void addressBehind(String task, List<String> roles, WorkSubject subject) {
        Set<UUID> barred = participations.barred(subject.id());
        roles.forEach(
                role -> place(role, subject, barred).ifPresent(place -> store.addCandidate(task, role, place, false)));
    }

    /** What is restricted goes to named persons, and of the police those are the bureau's, never a station's. */
    private Optional<String> place(String role, WorkSubject subject, Set<UUID> barred) {
        return isOpen(subject)
                ? posts.nearest(role, subject.division(), barred)
                : posts.upwards(role, subject.division(), barred);
    }

    private static boolean isOpen(WorkSubject subject) {
        return subject.sealedClass().equals("open");
    }

    /** A task that nobody holds and whose candidates are all kept off by now goes up. */
    void addressAgain(String task, WorkSubject subject) {
        Set<UUID> barred = participations.barred(subject.id());
        boolean somebodyLeft = store.candidates(task).stream()
                .anyMatch(place -> mayHold(subject, place.role(), place.division())
                        && posts.holders(place.role(), place.division()).stream()
                                .anyMatch(officer -> !barred.contains(officer.id())));
        if (!somebodyLeft) {
            goUp(task, subject, barred, true);
        }
    }

    /** @param instead whether somebody had it, or could have had, who is kept off or has left */
    private void goUp(String task, WorkSubject subject, Set<UUID> barred, boolean instead) {
        for (String role : SUPERIORS) {
            Optional<String> place = posts.nearest(role, subject.division(), barred);
            if (place.isPresent()) {
                store.addCandidate(task, role, place.get(), true);
                if (instead) {
                    letSee(subject, role, place.get(), barred);
                }
                return;
            }
        }
        store.addCandidate(task, SUPERIORS.get(0), subject.division(), true);
    }

    /**
     * What is restricted goes to named persons only: where those named are kept off, or have left, whoever it goes up
     * to is named in their place, or nobody could take it.
     */
    private void letSee(WorkSubject subject, String role, String division, Set<UUID> barred) {
        if (!mayHold(subject, role, division)) {
            posts.holders(role, division).stream()
                    .map(Officer::id)
                    .filter(officer -> !barred.contains(officer))
                    .forEach(officer -> participations.name(subject.id(), officer, "named"));
        }
    }

    /** Of what is restricted only named persons see a task: a role that none of them holds is as good as vacant. */
    private boolean mayHold(WorkSubject subject, String role, String division) {
        return isOpen(subject) || participations.includesHolder(subject.id(), role, division);
    }
}
