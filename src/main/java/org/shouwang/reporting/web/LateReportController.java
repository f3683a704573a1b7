package org.shouwang.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.reporting.DutyBearers;
import org.shouwang.reporting.LateReport;
import org.shouwang.reporting.LateReports;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.form.Choice;
import org.shouwang.workflow.form.Filling;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormInput;
import org.shouwang.workflow.form.FormViews;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** 未及时报告待核实: recorded by the county, listed for it and for whom one was passed to, on the page and over HTTP. */
@Controller
class LateReportController {

    private static final int PAGE = 30;
    private static final int MOST = 100;

    private final LateReports lateReports;
    private final DutyBearers bearers;
    private final FormBook forms;
    private final FormViews views;
    private final Actors actors;
    private final Access access;
    private final Catalogues catalogues;
    private final MessageSource messages;

    LateReportController(
            LateReports lateReports,
            DutyBearers bearers,
            FormBook forms,
            FormViews views,
            Actors actors,
            Access access,
            Catalogues catalogues,
            MessageSource messages) {
        this.lateReports = lateReports;
        this.bearers = bearers;
        this.forms = forms;
        this.views = views;
        this.actors = actors;
        this.access = access;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    /** @param next the id to ask on with as {@code after}; null at the end */
    record All(List<LateReport> items, @Nullable UUID next) {}

    @GetMapping("/late-reports")
    @Requires("late-report.read")
    String list(@RequestParam(required = false) @Nullable UUID after, Model model, Locale locale) {
        List<LateReport> found = lateReports.list(after, PAGE + 1, actors.current());
        model.addAttribute("rows", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute(
                "next",
                found.size() <= PAGE
                        ? null
                        : "/late-reports?after=" + found.get(PAGE - 1).id());
        model.addAttribute("records", access.may("late-report.record"));
        model.addAttribute("words", new LateReportWords(catalogues, locale));
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(say("nav.inbox", locale), "/inbox"), Crumb.here(say("late-report.title", locale))));
        return "reporting/late-reports";
    }

    @GetMapping("/api/v1/late-reports")
    @Requires("late-report.read")
    @ResponseBody
    All list(@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        List<LateReport> found = lateReports.list(after, limit, actors.current());
        return new All(found, found.size() < limit ? null : found.get(limit - 1).id());
    }

    @GetMapping("/api/v1/late-reports/{id}")
    @Requires("late-report.read")
    @ResponseBody
    LateReport one(@PathVariable UUID id) {
        return lateReports.read(id, actors.current());
    }

    @GetMapping("/late-reports/add")
    @Requires("late-report.record")
    String write(Model model, Locale locale) {
        return page(
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                UUID.randomUUID().toString(),
                model,
                locale);
    }

    @PostMapping("/late-reports/add")
    @Requires("late-report.record")
    String record(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        FormInput input = FormInput.of(form(), parameters);
        String sent = parameters.getFirst("_key");
        String key = sent == null || sent.isBlank() ? UUID.randomUUID().toString() : sent;
        try {
            if (!input.problems().isEmpty()) {
                throw Refusal.invalid(input.problems());
            }
            lateReports.record(input.data(), form().version(), key, actors.current());
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(input.data(), problems(refusal), key, model, locale);
        }
        redirect.addFlashAttribute("flash", new Flash(say("flash.late-report.recorded", locale), null));
        return "redirect:/late-reports";
    }

    private static List<FieldProblem> problems(Refusal refusal) {
        return refusal.problems().isEmpty()
                ? List.of(
                        FieldProblem.at("", refusal.code(), refusal.arguments().toArray()))
                : refusal.problems();
    }

    /** The answers of {@code L01-late-report}. */
    @PostMapping("/api/v1/late-reports")
    @Requires("late-report.record")
    @ResponseBody
    ResponseEntity<LateReports.Recorded> record(
            @RequestBody JsonNode body,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        if (!(body instanceof ObjectNode answers)) {
            throw Refusal.malformed("malformed");
        }
        JsonNode version = answers.remove(FormInput.VERSION);
        FormInput input = FormInput.of(form(), answers, JsonNodeFactory.instance.objectNode());
        LateReports.Recorded made = lateReports.record(
                input.data(), version == null ? form().version() : version.asInt(0), key, actors.current());
        return ResponseEntity.created(URI.create("/api/v1/late-reports/" + made.id()))
                .body(made);
    }

    private Form form() {
        return forms.get(LateReports.FORM);
    }

    private String page(ObjectNode answers, List<FieldProblem> wrong, String key, Model model, Locale locale) {
        Actor actor = actors.current();
        List<Choice> units = bearers.bound(actor, locale);
        Filling filling = Filling.of(answers).with(wrong).withChoices(Map.of("unitKind", units));
        model.addAttribute("form", views.show(form(), filling, locale));
        model.addAttribute("key", key);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("late-report.title", locale), "/late-reports"),
                        Crumb.here(say("late-report.add", locale))));
        return "reporting/late-report-add";
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
