package org.shouwang.workflow.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shouwang.access.Jurisdictions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads {@code jurisdictions.yaml}, which place is which police station's, and hands it to addressing. */
@Component
@Order(1)
public class JurisdictionRules implements CatalogueListener {

    private static final String FILE = "jurisdictions.yaml";
    private static final Pattern CODE = Pattern.compile("\\d{9}(?!000)\\d{3}|\\d{6}(?!000)\\d{3}000");

    private final Jurisdictions jurisdictions;

    public JurisdictionRules(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        read(candidate.files(), faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        jurisdictions.take(read(catalogue.files(), new ArrayList<>()));
    }

    /** The agency's key by the code of each place. */
    private static Map<String, String> read(ProcessFiles files, List<Fault> faults) {
        Map<String, String> agencies = new HashMap<>();
        files.yaml(FILE, faults).ifPresent(file -> file.entries().forEach(entry -> read(entry, agencies)));
        return agencies;
    }

    private static void read(Entry entry, Map<String, String> agencies) {
        String key = entry.text("key");
        for (JsonNode division : entry.node().path("divisions")) {
            String code = division.asString("");
            if (!CODE.matcher(code).matches()) {
                entry.fault("divisions", code + " is not the 12-digit code of a village or township, in quotes");
            } else if (overlaps(code, agencies)) {
                entry.fault("divisions", code + " is there twice, by itself or within its township");
            } else {
                agencies.put(code, key);
            }
        }
        if (entry.node().path("divisions").isEmpty()) {
            entry.fault("divisions", "divisions is missing: what does " + key + " cover?");
        }
    }

    private static boolean overlaps(String code, Map<String, String> agencies) {
        return agencies.keySet().stream()
                .anyMatch(other -> other.equals(code)
                        || other.equals(Jurisdictions.township(code))
                        || code.equals(Jurisdictions.township(other)));
    }
}
