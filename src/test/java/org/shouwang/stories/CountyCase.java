package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.testing.Api;
import tools.jackson.databind.JsonNode;

/** A case the county leads, reported and accepted, and what is begun beside its main course. */
record CountyCase(String child, String number, String file) {

    private static final Colleague CASEWORKER = new Colleague("caseworker");

    /** A new one about a child of this name and some letters, so that no other test finds it. */
    static CountyCase of(String name, String why) {
        String child = name + UUID.randomUUID().toString().substring(0, 4);
        new Colleague("grid").reports(Map.of("worries", List.of("23"), "childName", child));
        new Colleague("supervisor")
                .does("triage", child, Map.of("outcome", "accept", "grade", "2", "lead", "county", "reason", why));
        return with(child, CASEWORKER.numberOf("assess-county", child));
    }

    static CountyCase with(String child, String number) {
        return new CountyCase(
                child, number, CASEWORKER.file(number).at("/file/id").asString());
    }

    /** A conference seeks revocation, and the guardianship assessment is written. */
    void seeksRevocation(Answers answers) {
        CASEWORKER.does("assess-county", number, answers.assessment("raise", "2", "yes"));
        CASEWORKER.does("conference", number, answers.conference("revoke", List.of()));
        CASEWORKER.does("guardianship-assessment", number, Answers.guardianshipReport());
    }

    /** Somebody asks to begin another process. */
    Api.Answer begun(String who, String process) {
        return begun(who, process, UUID.randomUUID().toString());
    }

    Api.Answer begun(String who, String process, String key) {
        return Api.as(who)
                .post("/api/v1/cases/" + file + "/processes", Map.of("process", process), "Idempotency-Key", key);
    }

    /** Somebody begins another process; gives its first task. */
    String begins(String who, String process) {
        Api.Answer answer = begun(who, process);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("task").asString();
    }

    /** What somebody may begin. */
    Api.Answer startable(String who) {
        return Api.as(who).get("/api/v1/cases/" + file + "/startable");
    }

    /** What the case page tells of one kind of these. */
    String part(String key) {
        return CASEWORKER
                .file(number)
                .path("parts")
                .valueStream()
                .filter(part -> part.path("key").asString().equals(key))
                .map(JsonNode::toString)
                .findFirst()
                .orElse("");
    }
}
