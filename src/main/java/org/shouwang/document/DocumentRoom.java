package org.shouwang.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** The county's papers in force. */
@Component
class DocumentRoom implements CatalogueListener {

    private record Kept(List<Document> documents, Map<String, Template> templates) {}

    private volatile Kept kept = new Kept(List.of(), Map.of());

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        DocumentFile.read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        List<Document> documents = DocumentFile.read(catalogue, new ArrayList<>());
        kept = new Kept(
                documents,
                documents.stream()
                        .map(Document::template)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), path -> Template.read(
                                        catalogue.files().get(path))
                                .orElseThrow())));
    }

    List<Document> of(String form) {
        return kept.documents().stream()
                .filter(document -> document.form().equals(form))
                .toList();
    }

    Optional<Document> find(String key) {
        return kept.documents().stream()
                .filter(document -> document.key().equals(key))
                .findFirst();
    }

    Template template(Document document) {
        return Objects.requireNonNull(kept.templates().get(document.template()));
    }
}
