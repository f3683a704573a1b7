package org.shouwang.casefile;

import java.util.UUID;

/** A case has been closed; heard in the transaction that closed it. */
public record CaseClosed(UUID caseId) {}
