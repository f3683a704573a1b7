package org.shouwang.notification.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.notification.Notice;
import org.shouwang.notification.NoticeTexts;
import org.shouwang.notification.Notices;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's own notices; following one marks it as seen, so that needs a POST. */
@Controller
@Requires("notice.read")
class NoticeController {

    private static final int PAGE = 30;

    /** A notice as the page shows it. */
    record Line(UUID id, String text, ZonedDateTime at, boolean unread) {}

    private final Notices notices;
    private final NoticeTexts texts;
    private final Actors actors;
    private final Clock clock;

    NoticeController(Notices notices, NoticeTexts texts, Actors actors, Clock clock) {
        this.notices = notices;
        this.texts = texts;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/notices")
    String list(@RequestParam(required = false) @Nullable UUID before, Model model, Locale locale) {
        UUID officer = actors.current().officer().id();
        List<Notice> page = before == null ? notices.latest(officer, PAGE) : notices.before(officer, before, PAGE);
        model.addAttribute(
                "notices", page.stream().map(notice -> line(notice, locale)).toList());
        if (page.size() == PAGE) {
            model.addAttribute("next", "/notices?before=" + page.get(PAGE - 1).id());
        }
        return "notification/notices";
    }

    @PostMapping("/notices/{id}")
    String follow(@PathVariable UUID id) {
        return "redirect:" + notices.follow(actors.current().officer().id(), id).orElseThrow(Refusal::notFound);
    }

    @PostMapping("/notices/read")
    String readAll() {
        notices.readAll(actors.current().officer().id());
        return "redirect:/notices";
    }

    private Line line(Notice notice, Locale locale) {
        return new Line(
                notice.id(),
                texts.sentence(notice.code(), locale),
                notice.at().atZone(clock.getZone()),
                notice.unread());
    }
}
