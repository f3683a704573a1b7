package org.shouwang.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.shouwang.access.AccessMatrix;
import org.shouwang.access.Matrix;
import org.shouwang.access.MatrixNames;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.Forms;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hands {@code access-matrix.csv} to the judge of access, together with the rest of the county's files or not at all. */
@Component
@Order(1)
class AccessRules implements CatalogueListener {

    private static final String FILE = "access-matrix.csv";

    private final AccessMatrix matrix;
    private final Predicate<String> acts;

    /** What is asked for has a sentence for the refusal; the build sees to that. */
    AccessRules(AccessMatrix matrix, MessageSource messages) {
        this.matrix = matrix;
        this.acts = act -> messages.getMessage("problem.forbidden." + act, null, null, Locale.CHINESE) != null;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        check(candidate, acts, faults);
    }

    static void check(Catalogue candidate, Predicate<String> acts, List<Fault> faults) {
        if (candidate.files().find(FILE).isEmpty()) {
            faults.add(new Fault(FILE, "", "the file is missing: nobody could do anything"));
            return;
        }
        List<String> found = new ArrayList<>();
        Matrix.read(candidate.files().text(FILE), names(candidate, acts), found);
        found.forEach(fault -> {
            int end = fault.indexOf(": ");
            faults.add(new Fault(FILE, fault.substring(0, end), fault.substring(end + 2)));
        });
    }

    @Override
    public void take(Catalogue catalogue) {
        matrix.take(catalogue.files().text(FILE), names(catalogue, acts));
    }

    /** What is wrong with a form its own room says. */
    private static MatrixNames names(Catalogue catalogue, Predicate<String> acts) {
        Map<String, Map<String, String>> forms = new HashMap<>();
        for (Form form : Forms.read(catalogue.files(), catalogue.codes(), new ArrayList<>())
                .all()) {
            Map<String, String> fields = new HashMap<>();
            collect(form.fields(), "", fields);
            forms.put(form.key(), fields);
        }
        Set<String> stages = catalogue
                .codes()
                .find("STAGE")
                .map(list -> Set.copyOf(list.keys()))
                .orElse(Set.of());
        return new MatrixNames(acts, catalogue.roles().keys(), stages, forms);
    }

    private static void collect(List<Field> fields, String prefix, Map<String, String> into) {
        for (Field field : fields) {
            into.put(prefix + field.name(), field.dataClass() == null ? "" : field.dataClass());
            collect(field.fields(), prefix + field.name() + ".", into);
        }
    }
}
