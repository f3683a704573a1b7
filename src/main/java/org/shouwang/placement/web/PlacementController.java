package org.shouwang.placement.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.placement.LedgerPage;
import org.shouwang.placement.LedgerQuestion;
import org.shouwang.placement.PlacementAlarms;
import org.shouwang.placement.PlacementLedger;
import org.shouwang.web.Costly;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ExactTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 安置台账: where the children are who are not at home, today or on a day before. */
@Controller
class PlacementController {

    private static final int PAGE = 50;

    private final PlacementLedger ledger;
    private final LedgerQuestions questions;
    private final LedgerRows rows;
    private final PlacementAlarms alarms;
    private final Catalogues catalogues;
    private final Actors actors;
    private final MessageSource messages;

    PlacementController(
            PlacementLedger ledger,
            LedgerQuestions questions,
            LedgerRows rows,
            PlacementAlarms alarms,
            Catalogues catalogues,
            Actors actors,
            MessageSource messages) {
        this.ledger = ledger;
        this.questions = questions;
        this.rows = rows;
        this.alarms = alarms;
        this.catalogues = catalogues;
        this.actors = actors;
        this.messages = messages;
    }

    /** Times in one reader's language; the template has it as {@code times}. */
    record Times(MessageSource messages, Locale locale) {

        public String moment(Instant at) {
            return ExactTime.moment(at, locale);
        }

        /** The end of a day that is over is its 24:00. */
        public String asOf(Instant at) {
            return ExactTime.end(at.plusMillis(1), locale);
        }

        /** Roughly: 3 天, 5 小时. */
        public String span(Instant from, Instant to) {
            Duration span = Duration.between(from, to);
            return span.toDays() > 0 ? say("days", span.toDays()) : say("hours", span.toHours());
        }

        private String say(String unit, long number) {
            return messages.getMessage("board.span." + unit, new Object[] {number}, locale);
        }
    }

    @GetMapping("/placements")
    @Requires("placement.list")
    @Costly
    String list(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        LedgerQuestion asked = questions.of(on, place, state);
        LedgerPage page = ledger.page(asked, actors.current(), after, PAGE);
        boolean now = asked.on().equals(questions.today());
        model.addAttribute("asked", asked);
        model.addAttribute("today", questions.today());
        model.addAttribute("now", now);
        model.addAttribute(
                "filtered", !now || asked.place() != null || !asked.state().equals("open"));
        model.addAttribute("at", page.at());
        model.addAttribute("rows", rows.of(page.items(), locale));
        model.addAttribute("places", catalogues.current().codes().get("PLACE").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("hours", alarms.within().toHours());
        model.addAttribute("times", new Times(messages, locale));
        model.addAttribute("next", page.next() == null ? null : address(asked, page.next()));
        return "placement/ledger";
    }

    private static String address(LedgerQuestion asked, String after) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/placements").queryParam("on", asked.on());
        if (asked.place() != null) {
            uri.queryParam("place", asked.place());
        }
        return uri.queryParam("state", asked.state())
                .queryParam("after", after)
                .encode()
                .toUriString();
    }
}
