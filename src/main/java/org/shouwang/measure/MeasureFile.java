package org.shouwang.measure;

import java.time.DateTimeException;
import java.time.Period;
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

    private static final Set<String> MARKS = Set.of("T", "T2", "K", "U", "P");

    private final Catalogue catalogue;
    private final List<MeasureRule> measures = new ArrayList<>();
    private final List<OrganLogin> logins = new ArrayList<>();
    private RestorationTerm restoration = new RestorationTerm(Period.ZERO, Period.ZERO, "");

    private MeasureFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What the file says: which organs issue which measure, which login speaks for which organ, and when restoration may be
     * asked for.
     */
    record Read(List<MeasureRule> measures, List<OrganLogin> logins, RestorationTerm restoration) {

        Read {
            measures = List.copyOf(measures);
            logins = List.copyOf(logins);
        }
    }

    static Read read(Catalogue catalogue, List<Fault> faults) {
        MeasureFile file = new MeasureFile(catalogue);
        catalogue.files().yaml(NAME, faults).ifPresent(file::all);
        return new Read(file.measures, file.logins, file.restoration);
    }

    private void all(Entry file) {
        file.entries("measures").forEach(this::measure);
        file.entries("logins").forEach(this::login);
        file.entry("restoration").ifPresent(this::restoration);
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
        one(entry, "mark", mark, MARKS);
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

    private void restoration(Entry entry) {
        one(entry, "mark", entry.text("mark"), MARKS);
        Period after = period(entry, "after");
        Period until = period(entry, "until");
        if (until.toTotalMonths() <= after.toTotalMonths()) {
            entry.fault("until", "ends before it begins");
        }
        restoration = new RestorationTerm(after, until, entry.text("basis"));
    }

    private static Period period(Entry entry, String field) {
        try {
            return Period.parse(entry.text(field));
        } catch (DateTimeException e) {
            entry.fault(field, "is no term such as P3M");
            return Period.ZERO;
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
