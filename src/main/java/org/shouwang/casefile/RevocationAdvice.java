package org.shouwang.casefile;

import java.util.UUID;

/** Whether a court or a procuratorate has suggested in writing to apply for revocation, told by the module that knows. */
public interface RevocationAdvice {

    boolean advised(UUID caseId);
}
