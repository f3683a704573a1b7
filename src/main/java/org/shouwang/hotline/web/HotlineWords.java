package org.shouwang.hotline.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.hotline.HotlineImports;
import org.shouwang.web.FieldProblem;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;

/** Says codes, times and reasons in one reader's language; a template has it as {@code words}. */
public record HotlineWords(Catalogues catalogues, HotlineImports imports, Locale locale) {

    public String code(String list, @Nullable String key) {
        return key == null ? "" : catalogues.current().codes().name(list, key, locale);
    }

    public String moment(Instant at) {
        return ExactTime.moment(at, locale);
    }

    public String end(Instant due) {
        return ExactTime.end(due, locale);
    }

    public String why(List<FieldProblem> problems) {
        return imports.why(problems, locale);
    }
}
