package org.shouwang.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.attachment.Attachments;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Workflow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of consents and other grounds (同意与依据登记), and what a withdrawal sets going. */
@Service
@Transactional
public class Consents {

    private static final String WITHDRAWAL = "consent-withdrawal";
    private static final String FORM = "R05-withdrawal";
    private static final String NOBODY = "none";

    private final ConsentStore store;
    private final ConsentCheck check;
    private final Cases cases;
    private final Access access;
    private final Agencies agencies;
    private final Actors actors;
    private final Attachments attachments;
    private final Workflow workflow;
    private final Catalogues catalogues;
    private final Journal journal;
    private final Clock clock;

    Consents(
            ConsentStore store,
            ConsentCheck check,
            Cases cases,
            Access access,
            Agencies agencies,
            Actors actors,
            Attachments attachments,
            Workflow workflow,
            Catalogues catalogues,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.cases = cases;
        this.access = access;
        this.agencies = agencies;
        this.actors = actors;
        this.attachments = attachments;
        this.workflow = workflow;
        this.catalogues = catalogues;
        this.journal = journal;
        this.clock = clock;
    }

    /** The register of one case, the latest first; empty for whoever reads the case and not the register. */
    @Transactional(readOnly = true)
    public List<Consent> of(CaseView file) {
        return access.may("consent.read", file.subject()) ? store.ofCase(file.id()) : List.of();
    }

    /**
     * The consent in the register, if there is one, by which these data may go to this unit today.
     *
     * @param fields {@code DATA_FIELD} codes
     */
    @Transactional(readOnly = true)
    public Optional<UUID> covering(CaseView file, UUID person, UUID agency, String purpose, List<String> fields) {
        LocalDate today = LocalDate.now(clock);
        return store.ofCase(file.id()).stream()
                .filter(each -> each.person().equals(person) && each.covers(agency, purpose, fields, today))
                .map(Consent::id)
                .findFirst();
    }

    /**
     * Records what goes out with a referral, by a duty. Whoever may send it records its ground with it.
     *
     * @param outside the unit of another county that gets it, which is in no list of ours; null for the recipients named
     */
    public UUID share(UUID caseId, NewConsent said, @Nullable String outside, Actor by) {
        return record(cases.find(caseId).orElseThrow(Refusal::notFound), said, outside, by);
    }

    /** Whether an entry still lets data be used: not withdrawn, not over. */
    @Transactional(readOnly = true)
    public boolean holds(UUID id) {
        return store.find(id)
                .filter(each -> each.state(LocalDate.now(clock)).equals("running"))
                .isPresent();
    }

    /** What was sent has been taken back, so nothing goes on this ground any more. A consent stays as it was given. */
    public void ends(UUID id) {
        store.lock(id)
                .filter(each -> each.ground().equals("duty"))
                .ifPresent(each -> store.ends(id, LocalDate.now(clock)));
    }

    public UUID record(UUID caseId, NewConsent said, Actor by) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("consent.record", file.subject());
        return record(file, said, null, by);
    }

    private UUID record(CaseView file, NewConsent said, @Nullable String outside, Actor by) {
        check.check(said, file, outside);
        if (said.evidence() != null) {
            attachments.keep(List.of(said.evidence()), null, file.subject());
        }
        Consent consent = consent(said, file, outside, by);
        store.insert(consent, file);
        journal.append(PrivacyEntry.of(
                "consent.recorded",
                file.id(),
                by,
                consent.id(),
                Map.of("purpose", consent.purpose(), "ground", consent.ground())));
        return consent.id();
    }

    private Consent consent(NewConsent said, CaseView file, @Nullable String outside, Actor by) {
        boolean consent = "consent".equals(said.ground());
        return new Consent(
                Ids.next(),
                file.id(),
                Objects.requireNonNull(said.person()),
                Objects.requireNonNull(said.purpose()),
                Objects.requireNonNull(said.ground()),
                consent ? said.giver() : null,
                consent ? null : said.without(),
                Objects.requireNonNull(said.fields()),
                Objects.requireNonNull(said.from()),
                said.until(),
                said.evidence(),
                by.officer().id(),
                clock.instant(),
                null,
                null,
                outside,
                Objects.requireNonNullElse(said.recipients(), List.<UUID>of()).stream()
                        .distinct()
                        .map(unit -> new Consent.Recipient(unit, null, null, false, null))
                        .toList());
    }

    /**
     * A consent is withdrawn: every unit that got the data has a task.
     *
     * @param whoAsked {@code WITHDRAWN_BY}
     * @throws Refusal 409 where it is withdrawn already, or where a duty and no consent is the ground
     */
    public void withdraw(UUID caseId, UUID id, @Nullable String whoAsked, Actor by) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("consent.record", file.subject());
        Consent consent =
                store.lock(id).filter(found -> found.caseId().equals(caseId)).orElseThrow(Refusal::notFound);
        if (!consent.ground().equals("consent")) {
            throw Refusal.conflict("consent-duty");
        }
        if (consent.withdrawnAt() != null) {
            throw Refusal.conflict("consent-withdrawn");
        }
        if (whoAsked == null
                || !catalogues.current().codes().get("WITHDRAWN_BY").keys().contains(whoAsked)) {
            throw Refusal.invalid(List.of(FieldProblem.at("by", "choose-one")));
        }
        store.withdrawn(id, whoAsked, by.officer().id(), clock.instant());
        journal.append(PrivacyEntry.of("consent.withdrawn", caseId, by, id, Map.of("by", whoAsked)));
        consent.recipients().forEach(unit -> ask(unit.agency(), consent, file));
    }

    /** One who works there gets the task; where nobody logs in, or all are kept off, we ask by phone. */
    private void ask(UUID agency, Consent consent, CaseView file) {
        String recipient = agencies.workers(agency).stream()
                .flatMap(officer -> actors.of(officer).stream())
                .filter(actor -> access.may(actor, "task.work", file.subject(), FORM))
                .map(actor -> actor.officer().id().toString())
                .findFirst()
                .orElse(NOBODY);
        String instance =
                workflow.start(WITHDRAWAL, file.workSubject(), Map.of("recipient", recipient, "grade", file.grade()));
        store.answeredIn(consent.id(), agency, instance);
    }
}
