package org.shouwang.workflow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Participations;
import org.shouwang.access.Post;
import org.shouwang.access.Posts;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.Claims;
import org.shouwang.workflow.inbox.HandBack;
import org.shouwang.workflow.inbox.InboxTask;
import org.shouwang.workflow.inbox.SubjectTasks;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conflict of interest (回避): an officer who is related to a party, or named in a report, is kept off the case with all
 * its reports. What he or she held goes to the others who may, or up.
 */
@Service
@Transactional
public class Conflicts {

    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    private final ConflictStore store;
    private final WorkSubjects subjects;
    private final SubjectTasks tasks;
    private final Claims claims;
    private final HandBack handBack;
    private final Participations participations;
    private final Posts posts;
    private final Access access;
    private final Catalogues catalogues;
    private final Journal journal;
    private final RowIdentity identity;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SubjectKin> kin;

    Conflicts(
            ConflictStore store,
            WorkSubjects subjects,
            SubjectTasks tasks,
            Claims claims,
            HandBack handBack,
            Participations participations,
            Posts posts,
            Access access,
            Catalogues catalogues,
            Journal journal,
            RowIdentity identity,
            ApplicationEventPublisher events,
            ObjectProvider<SubjectKin> kin) {
        this.store = store;
        this.subjects = subjects;
        this.tasks = tasks;
        this.claims = claims;
        this.handBack = handBack;
        this.participations = participations;
        this.posts = posts;
        this.access = access;
        this.catalogues = catalogues;
        this.journal = journal;
        this.identity = identity;
        this.events = events;
        this.kin = kin;
    }

    /**
     * The case or report, for whoever may read it or may work on one of its tasks.
     *
     * @throws Refusal 404 for everybody else
     */
    public WorkSubject subject(UUID id, Actor by) {
        boolean works = tasks.of(List.of(id)).stream().filter(InboxTask::open).anyMatch(task -> claims.works(task, by));
        if (works) {
            identity.open(id);
        }
        WorkSubject found = subjects.find(id).orElseThrow(Refusal::notFound);
        if (by.barred().contains(id) || !works && !access.may(by, found.kind() + ".read", found.subject())) {
            throw Refusal.notFound();
        }
        identity.open(id);
        return found;
    }

    /** Keeps oneself off. */
    public void declareOwn(UUID subject, String ground, String reason, Actor by) {
        keepOff(subject(subject, by), by.officer().id(), ground, reason, by);
    }

    /**
     * Keeps a colleague off.
     *
     * @param officer null when nobody has been chosen
     * @throws Refusal 409 when he or she is kept off already, 422 when it could not be this officer
     */
    public void declare(UUID subject, @Nullable UUID officer, String ground, String reason, Actor by) {
        WorkSubject found = subject(subject, by);
        access.require("conflict.declare", found.subject());
        if (officer == null) {
            throw Refusal.invalid(List.of(FieldProblem.at("officer", "conflict-officer")));
        }
        if (participations.barred(subject).contains(officer)) {
            throw Refusal.conflict("conflict-exists");
        }
        if (posts.covering(found.division()).stream()
                .noneMatch(each -> each.id().equals(officer))) {
            throw Refusal.invalid(List.of(FieldProblem.at("officer", "conflict-officer")));
        }
        keepOff(found, officer, ground, reason, by);
    }

    /** Why officers are kept off this case or report now. */
    @Transactional(readOnly = true)
    public List<Conflict> of(WorkSubject subject) {
        access.require("conflict.declare", subject.subject());
        return store.running(matter(subject.id()));
    }

    /**
     * Lets an officer come back; what he or she held before does not come back by itself.
     *
     * @throws Refusal 404 when nobody keeps this officer off
     */
    public void lift(UUID subject, UUID officer, String reason, Actor by) {
        WorkSubject found = subject(subject, by);
        access.require("conflict.lift", found.subject());
        if (!participations.barred(subject).contains(officer)) {
            throw Refusal.notFound();
        }
        String words = words(reason);
        Set<UUID> matter = matter(subject);
        store.lift(matter, officer, words, by);
        matter.forEach(each -> participations.end(each, officer, Participations.BARRED));
        journal.append(event("conflict.lifted", found, by, Map.of("officer", officer.toString())));
    }

    /** A report now belongs to a case: whoever is kept off the one is kept off the other. */
    public void joined(UUID report, UUID caseId) {
        bringOver(report, caseId);
        bringOver(caseId, report);
    }

    private void bringOver(UUID from, UUID to) {
        Set<UUID> already = participations.barred(to);
        participations.barred(from).stream()
                .filter(officer -> !already.contains(officer))
                .forEach(officer -> bar(to, officer, null));
    }

    private void keepOff(WorkSubject from, UUID officer, String ground, String reason, Actor by) {
        String words = words(reason);
        if (catalogues.current().codes().find("CONFLICT").stream().noneMatch(list -> list.items().stream()
                .anyMatch(item -> item.key().equals(ground)))) {
            throw Refusal.invalid(List.of(FieldProblem.at("ground", "conflict-ground")));
        }
        store.insert(from, officer, ground, words, by);
        journal.append(event("conflict.declared", from, by, Map.of("officer", officer.toString(), "ground", ground)));
        matter(from.id()).forEach(each -> bar(each, officer, by));
    }

    private void bar(UUID subject, UUID officer, @Nullable Actor by) {
        participations.bar(subject, officer);
        handBack.all(subject, officer, by);
        events.publishEvent(new OfficerBarred(subject, officer));
    }

    /** The subject with all that is about the same matter, opened: it changes for others than the one who acts. */
    private Set<UUID> matter(UUID subject) {
        Set<UUID> matter = new LinkedHashSet<>(Set.of(subject));
        kin.forEach(each -> matter.addAll(each.of(subject)));
        matter.forEach(identity::open);
        return matter;
    }

    private static String words(String reason) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "conflict-reason")));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "conflict-reason-long", LONGEST)));
        }
        return words;
    }

    private static Event event(String act, WorkSubject subject, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, subject.id(), by.officer().id(), agency, subject.stage(), null, details);
    }
}
