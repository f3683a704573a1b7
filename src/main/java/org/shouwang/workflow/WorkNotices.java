package org.shouwang.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Posts;
import org.shouwang.notification.Notices;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ClockEscalated;
import org.shouwang.workflow.clock.ClockPassed;
import org.shouwang.workflow.clock.ClockWarned;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells officers that a deadline nears, has passed, or has climbed to them. The clock publishes each of these once, in
 * the transaction that notes it, and the notices are part of it: none is lost and none comes twice.
 */
@Component
class WorkNotices {

    /** Hears what nobody else could be told. */
    private static final String SUPERIOR = "county-supervisor";

    private final Notices notices;
    private final Posts posts;
    private final Actors actors;
    private final Participations participations;
    private final WorkSubjects subjects;
    private final Clocks clocks;
    private final Catalogues catalogues;

    WorkNotices(
            Notices notices,
            Posts posts,
            Actors actors,
            Participations participations,
            WorkSubjects subjects,
            Clocks clocks,
            Catalogues catalogues) {
        this.notices = notices;
        this.posts = posts;
        this.actors = actors;
        this.participations = participations;
        this.subjects = subjects;
        this.clocks = clocks;
        this.catalogues = catalogues;
    }

    /** That an outside organ's time runs out is for nobody here to act on yet. */
    @EventListener
    void on(ClockWarned clock) {
        boolean external = clocks.of(clock.subject()).stream()
                .anyMatch(running ->
                        running.id().equals(clock.clock()) && running.source().external());
        if (!external) {
            tell(
                    holders(clock.officer(), clock.role(), clock.division(), clock.subject()),
                    "clock-warning",
                    clock.subject(),
                    clock.task());
        }
    }

    @EventListener
    void on(ClockPassed clock) {
        if (clock.external()) {
            tell(askers(clock), "clock-external", clock.subject(), clock.task());
        } else {
            tell(
                    holders(clock.officer(), clock.role(), clock.division(), clock.subject()),
                    "clock-late",
                    clock.subject(),
                    clock.task());
        }
    }

    @EventListener
    void on(ClockEscalated clock) {
        tell(
                holders(null, clock.toRole(), clock.division(), clock.subject()),
                "clock-escalated",
                clock.subject(),
                clock.task());
    }

    /** A task was handed to somebody who did not ask for it. */
    void handed(String task, UUID subject, UUID officer) {
        notices.tell(officer, "task-new", subject, "/tasks/" + task);
    }

    private List<UUID> holders(@Nullable UUID officer, String role, String division, UUID subject) {
        Set<UUID> keptOff = participations.barred(subject);
        if (officer != null && !keptOff.contains(officer)) {
            return List.of(officer);
        }
        List<UUID> all = posts.nearest(role, division, keptOff).stream()
                .flatMap(place -> posts.holders(role, place).stream())
                .map(Officer::id)
                .filter(holder -> !keptOff.contains(holder))
                .toList();
        return all.isEmpty() && !role.equals(SUPERIOR)
                ? holders(null, SUPERIOR, division, subject)
                : onSubject(all, subject);
    }

    /** Of a restricted subject hear those who are on it; where nobody is, silence would be worse. */
    private List<UUID> onSubject(List<UUID> officers, UUID subject) {
        boolean open = subjects.find(subject)
                .map(found -> found.sealedClass().equals("open"))
                .orElse(true);
        List<UUID> named = officers.stream()
                .filter(officer ->
                        open || actors.of(officer).stream().anyMatch(actor -> participations.includes(subject, actor)))
                .toList();
        return named.isEmpty() ? officers : named;
    }

    /** Our own workers on the subject ask the organ; the organ's officers are not chased. */
    private List<UUID> askers(ClockPassed clock) {
        List<UUID> ours = participations.officers(clock.subject()).stream()
                .filter(officer -> actors.of(officer).stream().anyMatch(this::isOurs))
                .toList();
        return ours.isEmpty() ? holders(null, SUPERIOR, clock.division(), clock.subject()) : ours;
    }

    private boolean isOurs(Actor actor) {
        return actor.posts().stream().anyMatch(post -> catalogues
                .current()
                .roles()
                .find(post.role())
                .map(role -> List.of("township", "county").contains(role.tier()))
                .orElse(false));
    }

    private void tell(Collection<UUID> officers, String code, UUID subject, @Nullable String task) {
        String link = task == null ? page(subject) : "/tasks/" + task;
        notices.tell(officers, code, subject, link);
    }

    private String page(UUID subject) {
        return subjects.find(subject)
                .filter(found -> found.kind().equals("case"))
                .map(found -> "/cases/" + found.id())
                .orElse("/inbox");
    }
}
