package org.shouwang.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.journal.Verification;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.engine.StuckWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What keeps the product running: each act of an administrator with its reason in the journal. */
@Service
@Transactional
public class Operations {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final StuckWork work;
    private final ObjectProvider<OutsideWork> outside;
    private final Catalogues catalogues;
    private final Journal journal;

    Operations(StuckWork work, ObjectProvider<OutsideWork> outside, Catalogues catalogues, Journal journal) {
        this.work = work;
        this.outside = outside;
        this.catalogues = catalogues;
        this.journal = journal;
    }

    /**
     * Lets the engine try again what it had given up.
     *
     * @param reason why it should work now; names nobody
     * @throws Refusal 422 without a reason, 409 when it has gone on meanwhile
     */
    public void retry(String job, @Nullable String reason, Actor by) {
        String why =
                reason == null ? "" : CONTROL.matcher(reason).replaceAll(" ").strip();
        if (why.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "retry-reason")));
        }
        if (why.length() > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "retry-reason-long", LONGEST)));
        }
        if (outside.stream().anyMatch(each -> each.retry(job))) {
            journal.append(event("job.retried", null, job, by, Map.of("reason", why)));
            return;
        }
        StuckWork.Stuck stuck = work.retry(job).orElseThrow(() -> Refusal.conflict("job-gone"));
        journal.append(event(
                "job.retried",
                stuck.subject(),
                job,
                by,
                Map.of("process", stuck.process(), "cause", stuck.reason(), "reason", why)));
    }

    /**
     * Takes the county's files over whole.
     *
     * @throws org.shouwang.workflow.catalogue.Faults when there are any; everything stays as it was
     */
    public Catalogue apply(Actor by) {
        String before = catalogues.current().sha256();
        Catalogue now = catalogues.reload();
        journal.append(event("processes.applied", null, null, by, Map.of("from", before, "to", now.sha256())));
        return now;
    }

    /** Every step that does not go on by itself, the engine's and others, given up first. */
    @Transactional(readOnly = true)
    public List<StuckWork.Stuck> stuck(Locale locale) {
        return Stream.concat(
                        work.list().stream(),
                        outside.stream()
                                .flatMap(each -> each.stuck(locale).stream())
                                .map(Operations::stuck))
                .sorted(Comparator.comparing(stuck -> !stuck.dead()))
                .toList();
    }

    private static StuckWork.Stuck stuck(OutsideWork.Step step) {
        return new StuckWork.Stuck(
                step.id(), null, step.kind(), step.step(), step.since(), step.reason(), step.dead(), step.next());
    }

    /** Somebody has had the journal walked; that is an entry of its own. */
    public void verified(Verification result, Actor by) {
        String found = result.first().map(finding -> finding.kind().name()).orElse("WHOLE");
        journal.append(
                event("journal.verified", null, null, by, Map.of("result", found, "sealed", "" + result.sealed())));
    }

    private static Event event(
            String act, @Nullable UUID subject, @Nullable String reference, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, subject, by.officer().id(), agency, null, reference, details);
    }
}
