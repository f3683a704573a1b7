package org.shouwang.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Service;

/** Says in the caller's language what was refused and why. */
@Service
public class Problems {

    /** A field's problem as the API shows it. */
    public record Localised(String path, String code, String message) {}

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence for one field. */
    public Localised localise(FieldProblem problem, Locale locale) {
        return new Localised(problem.path(), problem.code(), sentence(problem.code(), problem.arguments(), locale));
    }

    public List<Localised> localise(List<FieldProblem> problems, Locale locale) {
        return problems.stream().map(problem -> localise(problem, locale)).toList();
    }

    /** The sentence of a refusal as a whole. */
    public String sentence(Refusal refusal, Locale locale) {
        return sentence(refusal.code(), refusal.arguments(), locale);
    }

    /** Of a forbidden act, what the post may not do: the rule's key is for support, not for whoever is refused. */
    String sentence(Failure failure, Locale locale) {
        String rule = rule(failure);
        String told = rule == null ? null : messages.getMessage("problem.forbidden." + rule, null, null, locale);
        return told == null ? sentence(failure.code(), failure.arguments(), locale) : told;
    }

    /** The act of the access matrix that a refusal is about, for support to find its row. */
    static @Nullable String rule(Failure failure) {
        boolean named =
                failure.code().equals("forbidden") && !failure.arguments().isEmpty();
        return named ? failure.arguments().get(0).toString() : null;
    }

    ProblemDetail detail(Failure failure, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(failure.status());
        problem.setType(URI.create("urn:shouwang:problem:" + failure.code()));
        problem.setTitle(title(failure, locale));
        problem.setDetail(sentence(failure, locale));
        problem.setProperty("code", failure.code());
        problem.setProperty("errors", localise(failure.problems(), locale));
        String rule = rule(failure);
        if (rule != null) {
            problem.setProperty("rule", rule);
        }
        return problem;
    }

    private String title(Failure failure, Locale locale) {
        String fallback = failure.status().getReasonPhrase();
        String title = messages.getMessage("problem.title." + failure.status().value(), null, fallback, locale);
        return title == null ? fallback : title;
    }

    private String sentence(String code, List<Object> arguments, Locale locale) {
        String sentence = messages.getMessage("problem." + code, arguments.toArray(), null, locale);
        // A code without a sentence is a gap in the bundles; the code itself is still better than nothing.
        return sentence == null ? code : sentence;
    }
}
