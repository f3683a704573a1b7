package org.shouwang.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The last assessment of a case by each tool, beside a task's form. */
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
        Set<String> tools = new HashSet<>();
        return assessments.of(subject).stream()
                .filter(each -> tools.add(each.tool()))
                .map(last -> line(last, locale))
                .toList();
    }

    private String line(AssessmentEntry last, Locale locale) {
        Object[] words = {
            LocalDate.ofInstant(last.at(), clock.getZone()).toString(),
            catalogues.current().codes().name("GRADE", last.decided(), locale),
            messages.getMessage("assessment.state." + last.state(), null, locale),
            catalogues.current().codes().name("ASSESSMENT_TOOL", last.tool(), locale),
            Objects.requireNonNullElse(last.score(), 0)
        };
        return messages.getMessage(last.score() == null ? "assessment.last" : "assessment.last.score", words, locale);
    }
}
