package org.shouwang.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;
import org.shouwang.workflow.WorkSubject;

/**
 * A case as its header shows it.
 *
 * @param title the child's name, or that the identity is still to be found out
 * @param grade {@code GRADE} code, 1 (red) to 4 (green)
 * @param gradeReasons why, in sentences, as they read when it was graded
 * @param sealedClass {@code open}, {@code restricted}, {@code archived} once its retention says so, or
 *     {@code sealed} for a juvenile record
 * @param stage {@code STAGE} code, null until the first step
 * @param lead {@code township} or {@code county}: who leads
 * @param responsible the responsible person (主责人员), null until somebody has taken the first assessment
 * @param mustReport whether one of the nine situations of mandatory reporting was reported
 */
public record CaseView(
        UUID id,
        String number,
        String division,
        String sealedClass,
        @Nullable UUID mainPerson,
        String title,
        String grade,
        List<String> gradeReasons,
        @Nullable String stage,
        String lead,
        @Nullable UUID responsible,
        String state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        UUID sourceReport,
        boolean mustReport) {

    /** As the judge of access needs it. */
    public Subject subject() {
        return Subject.of(id, "case", division, sealedClass).at(stage, state);
    }

    /** As the inbox shows it. */
    public WorkSubject workSubject() {
        return new WorkSubject(id, "case", number, title, division, sealedClass, grade, stage);
    }

    /** For whoever does not handle a restricted case: why it has its grade would say what was done to the child. */
    CaseView withoutReasons() {
        return new CaseView(
                id,
                number,
                division,
                sealedClass,
                mainPerson,
                title,
                grade,
                List.of(),
                stage,
                lead,
                responsible,
                state,
                openedAt,
                closedAt,
                closeReason,
                sourceReport,
                false);
    }

    /** A sealed juvenile record, opened to be read and for nothing else: no paper is made of it. */
    public boolean sealed() {
        return sealedClass.equals("sealed");
    }

    public boolean open() {
        return state.equals("open");
    }
}
