package org.shouwang.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.Forms;

/** Reads {@code documents.yaml} and its templates, and says what is wrong in them, place by place. */
final class DocumentFile {

    static final String FOLDER = "documents/";
    private static final String NAME = FOLDER + "documents.yaml";
    private static final Set<String> FIELDS = Set.of("key", "zh", "en", "form", "template");

    private DocumentFile() {}

    static List<Document> read(Catalogue catalogue, List<Fault> faults) {
        // What is wrong with a form its own room says.
        Forms forms = Forms.read(catalogue.files(), catalogue.codes(), new ArrayList<>());
        List<Document> documents = new ArrayList<>();
        Set<String> used = new HashSet<>(Set.of(NAME));
        Set<String> keys = new HashSet<>();
        catalogue.files().yaml(NAME, faults).ifPresent(file -> {
            for (Entry entry : file.entries()) {
                Document document = document(entry);
                used.add(document.template());
                if (!keys.add(document.key())) {
                    entry.fault("key", "is there twice");
                }
                check(catalogue, forms, entry, document, faults);
                documents.add(document);
            }
        });
        catalogue.files().under(FOLDER).keySet().stream()
                .filter(path -> !used.contains(path))
                .forEach(path -> faults.add(new Fault(path, "", "no entry of " + NAME + " uses it")));
        return List.copyOf(documents);
    }

    private static Document document(Entry entry) {
        entry.node().propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> entry.fault(name, "is not known; there are " + new TreeSet<>(FIELDS)));
        if (!entry.text("key").matches("[a-z][a-z0-9-]*")) {
            entry.fault("key", "must be small letters, digits and hyphens");
        }
        return new Document(
                entry.text("key"),
                entry.text("zh"),
                entry.text("en"),
                entry.text("form"),
                FOLDER + entry.text("template"));
    }

    private static void check(Catalogue catalogue, Forms forms, Entry entry, Document document, List<Fault> faults) {
        Form form = forms.find(document.form()).orElse(null);
        if (form == null) {
            entry.fault("form", "there is no form " + document.form());
            return;
        }
        byte[] template = catalogue.files().find(document.template()).orElse(null);
        if (template == null) {
            entry.fault("template", "the file " + document.template() + " is missing");
            return;
        }
        Template.read(template)
                .ifPresentOrElse(
                        read -> read.faults(new Placeholders(form))
                                .forEach((place, reason) -> faults.add(new Fault(document.template(), place, reason))),
                        () -> faults.add(new Fault(document.template(), "", "cannot be read as a Word file (.docx)")));
    }
}
