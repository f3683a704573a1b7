package org.shouwang.referral.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.referral.Referral;
import org.shouwang.referral.ReferralWords;
import org.shouwang.referral.Referrals;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 转介: those of one case, for whoever sent them; those that came to oneself. */
@Controller
class ReferralController {

    private final Referrals referrals;
    private final ReferralWords words;
    private final Actors actors;
    private final MessageSource messages;

    ReferralController(Referrals referrals, ReferralWords words, Actors actors, MessageSource messages) {
        this.referrals = referrals;
        this.words = words;
        this.actors = actors;
        this.messages = messages;
    }

    @GetMapping("/cases/{id}/referrals")
    @Requires("referral.read")
    String ofCase(@PathVariable UUID id, Model model, Locale locale) {
        CaseView file = referrals.read(id, actors.current());
        model.addAttribute("file", file);
        model.addAttribute("referrals", referrals.of(file));
        model.addAttribute("recalls", referrals.mayRecall(file));
        show(model, locale);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("nav.cases", locale), "/cases"),
                        new Crumb(file.number() + " " + file.title(), "/cases/" + id),
                        Crumb.here(say("referral.title", locale))));
        return "referral/case";
    }

    @PostMapping("/cases/{id}/referrals/{referral}/recall")
    @Requires("referral.recall")
    String recall(@PathVariable UUID id, @PathVariable UUID referral, RedirectAttributes redirect, Locale locale) {
        referrals.recall(id, referral, actors.current());
        redirect.addFlashAttribute("flash", new Flash(say("flash.referral.recalled", locale), null));
        return "redirect:/cases/" + id + "/referrals";
    }

    @GetMapping("/referrals")
    @Requires("referral.receive")
    String received(Model model, Locale locale) {
        List<Referral> all = referrals.received(actors.current());
        model.addAttribute("referrals", all);
        model.addAttribute("senders", words.senders(all));
        show(model, locale);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(say("nav.inbox", locale), "/inbox"), Crumb.here(say("referral.received", locale))));
        return "referral/received";
    }

    @GetMapping("/referrals/{id}")
    @Requires("referral.receive")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        Actor actor = actors.current();
        Referrals.Sight sight = referrals.open(id, locale, actor);
        model.addAttribute("sight", sight);
        model.addAttribute("from", words.from(sight.referral()));
        show(model, locale);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("nav.inbox", locale), "/inbox"),
                        sight.received()
                                ? new Crumb(say("referral.received", locale), "/referrals")
                                : new Crumb(
                                        sight.number(),
                                        "/cases/" + sight.referral().caseId()),
                        Crumb.here(say("referral.title", locale))));
        return "referral/one";
    }

    private void show(Model model, Locale locale) {
        model.addAttribute("words", words);
        model.addAttribute("locale", locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
