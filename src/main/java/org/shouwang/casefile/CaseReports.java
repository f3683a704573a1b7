package org.shouwang.casefile;

import java.util.List;
import java.util.UUID;

/** Which reports a case rests on, told by the module that takes them in. */
public interface CaseReports {

    /** The one the case was opened for and those that came later, none more secret than the case itself. */
    List<UUID> of(CaseView file);
}
