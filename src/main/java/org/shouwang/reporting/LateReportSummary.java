package org.shouwang.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is asked of whoever decides, in codes and times: which kind of unit, since when, and when it reported. */
@Component
class LateReportSummary implements SubjectSummary {

    private final LateReportStore store;
    private final DutyBearers bearers;
    private final Secrecy secrecy;
    private final Catalogues catalogues;
    private final MessageSource messages;

    LateReportSummary(
            LateReportStore store,
            DutyBearers bearers,
            Secrecy secrecy,
            Catalogues catalogues,
            MessageSource messages) {
        this.store = store;
        this.bearers = bearers;
        this.secrecy = secrecy;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return LateReport.KIND;
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return store.find(subject).map(late -> lines(late, locale)).orElse(List.of());
    }

    private List<String> lines(LateReport late, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(say("late-report.summary.unit", locale, code("REPORTER_KIND", late.unitKind(), locale)));
        lines.add(say("late-report.summary.known", locale, ExactTime.moment(late.knownAt(), locale)));
        @Nullable Instant reported = late.reportedAt();
        lines.add(
                reported == null
                        ? say("late-report.summary.never", locale)
                        : say("late-report.summary.reported", locale, ExactTime.moment(reported, locale)));
        lines.add(code("LATE_GROUND", late.ground(), locale));
        if (late.thankedAt() != null) {
            lines.add(say("late-report.summary.thanked", locale));
        }
        store.told(late.id())
                .ifPresent(told -> lines.add(say(
                        "late-report.summary.told", locale, secrecy.open(LateDecisionRecord.TOLD, late.id(), told))));
        bearers.superior(late.unitKind())
                .ifPresent(
                        organ -> lines.add(say("late-report.summary.superior", locale, code("ORGAN", organ, locale))));
        return lines;
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
