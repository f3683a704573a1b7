package org.shouwang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reports as the directors of the demo send them. */
public final class Reported {

    public static final String VILLAGE = "450223102901";

    private Reported() {}

    /** A worry about a child: a lead for the township. */
    public static JsonNode worry(String name) {
        return send(Map.of("danger", "no", "worries", List.of("21"), "childName", name));
    }

    /** Danger now: a case at once, red. */
    public static JsonNode danger(String name) {
        return send(Map.of("danger", "yes", "policeCalled", "no", "worries", List.of("21"), "childName", name));
    }

    /** Danger now, with what else is a worry: an {@code OTHER_SIT} code. */
    public static JsonNode danger(String name, String worry) {
        return send(Map.of("danger", "yes", "policeCalled", "no", "worries", List.of(worry), "childName", name));
    }

    /** The first of the nine situations: a restricted case at once. */
    public static JsonNode restricted(String name) {
        return send(Map.of("danger", "no", "situations", List.of("01"), "told", "no", "childName", name));
    }

    /** The case a report opened: of a restricted one whoever reported is not told. */
    public static UUID caseOf(JsonNode report) {
        return TestParts.everything()
                .sql("select case_id from report where id = cast(? as uuid)")
                .param(report.path("id").asString())
                .query(UUID.class)
                .single();
    }

    private static JsonNode send(Map<String, Object> answers) {
        Map<String, Object> body = new java.util.HashMap<>(answers);
        body.putAll(Map.of(
                "division", VILLAGE,
                "childKnown", "no",
                "childSex", "1",
                "childAge", 6,
                "contactPhone", "13900000000",
                "insider", "no"));
        Api.Answer answer = Api.as("director")
                .post(
                        "/api/v1/reports",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }
}
