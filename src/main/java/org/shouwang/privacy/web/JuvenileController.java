package org.shouwang.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.privacy.JuvenileSeal;
import org.shouwang.privacy.JuvenileSeals;
import org.shouwang.privacy.NewSeal;
import org.shouwang.privacy.Retention;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 未成年人记录封存: seals what a closed case holds, and says to whoever has opened it who ordered that. */
@Controller
@Requires("juvenile.seal")
class JuvenileController {

    private final JuvenileSeals seals;
    private final JuvenilePages pages;
    private final Retention retention;
    private final RetentionRows terms;
    private final Actors actors;
    private final PrivacyWords words;

    JuvenileController(
            JuvenileSeals seals,
            JuvenilePages pages,
            Retention retention,
            RetentionRows terms,
            Actors actors,
            PrivacyWords words) {
        this.seals = seals;
        this.pages = pages;
        this.retention = retention;
        this.terms = terms;
        this.actors = actors;
        this.words = words;
    }

    /** What is sealed, for whoever has opened it. */
    record Facts(String ground, String organ, String orderedOn, String orderNo, String sealedAt) {}

    @GetMapping("/cases/{id}/sealing")
    String ask(@PathVariable UUID id, Model model, Locale locale) {
        String key = UUID.randomUUID().toString();
        return page(id, new NewSeal(null, null, null, null), key, Map.of(), model, locale);
    }

    @PostMapping("/cases/{id}/sealing")
    String seal(
            @PathVariable UUID id,
            @ModelAttribute NewSeal said,
            @RequestParam(defaultValue = "") String key,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            seals.seal(id, said, key, actors.current());
        } catch (Refusal refusal) {
            return page(id, said, key, pages.told(refusal, response, locale), model, locale);
        }
        redirect.addFlashAttribute("flash", new Flash(words.say("flash.juvenile.sealed", locale), null));
        return "redirect:/cases";
    }

    private String page(UUID id, NewSeal said, String key, Map<String, String> wrong, Model model, Locale locale) {
        CaseView file = seals.read(id, actors.current());
        model.addAttribute("file", file);
        model.addAttribute("crumbs", crumbs(file, locale));
        model.addAttribute("said", said);
        model.addAttribute("key", key);
        model.addAttribute(
                "facts", seals.of(file).map(seal -> facts(seal, locale)).orElse(null));
        model.addAttribute(
                "term", retention.of(file).map(kept -> terms.row(kept, locale)).orElse(null));
        pages.lists("JUVENILE_SEAL_GROUND", wrong, model, locale);
        return "privacy/sealing";
    }

    private List<Crumb> crumbs(CaseView file, Locale locale) {
        return List.of(
                new Crumb(words.say("nav.cases", locale), "/cases"),
                new Crumb(file.number() + " " + file.title(), "/cases/" + file.id()),
                Crumb.here(words.say("juvenile.title", locale)));
    }

    private Facts facts(JuvenileSeal seal, Locale locale) {
        return new Facts(
                words.code("JUVENILE_SEAL_GROUND", seal.ground(), locale),
                words.code("ORGAN", seal.organ(), locale),
                seal.orderedOn().toString(),
                seal.orderNo() == null ? "" : seal.orderNo(),
                words.moment(seal.sealedAt()));
    }
}
