package org.shouwang.workflow.form;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a field is asked for; {@code x-widget} in lower case. */
public enum Widget {
    TEXT(Kind.TEXT),
    TEXTAREA(Kind.TEXT),
    NUMBER(Kind.NUMBER, Kind.INTEGER),
    DATE(Kind.DATE),
    DATETIME(Kind.DATE_TIME),
    RADIO(Kind.CODE, Kind.BOOLEAN),
    SELECT(Kind.CODE, Kind.BOOLEAN),
    CHECKBOXES(Kind.CODES, Kind.BOOLEAN),
    FILE(Kind.IDS),
    PERSON(Kind.ID, Kind.IDS),
    DIVISION(Kind.TEXT),
    /** A unit that works for the place of the case. */
    AGENCY(Kind.ID),
    GROUP(Kind.GROUP),
    /** Carried along unseen. */
    HIDDEN(
            Kind.TEXT,
            Kind.CODE,
            Kind.DATE,
            Kind.DATE_TIME,
            Kind.ID,
            Kind.NUMBER,
            Kind.INTEGER,
            Kind.BOOLEAN,
            Kind.CODES,
            Kind.IDS),
    /** Known already: shown, not asked, and never taken from the browser. */
    FACTS(
            Kind.TEXT,
            Kind.CODE,
            Kind.DATE,
            Kind.DATE_TIME,
            Kind.ID,
            Kind.NUMBER,
            Kind.INTEGER,
            Kind.BOOLEAN,
            Kind.CODES);

    private final Set<Kind> kinds;

    Widget(Kind first, Kind... others) {
        this.kinds = EnumSet.of(first, others);
    }

    boolean fits(Kind kind) {
        return kinds.contains(kind);
    }

    public boolean isDate() {
        return this == DATE || this == DATETIME;
    }

    static Optional<Widget> named(String name) {
        return Arrays.stream(values())
                .filter(widget -> widget.key().equals(name))
                .findFirst();
    }

    /** The name in form files and templates. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
