package org.shouwang.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.reporting.ReportView;
import org.shouwang.reporting.ReporterIdentity;
import org.shouwang.reporting.ReporterOpenings;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 报告人身份: shown once, to the two roles that may see it, on a ground. Nothing of it is kept in any cache. */
@Controller
@Requires("reporter.open")
class ReporterController {

    private final ReporterOpenings openings;
    private final Catalogues catalogues;
    private final Actors actors;
    private final Problems problems;

    ReporterController(ReporterOpenings openings, Catalogues catalogues, Actors actors, Problems problems) {
        this.openings = openings;
        this.catalogues = catalogues;
        this.actors = actors;
        this.problems = problems;
    }

    /** @param ground code of {@code REPORTER_GROUND} */
    record Asked(@Nullable String ground, @Nullable String reason) {

        static String text(@Nullable String said) {
            return said == null ? "" : said;
        }
    }

    @GetMapping("/cases/{id}/reporter")
    String ask(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, null, new Asked("", ""), null, model, locale);
    }

    @PostMapping("/cases/{id}/reporter")
    String open(
            @PathVariable UUID id,
            @RequestParam UUID report,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            ReporterIdentity shown = openings.open(report, ground, reason, actors.current());
            model.addAttribute("identity", shown);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(
                    id, report, new Asked(ground, reason), refusal.problems().get(0), model, locale);
        }
        return page(id, report, new Asked("", ""), null, model, locale);
    }

    @PostMapping("/api/v1/reports/{id}/reporter")
    @ResponseBody
    ReporterIdentity open(@PathVariable UUID id, @RequestBody Asked asked) {
        return openings.open(id, Asked.text(asked.ground()), Asked.text(asked.reason()), actors.current());
    }

    private String page(
            UUID id, @Nullable UUID chosen, Asked asked, @Nullable FieldProblem wrong, Model model, Locale locale) {
        List<ReportView> reports = openings.openable(id);
        model.addAttribute("file", id);
        model.addAttribute("reports", reports);
        model.addAttribute("chosen", chosen == null ? reports.get(0).id() : chosen);
        model.addAttribute("asked", asked);
        model.addAttribute(
                "grounds", catalogues.current().codes().get("REPORTER_GROUND").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("wrong", wrong == null ? "" : wrong.path());
        model.addAttribute(
                "problem",
                wrong == null ? null : problems.localise(wrong, locale).message());
        return "reporting/reporter";
    }
}
