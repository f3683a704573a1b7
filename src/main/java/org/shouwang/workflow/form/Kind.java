package org.shouwang.workflow.form;

/** What a field's value is, whatever it looks like on the page. */
public enum Kind {
    TEXT,
    CODE,
    DATE,
    DATE_TIME,
    ID,
    NUMBER,
    INTEGER,
    BOOLEAN,
    /** Several keys of one code list. */
    CODES,
    /** Several ids: files, people. */
    IDS,
    /** Repeated group: rows with fields of their own. */
    GROUP;

    /** Whether a process may be given such a value: it names nobody and tells nothing. */
    boolean fitsProcess() {
        return switch (this) {
            case CODE, BOOLEAN, DATE, DATE_TIME, NUMBER, INTEGER, ID -> true;
            case TEXT, CODES, IDS, GROUP -> false;
        };
    }

    /** Whether other fields may be shown by such a value. */
    boolean decides() {
        return this == CODE || this == CODES || this == BOOLEAN;
    }
}
