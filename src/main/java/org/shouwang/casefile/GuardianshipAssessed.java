package org.shouwang.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When a case last had a guardianship assessment (监护评估, F05), told by the module that keeps it. */
public interface GuardianshipAssessed {

    Optional<Instant> lastAssessed(UUID caseId);
}
