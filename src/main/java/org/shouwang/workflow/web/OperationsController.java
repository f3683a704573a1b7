package org.shouwang.workflow.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.journal.Seals;
import org.shouwang.web.Flash;
import org.shouwang.web.ProblemView;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Operations;
import org.shouwang.workflow.clock.CalendarGaps;
import org.shouwang.workflow.clock.ExactTime;
import org.shouwang.workflow.engine.StuckWork;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 运行: what does not go on by itself. Cases appear by number only: an administrator reads no case. */
@Controller
class OperationsController {

    private final StuckWork work;
    private final Operations operations;
    private final WorkSubjects subjects;
    private final CalendarGaps gaps;
    private final Seals seals;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;

    OperationsController(
            StuckWork work,
            Operations operations,
            WorkSubjects subjects,
            CalendarGaps gaps,
            Seals seals,
            Actors actors,
            Problems problems,
            MessageSource messages) {
        this.work = work;
        this.operations = operations;
        this.subjects = subjects;
        this.gaps = gaps;
        this.seals = seals;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
    }

    /** A step as the page shows it. */
    record Line(
            String id,
            String process,
            String step,
            String number,
            String since,
            String reason,
            boolean dead,
            @Nullable String next) {}

    @GetMapping("/operations")
    @Requires("operations.read")
    String show(Model model, Locale locale) {
        model.addAttribute(
                "work",
                operations.stuck(locale).stream()
                        .map(stuck -> line(stuck, locale))
                        .toList());
        model.addAttribute("executing", work.executing());
        model.addAttribute("waiting", work.waiting());
        model.addAttribute("seals", seals.state());
        model.addAttribute("missing", gaps.alarms());
        return "workflow/operations";
    }

    @PostMapping("/operations/jobs/{id}/retry")
    @Requires("operations.act")
    String retry(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            operations.retry(id, reason, actors.current());
        } catch (Refusal refused) {
            if (refused.problems().isEmpty()) {
                throw refused;
            }
            String field = "reason-" + id;
            model.addAttribute(
                    "problems",
                    problems.localise(refused.problems(), locale).stream()
                            .map(problem -> new ProblemView(field, problem.message()))
                            .toList());
            model.addAttribute("typed", reason);
            model.addAttribute("typedAt", id);
            return show(model, locale);
        }
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage("operations.retried", null, locale), null));
        return "redirect:/operations";
    }

    private Line line(StuckWork.Stuck stuck, Locale locale) {
        Instant next = stuck.next();
        return new Line(
                stuck.id(),
                stuck.process(),
                stuck.step(),
                number(stuck.subject()),
                ExactTime.moment(stuck.since(), locale),
                stuck.reason(),
                stuck.dead(),
                stuck.dead() || next == null ? null : ExactTime.moment(next, locale));
    }

    private String number(@Nullable UUID subject) {
        return subject == null ? "" : subjects.numberForOperations(subject);
    }
}
