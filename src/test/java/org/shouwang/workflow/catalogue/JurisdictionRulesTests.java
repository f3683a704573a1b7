package org.shouwang.workflow.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.access.Jurisdictions;

class JurisdictionRulesTests {

    private final Jurisdictions jurisdictions = new Jurisdictions();
    private final JurisdictionRules rules = new JurisdictionRules(jurisdictions);

    private static Catalogue files(String map) {
        return Catalogue.read(ProcessFiles.of(Map.of("jurisdictions.yaml", map.getBytes(UTF_8))), new ArrayList<>());
    }

    private List<String> faults(String map) {
        List<Fault> faults = new ArrayList<>();
        rules.check(files(map), faults);
        return faults.stream().map(Fault::reason).toList();
    }

    @Test
    void findsVillagesAndWholeTownships() {
        rules.take(files("""
                - {key: a-station, divisions: ["450223102904", "450223203000"]}
                - {key: b-station, divisions: ["450223103904"]}"""));
        assertThat(jurisdictions.agency("450223102904")).contains("a-station");
        assertThat(jurisdictions.agency("450223203007")).contains("a-station");
        assertThat(jurisdictions.agency("450223103904")).contains("b-station");
        assertThat(jurisdictions.agency("450223102901")).isEmpty();
        assertThat(jurisdictions.area("a-station"))
                .anyMatch(range -> range.includes("450223203999"))
                .noneMatch(range -> range.includes("450223102903"));
        assertThat(jurisdictions.area("no-station")).isEmpty();
    }

    @Test
    void refusesWhatIsNoMap() {
        assertThat(faults("- {key: a, divisions: [\"450223102904\"]}")).isEmpty();
        assertThat(faults("- {key: a, divisions: [\"450223000000\", \"4502\"]}"))
                .hasSize(2);
        assertThat(faults("- {key: a, divisions: [\"450223102904\"]}\n- {key: b, divisions: [\"450223102904\"]}"))
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(faults("- {key: a, divisions: [\"450223102000\"]}\n- {key: b, divisions: [\"450223102904\"]}"))
                .singleElement()
                .asString()
                .contains("within its township");
        assertThat(faults("- {key: a}")).singleElement().asString().contains("missing");
    }
}
