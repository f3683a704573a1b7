package org.shouwang.liaison.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.liaison.PoliceDesk;
import org.shouwang.liaison.PoliceSheet;
import org.shouwang.liaison.PoliceSheets;
import org.shouwang.liaison.SheetRow;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.clock.ExactTime;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 公安联络: what all stations still have to say, one by one or as a weekly sheet. */
@Controller
@Requires("police.liaison")
class PoliceDeskController {

    private static final int SHOWN = 20;

    private final PoliceDesk desk;
    private final PoliceSheets sheets;
    private final SheetFile files;
    private final SheetWords words;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    PoliceDeskController(
            PoliceDesk desk,
            PoliceSheets sheets,
            SheetFile files,
            SheetWords words,
            Actors actors,
            Problems problems,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.sheets = sheets;
        this.files = files;
        this.words = words;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    /** Times in one reader's language. */
    record Times(Locale locale) {

        public String moment(java.time.Instant at) {
            return ExactTime.moment(at, locale);
        }
    }

    @GetMapping("/police-desk")
    String open(Model model, Locale locale) {
        return page(UUID.randomUUID().toString(), null, model, locale);
    }

    private String page(String key, @Nullable String wrong, Model model, Locale locale) {
        Actor actor = actors.current();
        model.addAttribute("rows", desk.open(actor));
        model.addAttribute("sheets", sheets.latest(actor, SHOWN));
        model.addAttribute("key", key);
        model.addAttribute("wrong", wrong);
        model.addAttribute("times", new Times(locale));
        return "liaison/desk";
    }

    @GetMapping("/police-desk/sheet.xlsx")
    @Costly
    ResponseEntity<byte[]> sheet(Locale locale) {
        Actor actor = actors.current();
        return files.answer(desk.open(actor), actor, clock.instant(), locale);
    }

    /** The task is the liaison's, to fill in its form for the station. */
    @PostMapping("/police-desk/{task}/take")
    String take(@PathVariable String task) {
        desk.take(task, actors.current());
        return "redirect:/tasks/" + task;
    }

    @PostMapping("/police-desk/sheets")
    @Costly
    String send(
            @RequestParam(name = "_key", defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        String once = key.isBlank() ? UUID.randomUUID().toString() : key;
        try {
            List<SheetRow> rows = files.rows(file);
            return "redirect:/police-desk/sheets/"
                    + sheets.send(rows, once, actors.current()).id();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            String said = refusal.problems().isEmpty()
                    ? problems.sentence(refusal, locale)
                    : problems.localise(refusal.problems().get(0), locale).message();
            return page(UUID.randomUUID().toString(), said, model, locale);
        }
    }

    @GetMapping("/police-desk/sheets/{id}")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        PoliceSheet sheet = sheets.read(id, actors.current());
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "rows",
                sheets.rows(sheet).stream().map(row -> words.told(row, locale)).toList());
        model.addAttribute("times", new Times(locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.police-desk", null, locale), "/police-desk"),
                        Crumb.here(messages.getMessage("police-sheet.one", null, locale))));
        return "liaison/sheet";
    }
}
