package org.shouwang.finding;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import tools.jackson.databind.JsonNode;

/** Reads {@code source-lists.yaml} and says what is wrong in it, place by place. */
final class SourceListFile {

    static final String NAME = "source-lists.yaml";

    private final Catalogue catalogue;
    private final List<SourceKind> kinds = new ArrayList<>();

    private SourceListFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static List<SourceKind> read(Catalogue catalogue, List<Fault> faults) {
        SourceListFile file = new SourceListFile(catalogue);
        catalogue.files().yaml(NAME, faults).ifPresent(all -> all.entries("lists")
                .forEach(file::kind));
        if (file.kinds.stream().noneMatch(kind -> kind.key().equals(SourceKinds.CHECK))) {
            faults.add(
                    new Fault(NAME, "lists", "lacks the list " + SourceKinds.CHECK + ": what checks find goes by it"));
        }
        return List.copyOf(file.kinds);
    }

    private void kind(Entry entry) {
        String key = entry.text("key");
        if (!key.matches("[a-z][a-z0-9-]{0,39}")) {
            entry.fault("key", "must be small letters, digits and hyphens");
        }
        if (kinds.stream().anyMatch(kind -> kind.key().equals(key))) {
            entry.fault("key", "is there twice");
        }
        if (!entry.node().path("reportable").isBoolean()) {
            entry.fault("reportable", "must be true or false");
        }
        String ground = entry.text("ground");
        one(entry, "ground", ground, codes("LEGAL_GROUND"));
        kinds.add(new SourceKind(
                key,
                entry.text("zh"),
                entry.text("en"),
                agencies(entry),
                entry.text("purpose"),
                columns(entry),
                entry.node().path("reportable").asBoolean(false),
                lives(entry),
                ground,
                entry.text("basis")));
    }

    private List<String> agencies(Entry entry) {
        List<String> agencies = entry.node()
                .path("agencies")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        if (agencies.isEmpty()) {
            entry.fault("agencies", "names nobody who sends it");
        }
        agencies.forEach(agency -> one(entry, "agencies", agency, codes("AGENCY_TYPE")));
        return agencies;
    }

    private static Map<String, String> columns(Entry entry) {
        Map<String, String> columns = new LinkedHashMap<>();
        entry.node().path("columns").properties().forEach(column -> {
            one(entry, "columns", column.getKey(), ListedRow.FIELDS);
            if (columns.containsValue(column.getValue().asString(""))) {
                entry.fault("columns", "two have one heading");
            }
            columns.put(column.getKey(), column.getValue().asString(""));
        });
        ListedRow.NEEDED.stream()
                .filter(needed -> columns.getOrDefault(needed, "").isBlank())
                .forEach(needed -> entry.fault("columns", needed + " is missing"));
        return Collections.unmodifiableMap(columns);
    }

    private static Period lives(Entry entry) {
        try {
            Period lives = Period.parse(entry.text("lives"));
            if (lives.isNegative() || lives.isZero()) {
                entry.fault("lives", "must be longer than nothing");
            }
            return lives;
        } catch (DateTimeException e) {
            entry.fault("lives", "is no term such as P180D");
            return Period.ofDays(1);
        }
    }

    private Collection<String> codes(String list) {
        return catalogue.codes().find(list).map(CodeList::keys).orElse(List.of());
    }

    private static void one(Entry entry, String field, String said, Collection<String> known) {
        if (!said.isEmpty() && !known.contains(said)) {
            entry.fault(
                    field,
                    said + " is none of "
                            + String.join(", ", known.stream().sorted().toList()));
        }
    }
}
