package org.shouwang.reporting.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;

/** Says codes and times in one reader's language; a template has it as {@code words}. */
public record LateReportWords(Catalogues catalogues, Locale locale) {

    public String code(String list, @Nullable String key) {
        return key == null ? "" : catalogues.current().codes().name(list, key, locale);
    }

    public String moment(Instant at) {
        return ExactTime.moment(at, locale);
    }
}
