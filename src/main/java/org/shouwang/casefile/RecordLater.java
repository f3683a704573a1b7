package org.shouwang.casefile;

import java.util.Locale;
import java.util.UUID;

/** What became later of what a completed form set out to do, for its paper. */
public interface RecordLater {

    /** The form the paper is made from. */
    String form();

    /** The form that said what became of it: who may not read that is not told. */
    String toldBy();

    /** A line for each thing; codes in words, nothing anybody wrote. */
    String lines(UUID record, Locale locale);
}
