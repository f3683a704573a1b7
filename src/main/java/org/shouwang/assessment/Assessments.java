package org.shouwang.assessment;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.GradeDecision;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assessments of a case, the pending one included. */
@Component
@Transactional
public class Assessments {

    private final JdbcClient jdbc;
    private final Cases cases;

    Assessments(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    private record Pending(UUID id, String tool, String decided, List<String> reasons, UUID decision) {}

    /** Whether the case is yellow or red. */
    boolean grave(UUID caseId) {
        return cases.find(caseId)
                .filter(found -> found.grade().compareTo("2") <= 0)
                .isPresent();
    }

    /** Keeps it; unless it asks to lower, its grade holds at once. */
    void keep(Assessment made, CaseView of) {
        jdbc.sql("""
                        insert into assessment (id, case_id, tool, score, record_id, proposed, decided, judgement, reasons,
                                                decision, state, child_heard, officer_id, next_date, instance, at,
                                                division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        Ids.next(),
                        of.id(),
                        made.tool(),
                        made.score(),
                        made.record(),
                        made.proposal().grade(),
                        made.decided(),
                        made.judgement(),
                        made.proposal().reasons().toArray(String[]::new),
                        made.proposal().decision(),
                        made.lowers() ? "pending" : "in-force",
                        made.childHeard(),
                        made.by().officer().id(),
                        made.nextDate(),
                        made.instance(),
                        made.at().atOffset(ZoneOffset.UTC),
                        of.division(),
                        of.sealedClass()))
                .update();
        if (!made.lowers()) {
            takeOver(of.id(), made.tool(), made.grade(), made.by());
        }
    }

    /** The case has its grade from the short assessment; a scale raises it only. */
    private void takeOver(UUID caseId, String tool, GradeDecision grade, Actor by) {
        if (tool.equals(Assessment.SCREENING)) {
            cases.regrade(caseId, grade, by);
        } else {
            cases.raise(caseId, grade, by);
        }
    }

    /**
     * A supervisor has judged the assessment that waits in this run of a process: its grade holds from now on, or never.
     */
    void judge(UUID caseId, String instance, boolean approved, Actor by) {
        Pending pending = jdbc.sql("""
                        update assessment set state = ? where id = (
                            select id from assessment where case_id = ? and state = 'pending'
                              and coalesce(instance, ?) = ?
                            order by at desc limit 1)
                        returning id, tool, decided, reasons, decision""")
                .params(approved ? "in-force" : "refused", caseId, instance, instance)
                .query(Pending.class)
                .single();
        if (approved) {
            takeOver(
                    caseId,
                    pending.tool(),
                    new GradeDecision(pending.decided(), pending.reasons(), pending.decision(), true),
                    by);
        }
    }

    /** All assessments of a case, the latest first. */
    public List<AssessmentEntry> of(UUID caseId) {
        return jdbc.sql("""
                        select record_id record, tool, score, proposed, decided, judgement, reasons, child_heard, state,
                               next_date, at
                        from assessment where case_id = ? order by at desc limit 100""").param(caseId).query(AssessmentEntry.class).list();
    }
}
