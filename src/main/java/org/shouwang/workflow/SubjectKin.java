package org.shouwang.workflow;

import java.util.Set;
import java.util.UUID;

/** Which cases and reports are about the same matter, told by the module that knows both. */
public interface SubjectKin {

    /** All that belong with this one, itself not among them. */
    Set<UUID> of(UUID subject);
}
