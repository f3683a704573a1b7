package org.shouwang.workflow.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** The forms under forms/, by key. */
public final class Forms {

    private final Map<String, Form> forms;

    private Forms(Map<String, Form> forms) {
        this.forms = Map.copyOf(forms);
    }

    /** Reads every forms/*.json; a form with a fault is left out and the fault reported. */
    public static Forms read(ProcessFiles files, Codes codes, List<Fault> faults) {
        Map<String, Form> forms = new TreeMap<>();
        files.under("forms/").forEach((path, content) -> {
            if (path.endsWith(".json")) {
                new FormReader(path, codes, faults).read(content).ifPresent(form -> forms.put(form.key(), form));
            }
        });
        return new Forms(forms);
    }

    /** @throws NoSuchElementException when there is no such form: the catalogue's checks have named it already */
    public Form get(String key) {
        return find(key).orElseThrow(() -> new NoSuchElementException("form " + key));
    }

    public Optional<Form> find(String key) {
        return Optional.ofNullable(forms.get(key));
    }

    public Collection<Form> all() {
        return forms.values();
    }
}
