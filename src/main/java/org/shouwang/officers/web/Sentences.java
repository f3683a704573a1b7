package org.shouwang.officers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwang.web.ProblemView;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says on a form what was refused, at its fields; what no form can mend goes on to the error page. */
@Component
class Sentences {

    /** Stands for the form as a whole. */
    static final String WHOLE = "";

    private final Problems problems;

    Sentences(Problems problems) {
        this.problems = problems;
    }

    /** Sentences by field; the answer gets the refusal's status. */
    Map<String, String> at(Refusal refusal, HttpServletResponse response, Locale locale) {
        boolean whole = refusal.problems().isEmpty();
        if (whole && refusal.status() != HttpStatus.CONFLICT) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        Map<String, String> wrong = new LinkedHashMap<>();
        if (whole) {
            wrong.put(WHOLE, problems.sentence(refusal, locale));
        }
        problems.localise(refusal.problems(), locale)
                .forEach(problem -> wrong.putIfAbsent(problem.path(), problem.message()));
        return wrong;
    }

    static List<ProblemView> views(Map<String, String> wrong) {
        return wrong.entrySet().stream()
                .map(entry -> new ProblemView(entry.getKey(), entry.getValue()))
                .toList();
    }
}
