package org.shouwang.workflow;

import java.util.UUID;

/** What has to have happened to a subject before people may begin a process beside its main one; told by a module. */
public interface StartCondition {

    /** Key of the process this speaks of. */
    String process();

    boolean holds(UUID subject);
}
