package org.shouwang.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import tools.jackson.databind.JsonNode;

/** Reads {@code measures.yaml} and says what is wrong in it, place by place. */
final class MeasureFile {

    static final String NAME = "measures.yaml";
    static final String MEASURES = "GUARDIAN_MEASURE";
    static final String ORGANS = "ORGAN";

    private final Catalogue catalogue;
    private final List<MeasureRule> measures = new ArrayList<>();
    private final List<OrganLogin> logins = new ArrayList<>();

    private MeasureFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the file says: which organs issue which measure, and which login speaks for which organ. */
    record Read(List<MeasureRule> measures, List<OrganLogin> logins) {

        Read {
            measures = List.copyOf(measures);
            logins = List.copyOf(logins);
        }
    }

    static Read read(Catalogue catalogue, List<Fault> faults) {
        MeasureFile file = new MeasureFile(catalogue);
        catalogue.files().yaml(NAME, faults).ifPresent(file::all);
        return new Read(file.measures, file.logins);
    }

    private void all(Entry file) {
        file.entries("measures").forEach(this::measure);
        file.entries("logins").forEach(this::login);
        codes(MEASURES).stream()
                .filter(key -> measures.stream().noneMatch(rule -> rule.key().equals(key)))
                .forEach(key -> file.fault("measures", "nobody may issue " + key + " of " + MEASURES));
    }

    private void measure(Entry entry) {
        String key = entry.text("key");
        one(entry, "key", key, codes(MEASURES));
        if (measures.stream().anyMatch(rule -> rule.key().equals(key))) {
            entry.fault("key", "is there twice");
        }
        String mark = entry.text("mark");
        one(entry, "mark", mark, Set.of("T", "T2", "K", "U", "P"));
        List<String> organs = entry.node()
                .path("organs")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        if (organs.isEmpty()) {
            entry.fault("organs", "names nobody who may issue it");
        }
        organs.forEach(organ -> one(entry, "organs", organ, codes(ORGANS)));
        measures.add(new MeasureRule(key, organs, entry.text("basis"), mark));
    }

    private void login(Entry entry) {
        String organ = entry.text("organ");
        one(entry, "organ", organ, codes(ORGANS));
        String role = entry.text("role");
        one(entry, "role", role, catalogue.roles().keys());
        String type = entry.optional("agency-type").orElse(null);
        if (type != null) {
            one(entry, "agency-type", type, codes("AGENCY_TYPE"));
        }
        logins.add(new OrganLogin(organ, role, type));
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
