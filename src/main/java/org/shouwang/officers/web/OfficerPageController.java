package org.shouwang.officers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.officers.Logins;
import org.shouwang.officers.OfficerFile;
import org.shouwang.officers.OfficerPosts;
import org.shouwang.officers.Officers;
import org.shouwang.officers.Units;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One officer: posts, and what can be done to the login. */
@Controller
@RequestMapping("/posts/officers/{id}")
class OfficerPageController {

    /** Agencies to choose from: a county has some hundreds. */
    private static final int UNITS = 2000;

    private final Officers officers;
    private final OfficerPosts posts;
    private final Logins logins;
    private final Units units;
    private final OfficerViews views;
    private final Sentences sentences;
    private final Actors actors;
    private final MessageSource messages;

    OfficerPageController(
            Officers officers,
            OfficerPosts posts,
            Logins logins,
            Units units,
            OfficerViews views,
            Sentences sentences,
            Actors actors,
            MessageSource messages) {
        this.officers = officers;
        this.posts = posts;
        this.logins = logins;
        this.units = units;
        this.views = views;
        this.sentences = sentences;
        this.actors = actors;
        this.messages = messages;
    }

    @GetMapping
    @Requires("officer.read")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, PostInput.NOTHING, Map.of(), model, locale);
    }

    @PostMapping("/posts")
    @Requires("officer.manage")
    String give(
            @PathVariable UUID id,
            PostInput typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            posts.add(UUID.randomUUID().toString(), id, typed.asked(), actors.current());
            return done("given", id, redirect, locale);
        } catch (Refusal refusal) {
            return page(id, typed, sentences.at(refusal, response, locale), model, locale);
        }
    }

    /** @param until the last day; empty ends it at once */
    @PostMapping("/posts/{post}/end")
    @Requires("officer.manage")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID post,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            posts.end(id, post, PostInput.date("until", until), actors.current());
            return done("ended", id, redirect, locale);
        } catch (Refusal refusal) {
            model.addAttribute("ending", post);
            model.addAttribute("last", until);
            Map<String, String> wrong = sentences.at(refusal, response, locale);
            model.addAttribute("endWrong", String.join(" ", wrong.values()));
            return page(id, PostInput.NOTHING, Map.of(), model, locale);
        }
    }

    @PostMapping("/deactivate")
    @Requires("officer.manage")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        officers.setActive(id, false, actors.current());
        return done("deactivated", id, redirect, locale);
    }

    @PostMapping("/activate")
    @Requires("officer.manage")
    String activate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        officers.setActive(id, true, actors.current());
        return done("activated", id, redirect, locale);
    }

    @PostMapping("/end-sessions")
    @Requires("officer.login")
    String endSessions(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        logins.endSessions(id, actors.current());
        return done("sessions", id, redirect, locale);
    }

    /** Shown in this answer and never again: not over a redirect, for what waits for one lies in the session. */
    @PostMapping("/secret")
    @Requires("officer.login")
    String secret(@PathVariable UUID id, Model model, HttpServletResponse response, Locale locale) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            model.addAttribute("secret", logins.issue(id, actors.current()));
        } catch (Refusal refusal) {
            return page(id, PostInput.NOTHING, sentences.at(refusal, response, locale), model, locale);
        }
        OfficerFile file = officers.read(id, actors.current());
        model.addAttribute("file", file);
        model.addAttribute("crumbs", crumbs(file, locale));
        return "officers/secret";
    }

    private String page(UUID id, PostInput typed, Map<String, String> wrong, Model model, Locale locale) {
        OfficerFile file = officers.read(id, actors.current());
        model.addAttribute("shown", views.of(file, actors.current(), locale));
        model.addAttribute("roles", views.roles(file, locale));
        model.addAttribute("units", units.list(null, UNITS));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problems", Sentences.views(wrong));
        model.addAttribute("crumbs", crumbs(file, locale));
        return "officers/officer";
    }

    private List<Crumb> crumbs(OfficerFile file, Locale locale) {
        return List.of(new Crumb(messages.getMessage("nav.posts", null, locale), "/posts"), Crumb.here(file.name()));
    }

    private String done(String what, UUID id, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(
                "flash", new Flash(messages.getMessage("flash.officers." + what, null, locale), null));
        return "redirect:/posts/officers/" + id;
    }
}
