package org.shouwang.workflow;

import java.util.UUID;

/** An officer is kept off a subject from now on (回避); the transaction is still open. */
public record OfficerBarred(UUID subject, UUID officer) {}
