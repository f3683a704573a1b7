package org.shouwang.person.web;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Requires;
import org.shouwang.web.Costly;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search for somebody to pick in a form, and a person's own page. */
@Controller
class PersonController {

    private static final int SHOWN = 20;
    private static final int LONGEST_QUESTION = 60;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,60}");

    private final PersonFinder finder;
    private final PersonPages pages;

    PersonController(PersonFinder finder, PersonPages pages) {
        this.finder = finder;
        this.pages = pages;
    }

    /**
     * Fragment of radio buttons (or boxes to tick: {@code many}) named {@code field}, for names and whole ID numbers. By
     * POST only: an address is written down on its way.
     */
    @Requires("person.search")
    @Costly
    @PostMapping("/persons/search")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(defaultValue = "true") boolean children,
            @RequestParam(defaultValue = "child") String field,
            @RequestParam(defaultValue = "false") boolean many,
            Model model) {
        refuseLong(q);
        if (!FIELD.matcher(field).matches()) {
            throw Refusal.malformed("person-search");
        }
        model.addAttribute("hits", finder.find(q, division, children, SHOWN));
        model.addAttribute("asked", !q.isBlank());
        model.addAttribute("shown", SHOWN);
        model.addAttribute("field", field);
        model.addAttribute("type", many ? "checkbox" : "radio");
        return "person/search :: results";
    }

    @Requires("person.read")
    @GetMapping("/persons/{id}")
    String person(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("page", pages.open(id, locale));
        return "person/person";
    }

    static void refuseLong(String question) {
        if (question.length() > LONGEST_QUESTION) {
            throw Refusal.malformed("person-search");
        }
    }
}
