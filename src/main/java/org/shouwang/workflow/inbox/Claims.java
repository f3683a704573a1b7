package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Post;
import org.shouwang.access.Posts;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.springframework.stereotype.Component;

/** Who holds a task: claim (领取), release (退回), hand over; and whether somebody may. */
@Component
public class Claims {

    private static final String FOR = "for";

    private final InboxStore store;
    private final WorkSubjects subjects;
    private final Addressing addressing;
    private final DutyCalls calls;
    private final TaskClocks clocks;
    private final FormBook forms;
    private final Participations participations;
    private final Access access;
    private final Actors actors;
    private final Posts posts;
    private final Journal journal;
    private final Clock clock;
    private final RowIdentity identity;

    Claims(
            InboxStore store,
            WorkSubjects subjects,
            Addressing addressing,
            DutyCalls calls,
            TaskClocks clocks,
            FormBook forms,
            Participations participations,
            Access access,
            Actors actors,
            Posts posts,
            Journal journal,
            Clock clock,
            RowIdentity identity) {
        this.store = store;
        this.subjects = subjects;
        this.addressing = addressing;
        this.calls = calls;
        this.clocks = clocks;
        this.forms = forms;
        this.participations = participations;
        this.access = access;
        this.actors = actors;
        this.posts = posts;
        this.journal = journal;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * The task, if the actor may see it: because it is his or hers, because the unit may take it, or because the
     * subject is within reach.
     *
     * @throws Refusal 404 otherwise
     */
    public InboxTask visible(String task, Actor actor) {
        InboxTask found = store.find(task).orElseThrow(Refusal::notFound);
        if (works(found, actor) || access.may("task.read", found.subject())) {
            // What the task is about belongs to it: whoever may work on the one reads of the other what pages show.
            identity.open(found.subjectId());
            return found;
        }
        throw Refusal.notFound();
    }

    /** As {@link #visible}, held until the transaction ends, and only if this actor may work on it. */
    public InboxTask lockForWork(String task, Actor actor) {
        InboxTask found = store.lock(task).orElseThrow(Refusal::notFound);
        visible(task, actor);
        if (!found.open()) {
            throw Refusal.conflict("task-done", found.doneUnit() == null ? "" : found.doneUnit());
        }
        if (found.assignee() != null && !holds(found, actor)) {
            throw Refusal.conflict("task-taken");
        }
        if (store.isExcluded(task, actor.officer().id())) {
            throw Refusal.forbidden("four-eyes");
        }
        if (!access.may(actor, "task.work", found.subject(), found.form())) {
            throw Refusal.forbidden("task.work");
        }
        if (found.assignee() == null && !mayTake(found, actor)) {
            throw Refusal.forbidden("task.work");
        }
        return found;
    }

    /** Takes a task; taking one's own again changes nothing. */
    public void claim(String task, Actor actor) {
        InboxTask found = lockForWork(task, actor);
        if (!holds(found, actor)) {
            give(found, actor);
            journal.append(event("task.claimed", found, actor, asDeputy(found, actor)));
        }
    }

    /**
     * Takes a task over from those it was drawn for, to do it for them; whoever has it has it no longer. Of what is
     * restricted only who is named on it may.
     *
     * @param act of the matrix that lets this actor
     */
    public void takeOver(String task, String act, Actor actor) {
        InboxTask found = store.lock(task).orElseThrow(Refusal::notFound);
        access.require(act, found.subject());
        boolean named = found.sealedClass().equals("open") || participations.includes(found.subjectId(), actor);
        if (actor.barred().contains(found.subjectId()) || !named) {
            throw Refusal.notFound();
        }
        if (!found.open()) {
            throw Refusal.conflict("task-done", found.doneUnit() == null ? "" : found.doneUnit());
        }
        if (!isTheirs(found, act)) {
            throw Refusal.conflict("task-taken");
        }
        if (store.isExcluded(task, actor.officer().id())) {
            throw Refusal.forbidden("four-eyes");
        }
        if (!access.may(actor, "task.work", found.subject(), found.form())) {
            throw Refusal.forbidden("task.work");
        }
        if (!holds(found, actor)) {
            give(found, actor);
            journal.append(
                    found.assignee() == null
                            ? event("task.claimed", found, actor, Map.of())
                            : event(
                                    "task.reassigned",
                                    found,
                                    actor,
                                    Map.of("to", actor.officer().id().toString())));
        }
    }

    /** Whether nobody has it, or one of those it is taken over from: a case worker who is at it is not interrupted. */
    private boolean isTheirs(InboxTask task, String act) {
        return task.assignee() == null
                || actors.of(task.assignee()).stream().allMatch(holder -> access.may(holder, act, task.subject()));
    }

    /** Gives a task back to those who may take it. Who has done nothing for the subject takes no part any longer. */
    public void release(String task, Actor actor) {
        InboxTask found = lockForWork(task, actor);
        if (!holds(found, actor)) {
            throw Refusal.conflict("task-not-yours");
        }
        store.assign(task, null, null);
        clocks.handTo(found, null);
        subjects.find(found.subjectId()).ifPresent(subject -> addressing.addressAgain(task, subject));
        UUID holder = Objects.requireNonNull(found.assignee());
        if (!store.works(found.subjectId(), holder)) {
            participations.end(found.subjectId(), holder, "task");
        }
        journal.append(event("task.released", found, actor, asDeputy(found, actor)));
    }

    /**
     * Hands a task to another officer who may hold it, as a superior or as its holder. Of a restricted case a superior may
     * hand it to whoever has the role it is drawn for: that names him or her on the case.
     *
     * @throws Refusal 422 when the other may not hold it
     */
    public void reassign(String task, UUID to, Actor by) {
        InboxTask found = store.lock(task).orElseThrow(Refusal::notFound);
        visible(task, by);
        if (!found.open()) {
            throw Refusal.conflict("task-done", found.doneUnit() == null ? "" : found.doneUnit());
        }
        boolean names = mayHandOver(found, by);
        Actor other = actors.of(to).orElseThrow(Refusal::notFound);
        if (!fits(found, other, names) || store.isExcluded(task, to)) {
            throw Refusal.conflict("officer-unfit");
        }
        give(found, other);
        journal.append(event("task.reassigned", found, by, Map.of("to", to.toString())));
    }

    /**
     * Who else could have this task, for its holder or a superior who wants to hand it over.
     *
     * @throws Refusal 403 when it is not for this actor to hand over
     */
    public List<Actor> fitting(String task, Actor by) {
        InboxTask found = visible(task, by);
        boolean names = mayHandOver(found, by);
        return store.candidates(task).stream()
                .flatMap(place -> posts.holders(place.role(), place.division()).stream())
                .map(Officer::id)
                .distinct()
                .filter(officer -> !officer.equals(found.assignee()) && !store.isExcluded(task, officer))
                .flatMap(officer -> actors.of(officer).stream())
                .filter(other -> fits(found, other, names))
                .toList();
    }

    /** @return whether it is as a superior, and not only as its holder */
    private boolean mayHandOver(InboxTask task, Actor by) {
        boolean superior = access.may(by, "task.reassign", task.subject());
        if (!superior && !holds(task, by)) {
            access.require("task.reassign", task.subject());
        }
        return superior;
    }

    /** A superior names whom a restricted case's task goes to; a holder passes it on among those who are named. */
    private boolean fits(InboxTask task, Actor other, boolean names) {
        return mayTake(task, other) || names && !other.barred().contains(task.subjectId()) && isCandidate(task, other);
    }

    private void give(InboxTask task, Actor to) {
        UUID officer = to.officer().id();
        store.assign(task.id(), officer, clock.instant());
        calls.stopRinging(task.id());
        clocks.handTo(task, officer);
        clocks.claimed(task);
        takesPart(task, officer);
    }

    /** Marks it done, after the engine has been told; the next one to try reads who was first. */
    public void done(InboxTask task, Actor by) {
        String unit = by.mainPost().map(Post::agencyName).orElse(null);
        store.done(task.id(), by.officer().id(), unit, clock.instant());
        store.removeCandidates(task.id());
        takesPart(task, by.officer().id());
        clocks.stop(task.id(), "done");
    }

    /** Whoever works on a case has a part in it from then on; who only looks at how others work has none. */
    private void takesPart(InboxTask task, UUID officer) {
        if (forms.current().find(task.form()).stream().noneMatch(Form::oversight)) {
            participations.name(task.subjectId(), officer, "task");
        }
    }

    /** Whether the task is this officer's, or could be. */
    public boolean works(InboxTask task, Actor actor) {
        return holds(task, actor) || mayTake(task, actor);
    }

    /** For the journal: for whom this officer acts, where it is not an own right he or she acts by (代办). */
    public Map<String, String> asDeputy(InboxTask task, Actor actor) {
        if (actor.posts().stream().allMatch(post -> post.actingFor() == null)) {
            return Map.of();
        }
        if (task.assignee() != null) {
            boolean own = task.assignee().equals(actor.officer().id()) || !holds(task, actor);
            return own ? Map.of() : Map.of(FOR, task.assignee().toString());
        }
        List<InboxStore.Candidate> candidates = store.candidates(task.id());
        List<Post> fitting = actor.posts().stream()
                .filter(post -> candidates.contains(new InboxStore.Candidate(post.role(), post.place())))
                .toList();
        boolean own = fitting.isEmpty() || fitting.stream().anyMatch(post -> post.actingFor() == null);
        return own ? Map.of() : Map.of(FOR, String.valueOf(fitting.get(0).actingFor()));
    }

    private static boolean holds(InboxTask task, Actor actor) {
        return actor.names().contains(task.assignee()) && !actor.barred().contains(task.subjectId());
    }

    /** Whether it could be this officer's, by a post, a roster or as somebody's deputy. */
    boolean mayTake(InboxTask task, Actor actor) {
        if (actor.barred().contains(task.subjectId())) {
            return false;
        }
        if (!task.sealedClass().equals("open") && !participations.includes(task.subjectId(), actor)) {
            return false;
        }
        return isCandidate(task, actor) || calls.includes(task.id(), actor.names());
    }

    private boolean isCandidate(InboxTask task, Actor actor) {
        Set<String> places = actor.posts().stream()
                .map(post -> post.role() + "/" + post.place())
                .collect(Collectors.toSet());
        return store.isCandidate(task.id(), places);
    }

    private static Event event(String act, InboxTask task, Actor by, Map<String, String> details) {
        @Nullable UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, task.subjectId(), by.officer().id(), agency, task.stage(), task.id(), details);
    }
}
