package org.shouwang.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * A conference (会商) and how it ended.
 *
 * @param conclusion a {@code CONFERENCE_CONCLUSION} code
 */
public record CaseConference(UUID record, String conclusion, Instant heldAt) {}
