package org.shouwang.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.person.SealedPersons;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.SubjectKin;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals what a closed case holds of a minor's offence (刑事诉讼法 第二百八十六条; 预防未成年人犯罪法 第五十九条): from then on
 * it is nowhere, for nobody. We carry out what an organ ordered; whether to seal is not decided here.
 */
@Service
@Transactional
public class JuvenileSeals {

    private static final String ACT = "juvenile.seal";

    private final JuvenileStore store;
    private final JuvenileCheck check;
    private final Holds holds;
    private final Cases cases;
    private final WorkSubjects subjects;
    private final SealedPersons persons;
    private final Records records;
    private final ObjectProvider<SubjectKin> kin;
    private final Access access;
    private final Journal journal;
    private final Idempotency idempotency;
    private final RowIdentity identity;
    private final Clock clock;

    JuvenileSeals(
            JuvenileStore store,
            JuvenileCheck check,
            Holds holds,
            Cases cases,
            WorkSubjects subjects,
            SealedPersons persons,
            Records records,
            ObjectProvider<SubjectKin> kin,
            Access access,
            Journal journal,
            Idempotency idempotency,
            RowIdentity identity,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.holds = holds;
        this.cases = cases;
        this.subjects = subjects;
        this.persons = persons;
        this.records = records;
        this.kin = kin;
        this.access = access;
        this.journal = journal;
        this.idempotency = idempotency;
        this.identity = identity;
        this.clock = clock;
    }

    /** What is stored of the answer: that it was done. */
    record Done(UUID caseId) {}

    /** The case, for whoever may seal it, or has opened it as a sealed record. */
    public CaseView read(UUID caseId, Actor by) {
        CaseView file = cases.read(caseId, "sealing", by);
        if (!file.sealed()) {
            access.require(ACT, file.subject());
        }
        return file;
    }

    /** Ground, organ and day of what one has opened; empty for everything else. */
    @Transactional(readOnly = true)
    public Optional<JuvenileSeal> of(CaseView file) {
        return store.find(file.id());
    }

    /**
     * Seals a case.
     *
     * @param key of the request: sent again, it is answered as the first time
     * @throws Refusal 404 where it is not within reach, and where it is sealed already; 409 while it is open or
     *     something still runs; 422 naming every wrong field
     */
    public void seal(UUID caseId, NewSeal said, @Nullable String key, Actor by) {
        String content = "juvenile " + caseId + " " + said.ground() + " " + said.organ() + " " + said.orderedOn() + " "
                + said.orderNo();
        idempotency.once(key, by.officer().id(), content, Done.class, () -> {
            seal(caseId, said, by);
            return new Done(caseId);
        });
    }

    private void seal(UUID caseId, NewSeal said, Actor by) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require(ACT, file.subject());
        LocalDate day = check.check(said);
        identity.open(caseId);
        refuseHeld(caseId);
        Set<UUID> matter = new HashSet<>(Set.of(caseId));
        kin.forEach(each -> matter.addAll(each.of(caseId)));
        identity.open(matter);
        store.insert(made(file, said, day), by.officer().id());
        persons.seal(caseId);
        Map<UUID, byte[]> titles = subjects.sealedTitles(matter);
        records.follow(matter, "sealed", () -> store.close(caseId, titles));
        journal.append(PrivacyEntry.of(
                "juvenile.sealed",
                caseId,
                by,
                caseId,
                Map.of("ground", "" + said.ground(), "organ", "" + said.organ())));
    }

    /** What is still being done would otherwise be done by nobody. */
    private void refuseHeld(UUID caseId) {
        for (String hold : holds.of(caseId)) {
            if (hold.equals("open")) {
                throw Refusal.conflict("juvenile-case-open");
            }
            if (!hold.equals("police")) {
                throw Refusal.conflict("juvenile-held");
            }
        }
    }

    private JuvenileSeal made(CaseView file, NewSeal said, LocalDate day) {
        String order = JuvenileCheck.text(said.orderNo());
        return new JuvenileSeal(
                file.id(),
                file.number(),
                JuvenileCheck.text(said.ground()),
                JuvenileCheck.text(said.organ()),
                day,
                order.isEmpty() ? null : order,
                clock.instant(),
                file.division(),
                file.sealedClass());
    }
}
