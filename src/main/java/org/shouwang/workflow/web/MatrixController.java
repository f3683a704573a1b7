package org.shouwang.workflow.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.AccessMatrix;
import org.shouwang.access.Requires;
import org.shouwang.access.Rule;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 岗位与权限: who may do what, as the matrix in force says, by role or by act. It shows rules, never a case. */
@Controller
class MatrixController {

    private static final int MOST = 100;

    private final AccessMatrix matrix;
    private final MatrixWords words;

    MatrixController(AccessMatrix matrix, MatrixWords words) {
        this.matrix = matrix;
        this.words = words;
    }

    /** @param rules how many rows it has */
    record Choice(String key, String name, long rules) {}

    /** @param line in the file */
    record Row(
            int line,
            String role,
            String act,
            String reach,
            String stages,
            String states,
            String forms,
            String fields,
            String note) {}

    /** Rows under one heading: an act of one role, or a role of one act. */
    record Group(String key, String name, List<Row> rows) {}

    @GetMapping("/access-matrix")
    @Requires("access.read")
    String show(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String act,
            Model model,
            Locale locale) {
        List<Rule> all = matrix.all();
        model.addAttribute("role", role);
        model.addAttribute("act", act);
        model.addAttribute("roles", choices(all, true, locale));
        model.addAttribute("acts", choices(all, false, locale));
        model.addAttribute("chosen", !role.isBlank() || !act.isBlank());
        model.addAttribute("groups", groups(chosen(role, act), !role.isBlank(), locale));
        return "workflow/matrix";
    }

    private List<Choice> choices(List<Rule> all, boolean byRole, Locale locale) {
        Map<String, Long> counts = all.stream()
                .collect(Collectors.groupingBy(
                        rule -> byRole ? rule.role() : rule.act(), LinkedHashMap::new, Collectors.counting()));
        Stream<Choice> choices = counts.entrySet().stream()
                .map(each -> new Choice(
                        each.getKey(),
                        byRole ? words.role(each.getKey(), locale) : words.act(each.getKey(), locale),
                        each.getValue()));
        return (byRole ? choices : choices.sorted(Comparator.comparing(Choice::key))).toList();
    }

    private List<Rule> chosen(String role, String act) {
        return matrix.all().stream()
                .filter(rule -> role.isBlank() || rule.role().equals(role))
                .filter(rule -> act.isBlank() || rule.act().equals(act))
                .toList();
    }

    private List<Group> groups(List<Rule> rules, boolean byAct, Locale locale) {
        Map<String, List<Rule>> grouped = rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> byAct ? rule.act() : rule.role(), LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(each -> new Group(
                        each.getKey(),
                        byAct ? words.act(each.getKey(), locale) : words.role(each.getKey(), locale),
                        each.getValue().stream().map(rule -> row(rule, locale)).toList()))
                .toList();
    }

    private Row row(Rule rule, Locale locale) {
        return new Row(
                rule.line(),
                rule.role(),
                rule.act(),
                words.reach(rule, locale),
                words.stages(rule, locale),
                words.states(rule, locale),
                words.forms(rule, locale),
                words.fields(rule, locale),
                rule.note());
    }

    /** A row as the file has it; {@code *} is everything. */
    record ApiRow(
            int line,
            String role,
            String act,
            String reach,
            boolean restricted,
            String stage,
            String state,
            String form,
            String field,
            String note) {

        static ApiRow of(Rule rule) {
            return new ApiRow(
                    rule.line(),
                    rule.role(),
                    rule.act(),
                    rule.reach().name().toLowerCase(Locale.ROOT),
                    rule.restricted(),
                    rule.stage().toString(),
                    rule.state().toString(),
                    rule.form().toString(),
                    rule.field().toString(),
                    rule.note());
        }
    }

    record Page(List<ApiRow> items, @Nullable String next) {}

    /** @param after line of the last row that is known already */
    @GetMapping("/api/v1/access-matrix")
    @Requires("access.read")
    @ResponseBody
    Page rows(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        List<ApiRow> rest = chosen(role, act).stream()
                .filter(rule -> rule.line() > after)
                .map(ApiRow::of)
                .toList();
        List<ApiRow> items = rest.stream().limit(limit).toList();
        return new Page(
                items, rest.size() > limit ? String.valueOf(items.get(limit - 1).line()) : null);
    }
}
