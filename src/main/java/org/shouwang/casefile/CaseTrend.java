package org.shouwang.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the assessments of a case went, told by the module that keeps them. */
public interface CaseTrend {

    /** Those in force, the earliest first. */
    List<Point> trend(UUID caseId);

    /**
     * One assessment.
     *
     * @param record the completed form; who may not open it is not told of it
     * @param tool {@code ASSESSMENT_TOOL} code
     * @param score of 100, null where the tool gives none
     * @param grade {@code GRADE} decided on
     */
    record Point(
            Instant at, UUID record, String tool, @Nullable Integer score, String grade) {}
}
