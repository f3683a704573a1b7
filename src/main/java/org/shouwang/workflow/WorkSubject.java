package org.shouwang.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * What a process is about, as far as the engine room needs to know: enough to address a task and to show a row of the
 * inbox. The modules that own the subject keep it true with {@link Workflow#describe}.
 *
 * @param id the business key: a case's or a report's id
 * @param kind {@code case} or {@code report}: which page opens it
 * @param number as people say it: 个案编号 or 线索编号
 * @param title whom it is about, in few characters
 * @param division 12-digit code of the place it belongs to
 * @param sealedClass {@code open} or {@code restricted}
 * @param grade {@code GRADE} code 1 (red) to 4 (green), null before there is one
 * @param stage code of {@code STAGE}, null before there is one
 */
public record WorkSubject(
        UUID id,
        String kind,
        String number,
        String title,
        String division,
        String sealedClass,
        @Nullable String grade,
        @Nullable String stage) {

    /** The same before its first step: the next one it comes to is a stage entered. */
    public WorkSubject inNoStage() {
        return new WorkSubject(id, kind, number, title, division, sealedClass, grade, null);
    }

    /** As the judge of access needs it. */
    public Subject subject() {
        return Subject.of(id, kind, division, sealedClass);
    }
}
