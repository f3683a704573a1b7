package org.shouwang.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The last assessment of a case, beside a task's form. */
@Component
class LastAssessment implements SubjectSummary {

    private final Assessments assessments;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    LastAssessment(Assessments assessments, Catalogues catalogues, MessageSource messages, Clock clock) {
        this.assessments = assessments;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "assessment";
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        if (!whole) {
            return List.of();
        }
        return assessments.of(subject).stream()
                .limit(1)
                .map(last -> line(last, locale))
                .toList();
    }

    private String line(AssessmentEntry last, Locale locale) {
        Object[] words = {
            LocalDate.ofInstant(last.at(), clock.getZone()).toString(),
            catalogues.current().codes().name("GRADE", last.decided(), locale),
            messages.getMessage("assessment.state." + last.state(), null, locale)
        };
        return messages.getMessage("assessment.last", words, locale);
    }
}
