package org.shouwang.casefile;

import java.util.List;
import java.util.Locale;

/** Papers (文书) that can be made from a completed form, for its page. */
public interface RecordPapers {

    /** In the county's order; empty where there are none for this form. */
    List<Paper> of(String form, Locale locale);

    /** @param key as the address of the paper ends */
    record Paper(String key, String title) {}
}
