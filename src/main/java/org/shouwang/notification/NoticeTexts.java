package org.shouwang.notification;

import java.util.Locale;

/** The sentences of notices, which are the county's own. */
public interface NoticeTexts {

    /** @param code one of {@link Notices#CODES} */
    String sentence(String code, Locale locale);
}
