package org.shouwang.casefile;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Participations;
import org.shouwang.journal.Journal;
import org.shouwang.person.SealedPersons;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.workflow.SubjectKin;
import org.shouwang.workflow.Workflow;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.inbox.HandBack;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes an open case one for named persons: the county's case workers, their head and the police, and those organs that
 * work on it already. The village, the township, the school and whoever else took part lose sight of it.
 */
@Component
class CaseRestriction {

    /** Posts of those who stay on it when they take part: who protects the child and who decides. */
    private static final Set<String> STAY =
            Set.of("case-worker", "county-supervisor", "civil-affairs", "police", "procurator", "court", "justice");

    private static final String CLASS = "restricted";

    private final CaseStore store;
    private final NamedPersons named;
    private final Participations participations;
    private final Records records;
    private final WorkSubjects subjects;
    private final HandBack handBack;
    private final Workflow workflow;
    private final ObjectProvider<SubjectKin> kin;
    private final SealedPersons sealedPersons;
    private final RowIdentity identity;
    private final Journal journal;

    CaseRestriction(
            CaseStore store,
            NamedPersons named,
            Participations participations,
            Records records,
            WorkSubjects subjects,
            HandBack handBack,
            Workflow workflow,
            ObjectProvider<SubjectKin> kin,
            SealedPersons sealedPersons,
            RowIdentity identity,
            Journal journal) {
        this.sealedPersons = sealedPersons;
        this.store = store;
        this.named = named;
        this.participations = participations;
        this.records = records;
        this.subjects = subjects;
        this.handBack = handBack;
        this.workflow = workflow;
        this.kin = kin;
        this.identity = identity;
        this.journal = journal;
    }

    void restrict(CaseView file, Actor by) {
        UUID id = file.id();
        Set<UUID> matter = new HashSet<>(Set.of(id));
        kin.forEach(each -> matter.addAll(each.of(id)));
        identity.open(matter);
        Map<UUID, byte[]> titles = subjects.sealedTitles(matter);
        records.follow(matter, CLASS, () -> store.restrict(id, titles));
        // Whom the report alone brought into the register leaves it: found there, a name would tell of the report.
        sealedPersons.seal(id);
        matter.forEach(each -> {
            participations.endOthers(each, STAY);
            named.name(each, file.division(), true);
        });
        // Whoever has been visiting may not know why nobody asks for visits any more; the county plans anew.
        workflow.send(id, "visit-plan-end", Map.of());
        matter.forEach(each ->
                handBack.others(each, officer -> participations.officers(each).contains(officer)));
        if (file.responsible() != null && !participations.officers(id).contains(file.responsible())) {
            store.responsible(id, null);
        }
        journal.append(CaseEntry.of("case.restricted", id, by, file.stage(), Map.of()));
        named.tellPolice(id, file.division());
    }
}
