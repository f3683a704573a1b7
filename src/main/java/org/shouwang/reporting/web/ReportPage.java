package org.shouwang.reporting.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.officers.Enrolment;
import org.shouwang.reporting.DutyBearers;
import org.shouwang.reporting.ReportStart;
import org.shouwang.reporting.Reports;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.clock.Rosters;
import org.shouwang.workflow.form.Choice;
import org.shouwang.workflow.form.Filling;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormViews;
import org.shouwang.workflow.form.Links;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The page a report is written on. */
@Component
class ReportPage {

    private static final String DUTY = "county-duty";

    private final FormBook forms;
    private final FormViews views;
    private final FormNames names;
    private final KnownChildren children;
    private final Enrolment enrolment;
    private final DutyBearers bearers;
    private final Rosters rosters;
    private final Clock clock;
    private final ObjectProvider<ReportStart> starts;

    ReportPage(
            FormBook forms,
            FormViews views,
            FormNames names,
            KnownChildren children,
            Enrolment enrolment,
            DutyBearers bearers,
            Rosters rosters,
            Clock clock,
            ObjectProvider<ReportStart> starts) {
        this.forms = forms;
        this.views = views;
        this.names = names;
        this.children = children;
        this.enrolment = enrolment;
        this.bearers = bearers;
        this.rosters = rosters;
        this.clock = clock;
        this.starts = starts;
    }

    Form form() {
        return forms.get(Reports.FORM);
    }

    /**
     * An empty report, with the one village it can be about and the reporter's own telephone.
     *
     * @param from what it begins at, null for nothing in particular
     */
    Sheet blank(@Nullable UUID from, Actor actor) {
        ObjectNode known = from == null ? JsonNodeFactory.instance.objectNode() : known(from, actor);
        List<Choice> villages = names.choices(form(), actor).getOrDefault("division", List.of());
        if (villages.size() == 1 && !known.has("division")) {
            known.put("division", villages.get(0).value());
        }
        bearers.kindOf(actor).ifPresent(kind -> known.put("reporterKind", kind));
        String phone = enrolment.phone(actor.officer().id());
        if (phone != null) {
            known.put("contactPhone", phone);
        }
        return Sheet.blank(known);
    }

    /** What is not for this officer is as nothing: a report is never refused for where it was to begin. */
    private ObjectNode known(UUID from, Actor actor) {
        return starts.stream()
                .flatMap(start -> start.known(from, actor).stream())
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    String show(Sheet sheet, Actor actor, Model model, Locale locale) {
        Form form = form();
        Map<String, List<Choice>> choices = new HashMap<>(names.choices(form, actor));
        choices.put("reporterKind", bearers.offered(actor, locale));
        choices.put("child", children.offered(sheet.answers().path("child").asString(""), sheet.question()));
        Filling filling = Filling.of(sheet.answers())
                .with(sheet.problems())
                .withNames(photos(sheet.answers()))
                .withChoices(choices)
                .with(new Links(null, "/report/files?subject=" + sheet.draft(), "/persons/search"))
                .inPages();
        model.addAttribute("form", views.show(form, filling, locale));
        model.addAttribute("sheet", sheet);
        model.addAttribute("duty", duty());
        return "reporting/report";
    }

    /** Files of a report have no names of their own: they are counted. */
    private static Map<String, String> photos(ObjectNode answers) {
        Map<String, String> counted = new HashMap<>();
        answers.path("files").forEach(id -> counted.put(id.asString(""), "№ " + (counted.size() + 1)));
        return counted;
    }

    private String duty() {
        return rosters.onDuty(DUTY, clock.instant()).stream()
                .map(officer -> officer.phone())
                .findFirst()
                .orElse("");
    }
}
