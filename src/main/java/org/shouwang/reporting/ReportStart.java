package org.shouwang.reporting;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actor;
import tools.jackson.databind.node.ObjectNode;

/** Something a report may begin at: what is known there stands in the report's page already. */
public interface ReportStart {

    /**
     * Answers of {@code F01-report} that are known.
     *
     * @return empty for what is not this module's, or not for this officer
     */
    Optional<ObjectNode> known(UUID from, Actor by);
}
