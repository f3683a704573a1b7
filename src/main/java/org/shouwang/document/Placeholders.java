package org.shouwang.document;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;

/** What a template of a form may name between double braces. */
record Placeholders(Form form) {

    /** About the case and the paper itself, whatever the form. */
    static final Set<String> COMMON = Collections.unmodifiableSet(new TreeSet<>(Set.of(
            "case.number",
            "case.name",
            "case.grade",
            "case.place",
            "record.unit",
            "record.day",
            "record.later",
            "today",
            "unit")));

    /** Why {@code name} means nothing here; empty when it does. */
    Optional<String> fault(String name) {
        if (COMMON.contains(name) || field(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("means nothing: there are " + COMMON + " and the fields of " + form.key() + ": " + names());
    }

    /** The group whose rows a name repeats, if it does. */
    Optional<String> group(String name) {
        int dot = name.indexOf('.');
        return dot < 0 || COMMON.contains(name) ? Optional.empty() : Optional.of(name.substring(0, dot));
    }

    private Optional<Field> field(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return form.field(name).filter(field -> !field.isGroup());
        }
        return form.field(name.substring(0, dot)).stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.name().equals(name.substring(dot + 1)))
                .findFirst();
    }

    private Set<String> names() {
        return form.fields().stream()
                .flatMap(field -> field.isGroup()
                        ? field.fields().stream().map(inner -> field.name() + "." + inner.name())
                        : Stream.of(field.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
