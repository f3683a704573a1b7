package org.shouwang.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.decision.DecisionMade;
import org.shouwang.workflow.decision.Decisions;
import org.shouwang.workflow.decision.Reason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A lead in a few lines: which child, what was seen, why it was graded so. Who reported is not known here. */
@Component
class ReportSummary implements SubjectSummary {

    private final ReportStore store;
    private final Persons persons;
    private final Decisions decisions;
    private final Catalogues catalogues;
    private final MessageSource messages;

    ReportSummary(
            ReportStore store, Persons persons, Decisions decisions, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.persons = persons;
        this.decisions = decisions;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "report";
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return store.find(subject)
                .map(report -> whole ? lines(report, locale) : child(report, locale))
                .orElse(List.of());
    }

    private List<String> lines(ReportView report, Locale locale) {
        Codes codes = catalogues.current().codes();
        List<String> lines = new ArrayList<>();
        persons.find(report.child()).ifPresent(child -> lines.add(child(child, locale)));
        if (!report.channel().equals("here")) {
            lines.add(say("report.summary.channel", locale, codes.name("CHANNEL", report.channel(), locale)));
        }
        lines.add(say("report.summary.danger", locale, codes.name("YES_NO_UNSURE", report.danger(), locale)));
        seen(report.situations(), "RPT_SIT", "report.summary.situations", codes, locale, lines);
        seen(report.worries(), "OTHER_SIT", "report.summary.worries", codes, locale, lines);
        if (!report.insider().equals("no")) {
            lines.add(say("report.summary.insider." + report.insider(), locale));
        }
        lines.add(say("report.summary.grade", locale, codes.name("GRADE", report.grade(), locale)));
        lines.addAll(reasons(report));
        return lines;
    }

    private List<String> child(ReportView report, Locale locale) {
        return persons.find(report.child()).map(child -> child(child, locale)).stream()
                .toList();
    }

    private String child(PersonView child, Locale locale) {
        Integer age = child.age();
        if (age == null) {
            return say("report.summary.child", locale, child.name());
        }
        String key = child.birthEstimated() ? "report.summary.child.about" : "report.summary.child.aged";
        return say(key, locale, child.name(), age);
    }

    private void seen(List<String> chosen, String list, String key, Codes codes, Locale locale, List<String> lines) {
        if (!chosen.isEmpty()) {
            String separator = locale.getLanguage().equals("en") ? "; " : "；";
            lines.add(say(
                    key,
                    locale,
                    chosen.stream()
                            .map(code -> codes.name(list, code, locale))
                            .collect(Collectors.joining(separator))));
        }
    }

    /** The sentences as they stood when the report came in. */
    private List<String> reasons(ReportView report) {
        return decisions.of(report.id()).stream()
                .filter(made -> made.id().equals(report.decision()))
                .map(DecisionMade::reasons)
                .flatMap(List::stream)
                .map(Reason::sentence)
                .toList();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
