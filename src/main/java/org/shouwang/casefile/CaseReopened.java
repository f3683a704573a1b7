package org.shouwang.casefile;

import java.util.UUID;

/** A closed case has been taken up again; heard in the transaction that did it. */
public record CaseReopened(UUID caseId) {}
