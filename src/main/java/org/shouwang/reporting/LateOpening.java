package org.shouwang.reporting;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Participations;
import org.shouwang.access.Post;
import org.shouwang.casefile.NamedPersons;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** Opens the review of a late report: for the county's office and nobody else, apart from lead and case. */
@Component
class LateOpening {

    private static final String PROCESS = "late-report";

    private final LateReportStore store;
    private final NamedPersons named;
    private final Participations participations;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final Workflow workflow;
    private final Journal journal;
    private final RowIdentity identity;

    LateOpening(
            LateReportStore store,
            NamedPersons named,
            Participations participations,
            Divisions divisions,
            Catalogues catalogues,
            Workflow workflow,
            Journal journal,
            RowIdentity identity) {
        this.store = store;
        this.named = named;
        this.participations = participations;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.workflow = workflow;
        this.journal = journal;
        this.identity = identity;
    }

    /** @param by who saw it; null where the times of the report say so */
    void open(LateReport late, @Nullable Actor by) {
        identity.open(late.id());
        keepOff(late.report(), late.id());
        keepOff(late.caseId(), late.id());
        named.nameOffice(late.id(), late.division());
        store.insert(late, by == null ? null : by.officer().id());
        journal.append(new Event(
                "late-report.opened",
                late.id(),
                by == null ? null : by.officer().id(),
                by == null ? null : by.mainPost().map(Post::agency).orElse(null),
                "reporting",
                null,
                Map.of("ground", late.ground())));
        workflow.start(
                PROCESS,
                new WorkSubject(
                        late.id(),
                        LateReport.KIND,
                        late.number(),
                        catalogues.current().codes().name(DutyBearers.KINDS, late.unitKind(), Locale.CHINESE),
                        late.division(),
                        "restricted",
                        null,
                        "reporting"),
                Map.of("reported", late.reportedAt() != null));
    }

    /** Whoever is kept off lead or case is kept off this. */
    private void keepOff(@Nullable UUID from, UUID late) {
        if (from != null) {
            participations.barred(from).forEach(officer -> participations.bar(late, officer));
        }
    }

    String county(String division) {
        return divisions.upwards(division).stream()
                .filter(each -> each.level().equals("county"))
                .map(Division::code)
                .findFirst()
                .orElse(division);
    }

    boolean isKnown(@Nullable UUID report, @Nullable UUID caseId, String unitKind) {
        return store.isKnown(report, caseId, unitKind);
    }
}
