package org.shouwang.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.privacy.Erasure;
import org.shouwang.privacy.Erasures;
import org.shouwang.privacy.Kept;
import org.shouwang.privacy.Retention;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 保存与销毁: what is to be archived and erased. By number: whoever works here need not read the case. */
@Controller
class RetentionController {

    private final Retention retention;
    private final Erasures erasures;
    private final RetentionPages pages;
    private final RetentionRows rows;
    private final Access access;
    private final Actors actors;
    private final Problems problems;
    private final PrivacyWords words;

    RetentionController(
            Retention retention,
            Erasures erasures,
            RetentionPages pages,
            RetentionRows rows,
            Access access,
            Actors actors,
            Problems problems,
            PrivacyWords words) {
        this.retention = retention;
        this.erasures = erasures;
        this.pages = pages;
        this.rows = rows;
        this.access = access;
        this.actors = actors;
        this.problems = problems;
        this.words = words;
    }

    @GetMapping("/retention")
    @Requires("retention.read")
    String list(
            @RequestParam(defaultValue = "erase") String list,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        RetentionPages.Page page = pages.page(list, after, RetentionPages.PAGE);
        model.addAttribute("list", list);
        model.addAttribute(
                "rows",
                page.items().stream().map(kept -> rows.row(kept, locale)).toList());
        model.addAttribute("next", page.next() == null ? null : "/retention?list=" + list + "&after=" + page.next());
        return "privacy/retention";
    }

    @GetMapping("/retention/{id}")
    @Requires("retention.read")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Actor by = actors.current();
        Kept kept = retention.read(id);
        List<Erasure> papers = erasures.of(kept);
        List<Erasure> waiting =
                papers.stream().filter(each -> each.state().equals("proposed")).toList();
        boolean sealed = kept.sealedClass().equals("sealed");
        boolean asked = waiting.stream().anyMatch(Erasure::policeOver);
        model.addAttribute("row", rows.row(kept, locale));
        model.addAttribute(
                "holds",
                erasures.holds(kept).stream()
                        .filter(hold -> !(asked && hold.equals("police")))
                        .toList());
        model.addAttribute("waiting", !waiting.isEmpty());
        model.addAttribute("papers", rows.papers(papers, by.officer().id(), locale));
        model.addAttribute("grounds", words.items("ARCHIVE_GROUND"));
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("mayArchive", !sealed && access.may("retention.archive"));
        model.addAttribute("mayPropose", access.may("retention.propose"));
        model.addAttribute("mayApprove", access.may("retention.approve"));
        model.addAttribute(
                "mayOpen", !sealed && access.may("archive.open") && kept.kind().equals("case"));
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(words.say("nav.retention", locale), "/retention"), Crumb.here(kept.number())));
        return "privacy/kept";
    }

    @PostMapping("/retention/{id}/archive")
    @Requires("retention.archive")
    String archive(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        return done(id, "archived", by -> retention.archive(id, by), redirect, locale);
    }

    @PostMapping("/retention/{id}/take-back")
    @Requires("retention.archive")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            RedirectAttributes redirect,
            Locale locale) {
        return done(id, "taken-back", by -> retention.takeBack(id, ground, by), redirect, locale);
    }

    @PostMapping("/retention/{id}/open")
    @Requires("archive.open")
    String open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        String to = done(id, "opened", by -> retention.open(id, ground, reason, by), redirect, locale);
        return redirect.getFlashAttributes().containsKey("problem") ? to : "redirect:/cases/" + id;
    }

    @PostMapping("/retention/{id}/erasures")
    @Requires("retention.propose")
    String propose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean policeOver,
            RedirectAttributes redirect,
            Locale locale) {
        redirect.addFlashAttribute("typed", reason);
        return done(id, "proposed", by -> erasures.propose(id, policeOver, reason, by), redirect, locale);
    }

    @PostMapping("/retention/{id}/erasures/{erasure}/withdraw")
    @Requires("retention.propose")
    String withdraw(@PathVariable UUID id, @PathVariable UUID erasure, RedirectAttributes redirect, Locale locale) {
        return done(id, "withdrawn", by -> erasures.withdraw(erasure, by), redirect, locale);
    }

    @PostMapping("/retention/{id}/erasures/{erasure}/approve")
    @Requires("retention.approve")
    String approve(@PathVariable UUID id, @PathVariable UUID erasure, RedirectAttributes redirect, Locale locale) {
        return done(id, "erased", by -> erasures.approve(erasure, by), redirect, locale);
    }

    private String done(
            UUID id,
            String flash,
            java.util.function.Consumer<Actor> work,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            work.accept(actors.current());
            redirect.addFlashAttribute("flash", new Flash(words.say("flash.retention." + flash, locale), null));
        } catch (Refusal refusal) {
            boolean told =
                    refusal.status() == HttpStatus.CONFLICT || refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            if (!told) {
                throw refusal;
            }
            redirect.addFlashAttribute("problem", sentence(refusal, locale));
        }
        return "redirect:/retention/" + id;
    }

    private String sentence(Refusal refusal, Locale locale) {
        Function<FieldProblem, String> one =
                problem -> problems.localise(problem, locale).message();
        return refusal.problems().stream().findFirst().map(one).orElseGet(() -> problems.sentence(refusal, locale));
    }
}
