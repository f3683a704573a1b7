package org.shouwang.workflow.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.shouwang.access.Matrix;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.Forms;

/**
 * What a process may name, so that a wrong name is found when the file is read and not when a child waits.
 *
 * @param forms keys of all forms
 * @param formVariables the fields that forms hand to processes, each with the codes it may have; no codes means any
 *     value
 * @param roles keys of all roles
 * @param beans what processes may call, by name
 * @param clocks keys of all clocks
 * @param rosters keys of all duty rosters
 * @param codes what each code list holds
 * @param works whether a role may fill in a form, by the access matrix
 */
public record BpmnContext(
        Set<String> forms,
        Map<String, Set<String>> formVariables,
        Set<String> roles,
        Map<String, Class<?>> beans,
        Set<String> clocks,
        Set<String> rosters,
        Map<String, Set<String>> codes,
        BiPredicate<String, String> works) {

    /** What the catalogue offers, read by the rooms that own it. */
    public static BpmnContext of(Catalogue catalogue, Forms forms, ClockBook clocks, Map<String, Class<?>> beans) {
        return new BpmnContext(
                forms.all().stream().map(Form::key).collect(Collectors.toSet()),
                variables(forms),
                catalogue.roles().keys(),
                beans,
                clocks.keys(),
                clocks.rosters(),
                catalogue.codes().all().stream()
                        .collect(Collectors.toMap(CodeList::code, list -> Set.copyOf(list.keys()))),
                works(catalogue));
    }

    /** The codes of a list; none when there is no such list. */
    Set<String> codes(String list) {
        return codes.getOrDefault(list, Set.of());
    }

    /** What is wrong with the matrix itself, its own room says; without one there is nothing to compare with. */
    private static BiPredicate<String, String> works(Catalogue catalogue) {
        return catalogue
                .files()
                .find("access-matrix.csv")
                .map(csv -> Matrix.rows(new String(csv, StandardCharsets.UTF_8)))
                .<BiPredicate<String, String>>map(matrix -> (role, form) -> matrix.allows(role, "task.work", form))
                .orElse((role, form) -> true);
    }

    /** Forms that use one name for different lists may each set it; what any of them allows may be compared with. */
    private static Map<String, Set<String>> variables(Forms forms) {
        Map<String, Set<String>> variables = new HashMap<>();
        Set<String> open = new HashSet<>();
        forms.all().stream()
                .flatMap(form -> form.fields().stream())
                .filter(Field::variable)
                .forEach(field -> {
                    Set<String> codes = variables.computeIfAbsent(field.name(), name -> new HashSet<>());
                    if (field.codes() == null) {
                        open.add(field.name());
                    } else {
                        codes.addAll(field.codes().keys());
                    }
                });
        open.forEach(name -> variables.put(name, Set.of()));
        return variables;
    }
}
