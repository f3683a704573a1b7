package org.shouwang.officers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.officers.NewOfficer;
import org.shouwang.officers.OfficerLists;
import org.shouwang.officers.OfficerPage;
import org.shouwang.officers.Officers;
import org.shouwang.officers.Unit;
import org.shouwang.officers.Units;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 岗位: who works with the system, by unit, and somebody new. */
@Controller
class OfficerController {

    private static final int PAGE = 30;

    private final OfficerLists lists;
    private final Officers officers;
    private final Units units;
    private final OfficerViews views;
    private final Sentences sentences;
    private final Access access;
    private final Actors actors;
    private final MessageSource messages;

    OfficerController(
            OfficerLists lists,
            Officers officers,
            Units units,
            OfficerViews views,
            Sentences sentences,
            Access access,
            Actors actors,
            MessageSource messages) {
        this.lists = lists;
        this.officers = officers;
        this.units = units;
        this.views = views;
        this.sentences = sentences;
        this.access = access;
        this.actors = actors;
        this.messages = messages;
    }

    @GetMapping("/posts")
    @Requires("officer.read")
    String list(
            @RequestParam(required = false) @Nullable UUID agency,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            Locale locale) {
        return list("", agency, after, model, locale);
    }

    /** What is looked for comes in the body, also for the following pages: a name has no place in an address. */
    @PostMapping("/posts/search")
    @Requires("officer.read")
    @Costly
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            Locale locale) {
        return list(q.strip(), null, after, model, locale);
    }

    private String list(String q, @Nullable UUID agency, @Nullable UUID after, Model model, Locale locale) {
        OfficerPage page = lists.page(q, agency, after, PAGE, actors.current());
        model.addAttribute("lines", views.lines(page.items(), locale));
        model.addAttribute("next", page.next());
        model.addAttribute("q", q);
        model.addAttribute("agency", agency);
        model.addAttribute(
                "unit",
                agency == null ? null : units.find(agency).map(Unit::name).orElse(null));
        model.addAttribute("manages", access.may("officer.manage"));
        return "officers/list";
    }

    @GetMapping("/posts/add")
    @Requires("officer.manage")
    String add(Model model, Locale locale) {
        return form(new NewOfficer("", "", ""), Map.of(), model, locale);
    }

    @PostMapping("/posts/add")
    @Requires("officer.manage")
    String add(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        NewOfficer asked = new NewOfficer(username, name, phone);
        try {
            UUID made = officers.add(UUID.randomUUID().toString(), asked, actors.current())
                    .id();
            redirect.addFlashAttribute("flash", new Flash(messages.getMessage("officers.added", null, locale), null));
            return "redirect:/posts/officers/" + made;
        } catch (Refusal refusal) {
            return form(asked, sentences.at(refusal, response, locale), model, locale);
        }
    }

    private String form(NewOfficer asked, Map<String, String> wrong, Model model, Locale locale) {
        model.addAttribute("asked", asked);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problems", Sentences.views(wrong));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.posts", null, locale), "/posts"),
                        Crumb.here(messages.getMessage("officers.add", null, locale))));
        return "officers/add";
    }
}
