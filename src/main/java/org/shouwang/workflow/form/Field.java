package org.shouwang.workflow.form;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.CodeList;

/**
 * One question of a form.
 *
 * @param required must be answered while it is shown
 * @param codes the values it may take, for {@link Kind#CODE} and {@link Kind#CODES}
 * @param showWhen all must hold for it to be asked; empty = always
 * @param variable whether its value is handed to the process
 * @param dataClass {@code narrative}, {@code address}, {@code identity}, {@code reporter} or {@code placement}: stored
 *     encrypted
 * @param fields of a row, for {@link Kind#GROUP}
 */
public record Field(
        String name,
        Kind kind,
        Widget widget,
        Text label,
        boolean required,
        @Nullable CodeList codes,
        List<Condition> showWhen,
        boolean variable,
        @Nullable String dataClass,
        Limits limits,
        Hints hints,
        List<Field> fields) {

    static final Set<String> DATA_CLASSES = Set.of("narrative", "address", "identity", "reporter", "placement");

    public Field {
        showWhen = List.copyOf(showWhen);
        fields = List.copyOf(fields);
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    /** Whether several answers may be given. */
    public boolean isMany() {
        return kind == Kind.CODES || kind == Kind.IDS;
    }
}
