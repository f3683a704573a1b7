package org.shouwang.rowsecurity;

/** Work that no officer stands behind, or that looks further than its officer may: each sees what its name says. */
public enum RowService {
    /** Follows clocks that are due, whoever they belong to. */
    SWEEPER,
    /** Rings the next on duty for tasks nobody has taken. */
    DUTY,
    /** Seals and verifies the journal, and shows it to the auditor. */
    JOURNAL,
    /** Looks whether a reported child is known and has a case, before anybody is told. */
    MATCHING,
    /** Looks one case up by its number, for somebody who has to act now. */
    EMERGENCY,
    /** Looks a sealed juvenile record up by its number, for somebody who has given a ground. */
    JUVENILE,
    /** Answers a tracking code with a state. */
    TRACKING,
    /** Opens who sent a report, for somebody who has given the ground. */
    REPORTER,
    /** Counts and lists what a board and the placement ledger show within their officer's territory. */
    BOARD,
    /** Says by its number which case a step that does not go on belongs to. */
    OPERATIONS,
    /** Follows what is to be archived and erased: numbers, classes and dates; and consents that end. */
    RETENTION,
    /** Looks which children of open cases have turned eighteen: birth dates and case ids. */
    ADULTHOOD,
    /** Lists what the county's police stations still have to say, for their liaison. */
    LIAISON,
    /** Fills the register of a new demo county. */
    REGISTER;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
