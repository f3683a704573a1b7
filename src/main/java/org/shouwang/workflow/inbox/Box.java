package org.shouwang.workflow.inbox;

/** Which part of the inbox a person looks at. */
public enum Box {
    /** What I have taken or was given. */
    MINE,
    /** What my unit may take and nobody has. */
    TEAM,
    /** What is late, mine or my unit's; the clocks of external organs are never late. */
    OVERDUE
}
