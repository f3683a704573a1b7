package org.shouwang.support;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Codes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Support plans on the case's page. */
@Component
class PlanPart implements CasePart {

    private final Plans plans;
    private final Catalogues catalogues;
    private final MessageSource messages;

    PlanPart(Plans plans, Catalogues catalogues, MessageSource messages) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "plan";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        List<Plans.Need> needs = plans.needs(caseId);
        return plans.of(caseId).stream().map(plan -> line(plan, needs, locale)).toList();
    }

    private Line line(Plans.Plan plan, List<Plans.Need> needs, Locale locale) {
        Codes codes = catalogues.current().codes();
        String review = plan.reviewDate().toString();
        String text = plan.visitor() == null
                ? messages.getMessage("plan.line.own", new Object[] {review}, locale)
                : messages.getMessage(
                        "plan.line", new Object[] {codes.name("VISITOR", plan.visitor(), locale), review}, locale);
        List<String> details = needs.stream()
                .filter(need -> need.plan().equals(plan.id()))
                .map(need -> detail(need, codes, locale))
                .toList();
        return new Line(plan.at(), plan.record(), text, details);
    }

    private String detail(Plans.Need need, Codes codes, Locale locale) {
        StringBuilder detail = new StringBuilder(codes.name("NEED", need.need(), locale));
        if (need.whose() != null) {
            detail.append(messages.getMessage(
                    "plan.whose", new Object[] {codes.name("NEED_FOR", need.whose(), locale)}, locale));
        }
        if (need.measure() != null) {
            detail.append(messages.getMessage(
                    "plan.measure", new Object[] {codes.name("PLAN_MEASURE", need.measure(), locale)}, locale));
        }
        if (need.helper() != null) {
            detail.append(
                    messages.getMessage("plan.by", new Object[] {codes.name("HELPER", need.helper(), locale)}, locale));
        }
        if (need.due() != null) {
            detail.append(
                    messages.getMessage("plan.due", new Object[] {need.due().toString()}, locale));
        }
        return detail.toString();
    }
}
