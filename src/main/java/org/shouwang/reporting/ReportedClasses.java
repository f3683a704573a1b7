package org.shouwang.reporting;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.workflow.SubjectClasses;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Item;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By the situations that were ticked in the reports a case rests on. */
@Component
class ReportedClasses implements SubjectClasses {

    private final ReportStore store;
    private final Catalogues catalogues;
    private final RowIdentity identity;

    ReportedClasses(ReportStore store, Catalogues catalogues, RowIdentity identity) {
        this.store = store;
        this.catalogues = catalogues;
        this.identity = identity;
    }

    /** The reports of a case count for whoever may not read them, too: they say what is hidden, and are not shown. */
    @Override
    @Transactional(readOnly = true)
    public Set<String> of(UUID subject) {
        identity.open(subject);
        Codes codes = catalogues.current().codes();
        return Stream.concat(store.find(subject).stream(), store.ofCase(subject).stream())
                .flatMap(report -> Stream.concat(
                        classes(codes, "RPT_SIT", report.situations().stream()),
                        classes(codes, "OTHER_SIT", report.worries().stream())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> classes(Codes codes, String list, Stream<String> ticked) {
        return ticked.flatMap(key -> codes.get(list).item(key).stream())
                .map(Item::sensitive)
                .flatMap(Stream::ofNullable);
    }
}
