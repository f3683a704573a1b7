package org.shouwang.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.privacy.JuvenileOpenings;
import org.shouwang.privacy.NewOpening;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** 查询封存的未成年人记录: opens one by its number, for those who ask by law. */
@Controller
@Requires("juvenile.open")
class JuvenileOpeningController {

    private final JuvenileOpenings openings;
    private final JuvenileLimit limit;
    private final JuvenilePages pages;
    private final Actors actors;

    JuvenileOpeningController(JuvenileOpenings openings, JuvenileLimit limit, JuvenilePages pages, Actors actors) {
        this.openings = openings;
        this.limit = limit;
        this.pages = pages;
        this.actors = actors;
    }

    @GetMapping("/juvenile")
    String ask(Model model, Locale locale) {
        return page(new NewOpening(null, null, null, null), Map.of(), model, locale);
    }

    @PostMapping("/juvenile")
    String open(@ModelAttribute NewOpening said, Model model, HttpServletResponse response, Locale locale) {
        Actor by = actors.current();
        limit.take(by);
        try {
            Optional<UUID> opened = openings.open(said, by);
            if (opened.isPresent()) {
                return "redirect:/cases/" + opened.get();
            }
        } catch (Refusal refusal) {
            return page(said, pages.told(refusal, response, locale), model, locale);
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        FieldProblem none = FieldProblem.at("number", "juvenile-none");
        return page(said, pages.sentences(List.of(none), locale), model, locale);
    }

    private String page(NewOpening said, Map<String, String> wrong, Model model, Locale locale) {
        model.addAttribute("said", said);
        pages.lists("JUVENILE_OPEN_GROUND", wrong, model, locale);
        return "privacy/juvenile";
    }
}
