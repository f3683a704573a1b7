package org.shouwang.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What both forms about sealed records have: their choices, and what is wrong, by field. */
@Component
class JuvenilePages {

    private final Problems problems;
    private final PrivacyWords words;

    JuvenilePages(Problems problems, PrivacyWords words) {
        this.problems = problems;
        this.words = words;
    }

    /** What a person is told of a refusal; what is wrong as a whole stands under the empty name. */
    Map<String, String> told(Refusal refusal, HttpServletResponse response, Locale locale) {
        boolean told = refusal.status() == HttpStatus.CONFLICT || refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
        if (!told) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        return refusal.problems().isEmpty()
                ? Map.of("", problems.sentence(refusal, locale))
                : sentences(refusal.problems(), locale);
    }

    Map<String, String> sentences(List<FieldProblem> wrong, Locale locale) {
        return wrong.stream()
                .map(each -> problems.localise(each, locale))
                .collect(Collectors.toMap(Problems.Localised::path, Problems.Localised::message, (one, more) -> one));
    }

    void lists(String grounds, Map<String, String> wrong, Model model, Locale locale) {
        model.addAttribute("grounds", words.items(grounds));
        model.addAttribute("organs", words.items("ORGAN"));
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("wrong", wrong);
    }
}
