package org.shouwang.workflow.catalogue;

import java.util.List;

/**
 * A room that works by files under processes/. Rooms are asked in the order of Spring's {@code @Order}: all check, and
 * only when none has found a fault all take.
 */
public interface CatalogueListener {

    /** Names every fault in this room's files; changes nothing. */
    void check(Catalogue candidate, List<Fault> faults);

    /** Works by these files from now on; only called with what this room has checked. */
    void take(Catalogue catalogue);
}
