package org.shouwang.casefile;

import java.time.LocalDate;
import java.util.UUID;

/** Whether a court has given a child back, told by the module that knows: nobody here confers on what a court decided. */
public interface ReturnOrder {

    /** @param day from which on it counts: that of the last removal */
    boolean restoredSince(UUID caseId, LocalDate day);
}
