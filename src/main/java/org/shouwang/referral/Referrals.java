package org.shouwang.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.privacy.Consents;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Referrals and transfers: followed by whoever sent them, read by whoever received them, taken back. */
@Service
@Transactional
public class Referrals {

    private static final String RECALLED = "referral-recalled";

    private final ReferralStore store;
    private final SentData data;
    private final Recall recall;
    private final Consents consents;
    private final Cases cases;
    private final Access access;
    private final Workflow workflow;
    private final Journal journal;
    private final RowIdentity identity;
    private final Clock clock;

    Referrals(
            ReferralStore store,
            SentData data,
            Recall recall,
            Consents consents,
            Cases cases,
            Access access,
            Workflow workflow,
            Journal journal,
            RowIdentity identity,
            Clock clock) {
        this.store = store;
        this.data = data;
        this.recall = recall;
        this.consents = consents;
        this.cases = cases;
        this.access = access;
        this.workflow = workflow;
        this.journal = journal;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A referral as one of its sides sees it.
     *
     * @param stage {@code STAGE} of the case, all that the other side learns of its course
     * @param said what went along, for whoever received it as long as it may be used; else nothing
     * @param received whether the reader is the one who received it
     */
    public record Sight(
            Referral referral, String number, @Nullable String stage, List<String> said, boolean received) {}

    /** The case, for somebody who may follow its referrals; that it was looked at goes into the journal. */
    public CaseView read(UUID caseId, Actor by) {
        CaseView file = cases.read(caseId, "referral", by);
        access.require("referral.read", file.subject());
        return file;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Referral> of(CaseView file) {
        return store.ofCase(file.id());
    }

    /** Whether the reader may take back what was sent. */
    @Transactional(readOnly = true)
    public boolean mayRecall(CaseView file) {
        return access.may("referral.recall", file.subject());
    }

    /** Whether a transfer of this case to another county has been accepted there. */
    @Transactional(readOnly = true)
    public boolean transferAccepted(UUID caseId) {
        return store.transferAccepted(caseId);
    }

    /** What came to this officer, the latest first. */
    @Transactional(readOnly = true)
    public List<Referral> received(Actor by) {
        return store.receivedBy(List.of(by.officer().id())).stream()
                .filter(each -> access.may(by, "referral.receive", each.received()))
                .toList();
    }

    /**
     * One referral, for either side.
     *
     * @throws Refusal 404 for anybody else
     */
    public Sight open(UUID id, Locale locale, Actor by) {
        Referral found = store.find(id).orElseThrow(Refusal::notFound);
        boolean received = access.may(by, "referral.receive", found.received());
        if (!received && !access.may(by, "referral.read", found.ofCase())) {
            throw Refusal.notFound();
        }
        identity.open(found.caseId());
        List<String> said = received ? said(found, locale) : List.of();
        CaseView file = cases.find(found.caseId()).orElseThrow(Refusal::notFound);
        journal.append(ReferralEntry.of(
                "referral.read", found.caseId(), by, id, Map.of("read", said.isEmpty() ? "state" : "data")));
        return new Sight(found, file.number(), file.stage(), said, received);
    }

    /** What went along, as long as it may be used. */
    List<String> said(Referral referral, Locale locale) {
        UUID consent = referral.ground().equals("consent") ? referral.consent() : null;
        return referral.readable(LocalDate.now(clock)) && (consent == null || consents.holds(consent))
                ? store.sent(referral.id())
                        .map(sent -> data.lines(sent, locale))
                        .orElse(List.of())
                : List.of();
    }

    /**
     * Takes it back; the other side has nothing to do and to read any more.
     *
     * @throws Refusal 404 or 403 for whoever may not, 409 when it is over
     */
    public void recall(UUID caseId, UUID id, Actor by) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("referral.recall", file.subject());
        Referral referral =
                store.lock(id).filter(found -> found.caseId().equals(caseId)).orElseThrow(Refusal::notFound);
        if (referral.over()) {
            throw Refusal.conflict("referral-over");
        }
        recall.take(referral, by, clock.instant());
        workflow.sendTo(store.runOf(id), caseId, RECALLED);
    }
}
