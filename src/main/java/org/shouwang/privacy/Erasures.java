package org.shouwang.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erasing (销毁): one person proposes, another approves, never by itself; what stays is the record that it was done. */
@Service
@Transactional
public class Erasures {

    private final ErasureStore store;
    private final Retention retention;
    private final RetentionStore kept;
    private final Holds holds;
    private final Access access;
    private final Journal journal;
    private final RowIdentity identity;

    Erasures(
            ErasureStore store,
            Retention retention,
            RetentionStore kept,
            Holds holds,
            Access access,
            Journal journal,
            RowIdentity identity) {
        this.store = store;
        this.retention = retention;
        this.kept = kept;
        this.holds = holds;
        this.access = access;
        this.journal = journal;
        this.identity = identity;
    }

    /** Those of one matter, the latest first. */
    public List<Erasure> of(Kept matter) {
        return as(() -> store.of(matter.subject()));
    }

    /** What holds a matter now, for the page that offers to erase it. */
    public List<String> holds(Kept matter) {
        if (matter.erasedAt() != null) {
            return List.of();
        }
        identity.open(matter.subject());
        return holds.of(matter.subject());
    }

    /**
     * Proposes to erase what is archived and whose time is over.
     *
     * @param policeOver whether the proposer has asked and heard that the police matter is over
     * @throws Refusal 409 where it is not due, or held
     */
    public UUID propose(UUID subject, boolean policeOver, @Nullable String reason, Actor by) {
        Kept matter = retention.judged(subject, "retention.propose");
        if (!matter.state().equals("archived") || !matter.over(retention.today())) {
            throw Refusal.conflict("retention-not-due");
        }
        String words = Retention.words(reason);
        identity.open(subject);
        refuseHeld(subject, policeOver);
        return proposed(matter, null, policeOver, words, by.officer().id());
    }

    /** A granted request for deletion becomes a proposal of whoever granted it, for another person to carry out. */
    void proposeFor(DataRequest request, UUID decidedBy) {
        Kept matter = as(() -> kept.lock(request.caseId())).orElseThrow(() -> Refusal.conflict("retention-not-due"));
        if (!holds.besidesRequest(request.caseId()).isEmpty()) {
            throw Refusal.conflict("retention-held");
        }
        proposed(
                matter,
                request.id(),
                false,
                request.wish().substring(0, Math.min(200, request.wish().length())),
                decidedBy);
    }

    private UUID proposed(Kept matter, @Nullable UUID request, boolean policeOver, String reason, UUID by) {
        if (as(() -> store.of(matter.subject())).stream()
                .anyMatch(each -> each.state().equals("proposed"))) {
            throw Refusal.conflict("erasure-proposed");
        }
        UUID id = Ids.next();
        as(() -> {
            store.insert(id, matter, request, policeOver, reason, by, retention.now());
            return id;
        });
        journal.append(new org.shouwang.journal.Event(
                "erasure.proposed",
                matter.subject(),
                by,
                null,
                null,
                id.toString(),
                Map.of("basis", request == null ? "term" : "request")));
        return id;
    }

    /** Takes a proposal back. */
    public void withdraw(UUID id, Actor by) {
        Erasure asked = waiting(id, "retention.propose");
        as(() -> {
            store.withdraw(id);
            return id;
        });
        journal.append(PrivacyEntry.of("erasure.withdrawn", asked.subject(), by, id, Map.of()));
    }

    /**
     * Erases what another person has proposed.
     *
     * @throws Refusal 403 for one's own proposal; 409 where something holds it by now
     */
    public void approve(UUID id, Actor by) {
        Erasure asked = waiting(id, "retention.approve");
        if (asked.proposedBy().equals(by.officer().id())) {
            throw Refusal.forbidden("four-eyes");
        }
        identity.open(asked.subject());
        refuseHeld(asked.subject(), asked.policeOver());
        journal.append(PrivacyEntry.of("erasure.approved", asked.subject(), by, id, Map.of("basis", asked.basis())));
        as(() -> {
            store.carryOut(id, by.officer().id(), retention.now());
            return id;
        });
    }

    private Erasure waiting(UUID id, String act) {
        Erasure asked = as(() -> store.lock(id)).orElseThrow(Refusal::notFound);
        Kept matter = as(() -> kept.find(asked.subject())).orElseThrow(Refusal::notFound);
        access.require(act, matter.asSubject());
        if (!asked.state().equals("proposed")) {
            throw Refusal.conflict("erasure-over");
        }
        return asked;
    }

    private void refuseHeld(UUID subject, boolean policeOver) {
        holds.refuse(subject, hold -> !(policeOver && hold.equals("police")));
    }

    private <T> T as(Supplier<T> work) {
        return identity.as(RowService.RETENTION, work);
    }
}
