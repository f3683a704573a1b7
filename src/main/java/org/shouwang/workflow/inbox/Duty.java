package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Participations;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.workflow.clock.Rosters;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The duty roster (值班): calls the person on duty to a task at any hour, and the next one when nobody has taken it in
 * time. After the last the first is called again: an emergency nobody answers must not fall silent.
 */
@Component
class Duty {

    private static final int BATCH = 20;

    private final Rosters rosters;
    private final Actors actors;
    private final DutyCalls calls;
    private final Participations participations;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;
    private final RowIdentity identity;

    Duty(
            Rosters rosters,
            Actors actors,
            DutyCalls calls,
            Participations participations,
            Notices notices,
            Journal journal,
            Clock clock,
            RowIdentity identity) {
        this.rosters = rosters;
        this.actors = actors;
        this.calls = calls;
        this.participations = participations;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
        this.identity = identity;
    }

    /** Calls whoever is first on duty now. */
    void call(String task, UUID subject, String roster) {
        ring(task, subject, roster, null);
    }

    @Scheduled(fixedDelayString = "${shouwang.duty.ring-every:PT10S}")
    @Transactional
    public void ringOn() {
        for (InboxTask task : identity.as(RowService.DUTY, () -> calls.lockUnanswered(clock.instant(), BATCH))) {
            identity.open(task.subjectId());
            if (task.roster() != null && task.assignee() == null) {
                ring(task.id(), task.subjectId(), task.roster(), task.called());
            } else {
                calls.stopRinging(task.id());
            }
        }
    }

    private void ring(String task, UUID subject, String roster, @Nullable UUID calledBefore) {
        Instant now = clock.instant();
        Set<UUID> keptOff = participations.barred(subject);
        List<UUID> onDuty = rosters.onDuty(roster, now).stream()
                .flatMap(person -> actors.byUsername(person.username()).stream())
                .map(Actor::officer)
                .map(officer -> officer.id())
                .filter(officer -> !keptOff.contains(officer))
                .toList();
        if (onDuty.isEmpty()) {
            // Nobody of the roster is enrolled and free to help: the task stays with its role, and the journal shows
            // the gap.
            journal.append(new Event("duty.nobody", subject, null, null, null, task, Map.of("roster", roster)));
            calls.stopRinging(task);
            return;
        }
        UUID next = onDuty.get((onDuty.indexOf(calledBefore) + 1) % onDuty.size());
        participations.name(subject, next, "duty");
        calls.add(task, next, now, now.plus(rosters.acknowledge(roster)));
        notices.tell(next, "duty-call", subject, "/tasks/" + task);
        journal.append(new Event(
                "duty.called", subject, null, null, null, task, Map.of("roster", roster, "to", next.toString())));
    }
}
