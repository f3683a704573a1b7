package org.shouwang.workflow;

import java.util.UUID;

/** A subject has come to another of the five linked stages; heard in the transaction that moved it. */
public record StageEntered(UUID subject, String stage) {}
