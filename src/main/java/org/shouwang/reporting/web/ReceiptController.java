package org.shouwang.reporting.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Requires;
import org.shouwang.reporting.OwnReport;
import org.shouwang.reporting.Reports;
import org.shouwang.reporting.Told;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a reporter takes home, and what became of it. */
@Controller
class ReceiptController {

    private static final int PAGE = 30;

    private final Reports reports;
    private final Divisions divisions;
    private final Actors actors;
    private final Clock clock;

    ReceiptController(Reports reports, Divisions divisions, Actors actors, Clock clock) {
        this.reports = reports;
        this.divisions = divisions;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/report/receipt/{id}")
    @Requires("report.submit")
    String receipt(@PathVariable UUID id, Model model) {
        OwnReport report = reports.own(id, actors.current()).orElseThrow(Refusal::notFound);
        model.addAttribute("report", report);
        model.addAttribute("receivedAt", local(report.receivedAt()));
        model.addAttribute(
                "told",
                report.told().stream()
                        .map(told -> new Line(told, local(told.at())))
                        .toList());
        model.addAttribute("township", township(report.division()));
        return "reporting/receipt";
    }

    /** What one was told, and when. */
    record Line(Told told, LocalDateTime at) {}

    /** A report as a row of one's own list. */
    record Row(OwnReport report, LocalDateTime receivedAt) {}

    @GetMapping("/reports/mine")
    @Requires("report.submit")
    String mine(@RequestParam(required = false) @Nullable UUID before, Model model) {
        List<OwnReport> page = reports.own(actors.current(), before, PAGE);
        model.addAttribute(
                "rows",
                page.stream()
                        .map(report -> new Row(report, local(report.receivedAt())))
                        .toList());
        model.addAttribute(
                "next",
                page.size() < PAGE
                        ? null
                        : "/reports/mine?before=" + page.get(PAGE - 1).id());
        return "reporting/mine";
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    private String township(String division) {
        return divisions.upwards(division).stream()
                .filter(each -> each.level().equals("township"))
                .map(Division::name)
                .findFirst()
                .orElse("");
    }
}
