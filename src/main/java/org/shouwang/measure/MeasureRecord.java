package org.shouwang.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code F24-guardian-measure}: a measure was issued, by one of those who may issue it. */
@Component
class MeasureRecord implements RecordHandler {

    private static final String ORGAN = "organ";
    private static final String OWN = "own";
    private static final String WAY = "way";

    private final MeasureStore store;
    private final MeasureRules rules;
    private final Catalogues catalogues;

    MeasureRecord(MeasureStore store, MeasureRules rules, Catalogues catalogues) {
        this.store = store;
        this.rules = rules;
        this.catalogues = catalogues;
    }

    @Override
    public String form() {
        return "F24-guardian-measure";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        List<FieldProblem> problems = problems(completion);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        store.issued(completion);
        return Map.of();
    }

    private List<FieldProblem> problems(Completion completion) {
        ObjectNode data = completion.data();
        String organ = data.get(ORGAN).asString();
        List<FieldProblem> problems = new ArrayList<>();
        if (!rules.organs(data.get("measure").asString()).contains(organ)) {
            problems.add(notTheirs(data.get("measure").asString()));
        }
        problems.addAll(speaker(organ, data.get(WAY).asString().equals(OWN), rules.organsOf(completion.by())));
        if (data.hasNonNull("until") && day(data, "until").isBefore(day(data, "issuedOn"))) {
            problems.add(FieldProblem.at("until", "measure-until-early"));
        }
        return problems;
    }

    /** An organ's own login speaks for that organ; whoever has none to speak for says how it came to be known. */
    private static List<FieldProblem> speaker(String organ, boolean own, Set<String> speaksFor) {
        if (speaksFor.isEmpty()) {
            return own ? List.of(FieldProblem.at(WAY, "measure-not-own")) : List.of();
        }
        if (!speaksFor.contains(organ)) {
            return List.of(FieldProblem.at(ORGAN, "measure-other-organ"));
        }
        return own ? List.of() : List.of(FieldProblem.at(WAY, "measure-own-login"));
    }

    private FieldProblem notTheirs(String measure) {
        Locale locale = LocaleContextHolder.getLocale();
        String theirs = rules.organs(measure).stream()
                .map(organ -> name(MeasureFile.ORGANS, organ, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"));
        return FieldProblem.at(ORGAN, "measure-organ", name(MeasureFile.MEASURES, measure, locale), theirs);
    }

    private String name(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private static LocalDate day(ObjectNode data, String field) {
        return LocalDate.parse(data.get(field).asString());
    }
}
