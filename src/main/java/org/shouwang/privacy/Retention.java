package org.shouwang.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.ArchivedCases;
import org.shouwang.casefile.CaseClosed;
import org.shouwang.casefile.CaseReopened;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.LeadEnded;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long what is over is kept: the class and the dates when it ends, the archive, and the way back out of it. */
@Service
@Transactional
public class Retention {

    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    private final RetentionStore store;
    private final RetentionRules rules;
    private final Holds holds;
    private final Cases cases;
    private final ArchivedCases archived;
    private final Persons persons;
    private final Access access;
    private final Catalogues catalogues;
    private final Journal journal;
    private final RowIdentity identity;
    private final Clock clock;

    Retention(
            RetentionStore store,
            RetentionRules rules,
            Holds holds,
            Cases cases,
            ArchivedCases archived,
            Persons persons,
            Access access,
            Catalogues catalogues,
            Journal journal,
            RowIdentity identity,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.holds = holds;
        this.cases = cases;
        this.archived = archived;
        this.persons = persons;
        this.access = access;
        this.catalogues = catalogues;
        this.journal = journal;
        this.identity = identity;
        this.clock = clock;
    }

    @EventListener
    void on(CaseClosed closed) {
        CaseView file = cases.find(closed.caseId()).orElseThrow();
        boolean harm = file.mustReport() || file.sealedClass().equals("restricted");
        String outcome = Objects.requireNonNullElse(file.closeReason(), "");
        LocalDate born = Optional.ofNullable(file.mainPerson())
                .flatMap(persons::find)
                .map(PersonView::birthDate)
                .orElse(null);
        store.insert(kept(
                file.id(),
                "case",
                file.number(),
                rules.of("case", outcome, harm),
                born,
                file.division(),
                file.sealedClass()));
    }

    @EventListener
    void on(LeadEnded ended) {
        store.insert(kept(
                ended.subject().id(),
                "report",
                ended.number(),
                rules.of("report", ended.outcome(), false),
                null,
                ended.subject().division(),
                ended.subject().sealedClass()));
    }

    @EventListener
    void on(CaseReopened reopened) {
        store.forget(reopened.caseId());
    }

    private Kept kept(
            UUID id,
            String kind,
            String number,
            RetentionClass of,
            @Nullable LocalDate born,
            String division,
            String sealedClass) {
        LocalDate today = today();
        return new Kept(
                id,
                kind,
                number,
                of.key(),
                today,
                of.archiveOn(today),
                of.eraseOn(today, born),
                null,
                null,
                division,
                sealedClass);
    }

    /** One page of a list; only what is within reach. */
    public List<Kept> page(RetentionList list, @Nullable String after, int limit) {
        RetentionCursor from = RetentionCursor.parse(after);
        return identity.as(
                RowService.RETENTION, () -> store.page(list, access.scope("retention.read"), today(), from, limit));
    }

    /** The term of a case that one reads, once it is closed. */
    @Transactional(readOnly = true)
    public Optional<Kept> of(CaseView file) {
        return store.find(file.id());
    }

    /** @throws Refusal 404 where it is not there or not within reach */
    public Kept read(UUID subject) {
        Kept kept = identity.as(RowService.RETENTION, () -> store.find(subject)).orElseThrow(Refusal::notFound);
        access.require("retention.read", kept.asSubject());
        return kept;
    }

    /** Puts away what its time has come for. */
    public void archive(UUID subject, Actor by) {
        Kept kept = judged(subject, "retention.archive");
        if (!kept.state().equals("kept") || kept.archiveOn().isAfter(today())) {
            throw Refusal.conflict("retention-not-due");
        }
        identity.open(subject);
        holds.refuse(subject, hold -> !hold.equals("police"));
        as(() -> store.archive(subject, by.officer().id(), clock.instant()));
        journal.append(PrivacyEntry.of("retention.archived", subject, by, subject, Map.of("class", kept.category())));
    }

    /** Takes something back out of the archive, because it is to be worked on; for a year at least. */
    public void takeBack(UUID subject, @Nullable String ground, Actor by) {
        Kept kept = judged(subject, "retention.archive");
        archivedWith(kept, ground);
        identity.open(subject);
        as(() -> store.takeBack(kept, today().plusYears(1)));
        journal.append(PrivacyEntry.of(
                "retention.taken-back", subject, by, subject, Map.of("ground", Objects.requireNonNull(ground))));
    }

    /** Opens an archived case for three hours, to read. */
    public void open(UUID subject, @Nullable String ground, @Nullable String reason, Actor by) {
        Kept kept = judged(subject, "archive.open");
        archivedWith(kept, ground);
        if (!kept.kind().equals("case")) {
            throw Refusal.conflict("retention-no-case");
        }
        String words = words(reason);
        identity.open(subject);
        archived.open(subject, Objects.requireNonNull(ground), words, by);
    }

    private void archivedWith(Kept kept, @Nullable String ground) {
        if (!kept.state().equals("archived")) {
            throw Refusal.conflict("retention-not-archived");
        }
        if (ground == null
                || !catalogues.current().codes().get("ARCHIVE_GROUND").keys().contains(ground)) {
            throw Refusal.invalid(List.of(FieldProblem.at("ground", "choose-one")));
        }
    }

    static String words(@Nullable String reason) {
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "say-it")));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "say-shorter", LONGEST)));
        }
        return words;
    }

    /** Held until the transaction ends: two people at the same row wait for each other. */
    Kept judged(UUID subject, String act) {
        Kept kept = identity.as(RowService.RETENTION, () -> store.lock(subject)).orElseThrow(Refusal::notFound);
        access.require(act, kept.asSubject());
        return kept;
    }

    private void as(Runnable work) {
        identity.as(RowService.RETENTION, () -> {
            work.run();
            return true;
        });
    }

    Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
