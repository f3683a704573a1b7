package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.NewHands;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Police stations cover the villages of their map, whatever township those lie in; elsewhere the bureau stands in. */
@ShouwangTest
class StationsIT {

    private static final String STATION = "police-longyan";
    private final JdbcClient everything = TestParts.everything();

    @Test
    void getTheVillagesOfTheirMapAcrossTownships() {
        logIn(STATION);
        String own = toldPolice("450223103903", "所童一"); // in its own township
        String across = toldPolice("450223104904", "所童二"); // in another
        String neighbour = toldPolice("450223103901", "所童三"); // in its township, but the bureau's
        assertThat(policeTask(own)).isEqualTo("longyan-police");
        assertThat(policeTask(across)).isEqualTo("longyan-police");
        assertThat(policeTask(neighbour)).isEqualTo("450223000000");
        assertThat(vacant(neighbour)).isFalse();
        assertThat(inbox(STATION)).contains("所童一", "所童二").doesNotContain("所童三");
        assertThat(inbox("police")).contains("所童三").doesNotContain("所童一", "所童二");
        String task = task(across);
        assertThat(Api.as(STATION)
                        .post("/api/v1/tasks/" + task + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(Api.as("police").get("/api/v1/tasks/" + task).status()).isEqualTo(404);
    }

    @Test
    void leavesToTheBureauWhatNoMapNames() {
        String nobodys = toldPolice("450223203000", "所童四"); // 拉沟乡 is on no map
        assertThat(policeTask(nobodys)).isEqualTo("450223000000");
        assertThat(vacant(nobodys)).isTrue();
        assertThat(inbox("police")).contains("所童四");
    }

    /** Danger is reported from anywhere by the hotline; the county tells the police, who get their task. */
    private String toldPolice(String division, String child) {
        Api.Answer sent = Api.as("hotline")
                .post(
                        "/api/v1/reports",
                        Map.of(
                                "danger",
                                "yes",
                                "policeCalled",
                                "no",
                                "worries",
                                List.of("21"),
                                "childName",
                                child,
                                "division",
                                division,
                                "childKnown",
                                "no",
                                "childAge",
                                6,
                                "contactPhone",
                                "13900000000",
                                "insider",
                                "no"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        String told = new Colleague("caseworker").take("told-police", child);
        Api.Answer done = Api.as("caseworker")
                .post(
                        "/api/v1/tasks/" + told + "/complete",
                        Map.of(
                                "calledBy",
                                "值班人员",
                                "at",
                                "2025-11-03T09:00:00+08:00",
                                "unit",
                                "派出所",
                                "officer",
                                "接警员 0001"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return sent.json().get("caseId").asString();
    }

    private String task(String caseId) {
        return everything
                .sql("select id from inbox_task where subject_id = cast(? as uuid) and task_key = 'police-record'")
                .param(caseId)
                .query(String.class)
                .single();
    }

    private String policeTask(String caseId) {
        return everything
                .sql("select division from inbox_candidate where task_id = ? and role = 'police'")
                .param(task(caseId))
                .query(String.class)
                .single();
    }

    private boolean vacant(String caseId) {
        return everything
                .sql("select vacant from inbox_task where id = ?")
                .param(task(caseId))
                .query(Boolean.class)
                .single();
    }

    private static String inbox(String username) {
        return Api.as(username).get("/api/v1/tasks?box=team&limit=100").text();
    }

    private static void logIn(String username) {
        String id = NewHands.id(username);
        NewHands.synced(id);
        String secret = Api.as("admin")
                .post("/api/v1/officers/" + id + "/secret", Map.of())
                .json()
                .get("secret")
                .asString();
        NewHands.firstLogin(username, secret, Browser.DESK).context().close();
    }
}
