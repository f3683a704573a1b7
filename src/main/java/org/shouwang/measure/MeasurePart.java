package org.shouwang.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Measures on guardians on the case's page: who ordered what of whom, the sessions, what came of it. */
@Component
class MeasurePart implements CasePart {

    private final MeasureStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;

    MeasurePart(MeasureStore store, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "guardian-measure";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream().map(each -> line(each, locale)).toList();
    }

    private Line line(GuardianMeasure of, Locale locale) {
        String what = say(
                "guardian-measure.line",
                locale,
                code(MeasureFile.MEASURES, of.measure(), locale),
                code("MEASURE_PERSON", of.person(), locale));
        return new Line(of.at(), of.record(), what, details(of, locale));
    }

    private List<String> details(GuardianMeasure of, Locale locale) {
        List<String> details = new ArrayList<>();
        details.add(say("guardian-measure.organ", locale, code(MeasureFile.ORGANS, of.organ(), locale)));
        details.add(code("MEASURE_WAY", of.way(), locale));
        dated(details, "guardian-measure.issued", of.issuedOn(), locale);
        dated(details, "guardian-measure.until", of.until(), locale);
        if (of.sessions() != null) {
            details.add(say(
                    "guardian-measure.sessions",
                    locale,
                    of.sessions(),
                    of.attended(),
                    of.held().size() - of.attended()));
            of.held().stream()
                    .filter(session -> session.absence() != null)
                    .forEach(session -> details.add(say(
                            "guardian-measure.absent",
                            locale,
                            session.heldOn().toString(),
                            code("SESSION_ABSENCE", "" + session.absence(), locale))));
        }
        if (of.result() != null) {
            details.add(say(
                    "guardian-measure.result", locale, code("MEASURE_RESULT", of.result(), locale), "" + of.endedOn()));
        }
        return details;
    }

    private void dated(List<String> details, String key, @Nullable LocalDate on, Locale locale) {
        if (on != null) {
            details.add(say(key, locale, on.toString()));
        }
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }
}
