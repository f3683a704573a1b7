package org.shouwang.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.privacy.CopyOfFile;
import org.shouwang.privacy.DataRequest;
import org.shouwang.privacy.DataRequests;
import org.shouwang.web.Crumb;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is handed to whoever asked: the written answer, and the copy. Documents, without a mark on paper. */
@Controller
class AnswerController {

    private final DataRequests requests;
    private final CopyOfFile copies;
    private final PrivacyPage page;
    private final PrivacyRows rows;
    private final Agencies agencies;
    private final Actors actors;
    private final PrivacyWords words;

    AnswerController(
            DataRequests requests,
            CopyOfFile copies,
            PrivacyPage page,
            PrivacyRows rows,
            Agencies agencies,
            Actors actors,
            PrivacyWords words) {
        this.requests = requests;
        this.copies = copies;
        this.page = page;
        this.rows = rows;
        this.agencies = agencies;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping("/cases/{id}/requests/{request}/answer")
    @Requires("request.read")
    String answer(@PathVariable UUID id, @PathVariable UUID request, Model model, Locale locale) {
        CaseView file = page.file(id);
        DataRequest asked = requests.read(file, request, "answer", actors.current());
        if (asked.answeredAt() == null || asked.decidedBy() == null) {
            throw Refusal.notFound();
        }
        head(file, asked, model, locale);
        model.addAttribute("row", rows.requests(List.of(asked), locale).get(0));
        model.addAttribute("ground", words.code("REQUEST_REFUSAL", asked.ground(), locale));
        return "privacy/answer";
    }

    @GetMapping("/cases/{id}/requests/{request}/copy")
    @Requires("request.read")
    String copy(@PathVariable UUID id, @PathVariable UUID request, Model model, Locale locale) {
        CaseView file = page.file(id);
        DataRequest asked = requests.read(file, request, "copy", actors.current());
        CopyOfFile.Copy copy = copies.of(file, asked, locale, actors.current());
        head(file, asked, model, locale);
        model.addAttribute("person", copy.person().person());
        model.addAttribute("idNumber", copy.person().maskedIdNumber());
        model.addAttribute("parts", copy.parts());
        model.addAttribute("opened", words.day(file.openedAt()));
        model.addAttribute("closed", file.closedAt() == null ? null : words.day(file.closedAt()));
        return "privacy/copy";
    }

    private void head(CaseView file, DataRequest asked, Model model, Locale locale) {
        model.addAttribute("file", file);
        model.addAttribute("asked", asked);
        model.addAttribute("crumbs", crumbs(file, locale));
        model.addAttribute(
                "unit",
                asked.decidedBy() == null
                        ? ""
                        : agencies.unitsOf(List.of(asked.decidedBy())).getOrDefault(asked.decidedBy(), ""));
        model.addAttribute("answeredOn", asked.answeredAt() == null ? null : words.day(asked.answeredAt()));
        model.addAttribute("askedOn", words.day(asked.recordedAt()));
    }

    private List<Crumb> crumbs(CaseView file, Locale locale) {
        List<Crumb> to = page.crumbs(file, locale);
        return List.of(
                to.get(0),
                to.get(1),
                new Crumb(to.get(2).label(), "/cases/" + file.id() + "/privacy"),
                Crumb.here(words.say("privacy.request.paper", locale)));
    }
}
