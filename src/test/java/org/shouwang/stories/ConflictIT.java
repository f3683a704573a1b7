package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conflict of interest (回避): whoever is kept off sees nothing more, and what he or she held is somebody else's. */
@ShouwangTest
class ConflictIT {

    private final JdbcClient everything = TestParts.everything();

    private UUID officer(String username) {
        return everything
                .sql("select id from officer where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private static Map<String, Object> why(String reason) {
        return Map.of("ground", "kin", "reason", reason);
    }

    private Api.Answer keepOff(String by, String subject, String username) {
        return Api.as(by)
                .post(
                        "/api/v1/conflicts/" + subject + "/colleagues",
                        Map.of("officer", officer(username), "ground", "named", "reason", "线索里提到了他。"));
    }

    private boolean vacant(String task) {
        return everything
                .sql("select vacant from inbox_task where id = ?")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private long entries(String act, String subject) {
        return everything
                .sql("select count(*) from journal_entry where act = ? and subject_id = cast(? as uuid)")
                .params(act, subject)
                .query(Long.class)
                .single();
    }

    @Test
    void goesBackToTheOthersAndUpWhenNoneIsLeft() {
        String report = Reported.worry("避嫌一").path("id").asString();
        String task = new Colleague("supervisor").take("triage", "避嫌一");
        Api supervisor = Api.as("supervisor");
        assertThat(supervisor.get("/api/v1/reports/" + report).status()).isEqualTo(200);

        Api.Answer answer = supervisor.post("/api/v1/conflicts/" + report + "/own", why("我是孩子的姑父。"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        for (String path : List.of("reports/" + report, "tasks/" + task, "conflicts/" + report)) {
            assertThat(supervisor.get("/api/v1/" + path).status()).as(path).isEqualTo(404);
        }
        assertThat(new Colleague("supervisor").claims(task)).isEqualTo(404);
        assertThat(supervisor
                        .post("/api/v1/tasks/" + task + "/complete", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(new Colleague("supervisor").sees("triage", "避嫌一")).isFalse();
        assertThat(new Colleague("station").sees("triage", "避嫌一")).isTrue();
        assertThat(vacant(task)).isFalse();
        assertThat(keepOff("county", report, "station").status()).isEqualTo(200);
        assertThat(new Colleague("county").sees("triage", "避嫌一")).isTrue();
        assertThat(vacant(task)).isTrue();
        assertThat(entries("conflict.declared", report)).isEqualTo(2);
        assertThat(entries("task.handed-back", report)).isOne();

        becomesACaseWithoutHim(report);
    }

    /** The county's head accepts the report: the case is born with the same officer kept off. */
    private void becomesACaseWithoutHim(String report) {
        new Colleague("county")
                .does("triage", "避嫌一", Map.of("outcome", "accept", "grade", "2", "lead", "county", "reason", "要上门看。"));
        UUID file = everything
                .sql("select case_id from report where id = cast(? as uuid)")
                .param(report)
                .query(UUID.class)
                .single();
        String number = everything
                .sql("select number from case_file where id = ?")
                .param(file)
                .query(String.class)
                .single();
        seesNothing("supervisor", file, number, "避嫌一");
        seesNothing("station", file, number, "避嫌一");
        assertThat(Api.as("caseworker").get("/api/v1/cases/" + file).status()).isEqualTo(200);
    }

    private static void seesNothing(String username, UUID file, String number, String name) {
        Api api = Api.as(username);
        for (String part : List.of("", "/journal", "/records", "/clocks", "/process")) {
            assertThat(api.get("/api/v1/cases/" + file + part).status())
                    .as(part)
                    .isEqualTo(404);
        }
        for (String asked : List.of(number, name)) {
            assertThat(api.post("/api/v1/cases/search", Map.of("q", asked, "state", "all"))
                            .text())
                    .as(asked)
                    .doesNotContain(number);
        }
        for (String path : List.of("/api/v1/tasks?box=mine", "/api/v1/tasks?box=team", "/api/v1/supervision/board")) {
            assertThat(api.get(path).text()).as(path).doesNotContain(number).doesNotContain(name);
        }
    }

    @Test
    void leavesNothingWithAColleagueWhomTheHeadKeepsOff() {
        String file = Reported.danger("避嫌二").path("caseId").asString();
        String task = new Colleague("caseworker").take("told-police", "避嫌二");

        assertThat(keepOff("station", file, "caseworker").status()).isEqualTo(403);
        assertThat(keepOff("director", file, "caseworker").status()).isEqualTo(403);
        assertThat(keepOff("county", file, "supervisor2").status()).isEqualTo(422);
        Api.Answer answer = keepOff("county", file, "caseworker");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(keepOff("county", file, "caseworker").status()).isEqualTo(409);

        String number = everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
        seesNothing("caseworker", UUID.fromString(file), number, "避嫌二");
        assertThat(vacant(task)).isTrue();
        assertThat(Api.as("county").get("/api/v1/conflicts/" + file).text()).contains("线索里提到了他。");
        assertThat(Api.as("station").get("/api/v1/conflicts/" + file).text()).doesNotContain("线索里提到了他。");
    }

    @Test
    void letsNobodyButTheHeadBringAnOfficerBack() {
        String file = Reported.danger("避嫌三").path("caseId").asString();
        assertThat(keepOff("county", file, "station").status()).isEqualTo(200);
        String lift = "/api/v1/conflicts/" + file + "/colleagues/" + officer("station") + "/lift";

        assertThat(Api.as("station").post(lift, Map.of("reason", "弄错了")).status())
                .isEqualTo(403);
        assertThat(Api.as("supervisor").post(lift, Map.of("reason", "弄错了")).status())
                .isEqualTo(403);
        assertThat(Api.as("county").post(lift, Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(Api.as("station").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        assertThat(Api.as("county").post(lift, Map.of("reason", "同名的人，弄错了。")).status())
                .isEqualTo(200);

        assertThat(Api.as("station").get("/api/v1/cases/" + file).status()).isEqualTo(200);
        assertThat(entries("conflict.lifted", file)).isOne();
    }

    @Test
    void holdsForAReportThatJoinsTheCaseLater() {
        String file = Reported.danger("避嫌四").path("caseId").asString();
        String number = everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
        assertThat(keepOff("county", file, "station").status()).isEqualTo(200);
        String later = Reported.worry("避嫌四的事").path("id").asString();
        assertThat(Api.as("station").get("/api/v1/reports/" + later).status()).isEqualTo(200);

        new Colleague("supervisor")
                .does(
                        "triage",
                        "避嫌四的事",
                        Map.of("outcome", "join", "joinCase", number, "grade", "2", "reason", "同一件事。"));

        assertThat(Api.as("station").get("/api/v1/reports/" + later).status()).isEqualTo(404);
    }

    @Test
    void goesPastTheCountysHeadToTheAuthorityAboveIt() {
        String report = Reported.worry("避嫌五").path("id").asString();
        assertThat(Api.as("supervisor")
                        .post("/api/v1/conflicts/" + report + "/own", why("邻居。"))
                        .status())
                .isEqualTo(200);
        assertThat(keepOff("county", report, "station").status()).isEqualTo(200);
        assertThat(new Colleague("county").sees("triage", "避嫌五")).isTrue();

        assertThat(Api.as("county")
                        .post("/api/v1/conflicts/" + report + "/own", why("也是亲戚。"))
                        .status())
                .isEqualTo(200);

        assertThat(new Colleague("county").sees("triage", "避嫌五")).isFalse();
        assertThat(new Colleague("civil").sees("triage", "避嫌五")).isTrue();
    }

    @Test
    void goesUpWithARestrictedCaseToSomebodyNamedInTheirPlace() {
        String report = Reported.restricted("避嫌七").path("id").asString();
        UUID file = everything
                .sql("select case_id from report where id = cast(? as uuid)")
                .param(report)
                .query(UUID.class)
                .single();
        assertThat(Api.as("civil").get("/api/v1/cases/" + file).status()).isEqualTo(404);
        assertThat(keepOff("county", file.toString(), "caseworker").status()).isEqualTo(200);
        assertThat(new Colleague("county").sees("told-police", "避嫌七")).isTrue();

        assertThat(Api.as("county")
                        .post("/api/v1/conflicts/" + file + "/own", why("亲属。"))
                        .status())
                .isEqualTo(200);

        assertThat(Api.as("county").get("/api/v1/reports/" + report).status()).isEqualTo(404);
        assertThat(new Colleague("civil").sees("told-police", "避嫌七")).isTrue();
        assertThat(Api.as("civil").get("/api/v1/cases/" + file).status()).isEqualTo(200);
    }

    @Test
    void tellsWhoeverIsKeptOffNothingByNotice() {
        String file = Reported.danger("避嫌六").path("caseId").asString();
        assertThat(keepOff("county", file, "caseworker").status()).isEqualTo(200);
        long before = notices("caseworker", file);
        assertThat(Api.as("station")
                        .post("/api/v1/cases/" + file + "/new-harm", Map.of("reason", "又被打了。"))
                        .status())
                .isEqualTo(200);
        assertThat(notices("caseworker", file)).isEqualTo(before);
    }

    private long notices(String username, String file) {
        return everything
                .sql("select count(*) from notice where officer_id = ? and subject_id = cast(? as uuid)")
                .params(officer(username), file)
                .query(Long.class)
                .single();
    }
}
