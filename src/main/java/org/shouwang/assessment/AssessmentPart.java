package org.shouwang.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Assessments on the case's page. */
@Component
class AssessmentPart implements CasePart {

    private final Assessments assessments;
    private final Catalogues catalogues;
    private final MessageSource messages;

    AssessmentPart(Assessments assessments, Catalogues catalogues, MessageSource messages) {
        this.assessments = assessments;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "assessment";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return assessments.of(caseId).stream().map(entry -> line(entry, locale)).toList();
    }

    private Line line(AssessmentEntry entry, Locale locale) {
        String text = say(
                "assessment." + entry.judgement(),
                locale,
                grade(entry.decided(), locale),
                grade(entry.proposed(), locale));
        List<String> details = new ArrayList<>(entry.reasons());
        if (entry.score() != null) {
            details.add(0, say("assessment.score", locale, entry.score()));
        }
        if (!entry.state().equals("in-force")) {
            details.add(0, say("assessment.state." + entry.state(), locale));
        }
        if (entry.nextDate() != null) {
            details.add(say("assessment.next", locale, entry.nextDate().toString()));
        }
        String tool = catalogues.current().codes().name("ASSESSMENT_TOOL", entry.tool(), locale);
        return new Line(entry.at(), entry.record(), say("assessment.line", locale, tool, text), details);
    }

    private String grade(String key, Locale locale) {
        return catalogues.current().codes().name("GRADE", key, locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
