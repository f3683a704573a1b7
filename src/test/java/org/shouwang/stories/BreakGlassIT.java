package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Emergency access (紧急查阅): to read one case for three hours, seen by everybody who answers for it. */
@ShouwangTest
class BreakGlassIT {

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();

    @Autowired
    TestClock clock;

    @AfterEach
    void goHome() {
        clock.reset();
        cast.close();
    }

    private static Map<String, String> asked(String number) {
        return Map.of("number", number, "ground", "found", "reason", "孩子一个人在我们镇的车站。");
    }

    private static Api.Answer open(String username, String number) {
        return Api.as(username).create("/api/v1/emergency-access", asked(number));
    }

    private String number(String file) {
        return everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
    }

    private long count(String sql, Object... values) {
        return everything.sql(sql).params(values).query(Long.class).single();
    }

    @Test
    void readsOneCaseForThreeHoursAndNotAMinuteMore() {
        String file = Reported.danger("急童一").path("caseId").asString();
        Api stranger = Api.as("supervisor2");
        assertThat(stranger.get("/api/v1/cases/" + file).status()).isEqualTo(404);

        assertThat(open("supervisor2", number(file)).status()).isEqualTo(201);

        JsonNode read = stranger.get("/api/v1/cases/" + file).json();
        assertThat(read.path("file").path("title").asString()).isEqualTo("急童一");
        assertThat(read.path("may")).isEmpty();
        assertThat(stranger.get("/api/v1/cases/" + file + "/records").status()).isEqualTo(200);
        assertThat(stranger.post("/api/v1/cases/search", Map.of("q", number(file)))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(stranger.post("/api/v1/cases/" + file + "/new-harm", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        String task = everything
                .sql("select id from inbox_task where subject_id = cast(? as uuid) and process = 'police-notice'")
                .param(file)
                .query(String.class)
                .single();
        assertThat(new Colleague("supervisor2").claims(task)).isEqualTo(404);

        // The same again opens nothing again.
        assertThat(open("supervisor2", number(file)).status()).isEqualTo(201);
        assertThat(count("select count(*) from emergency_access where case_id = cast(? as uuid)", file))
                .isOne();

        clock.advance(Duration.ofMinutes(179));
        assertThat(stranger.get("/api/v1/cases/" + file).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(stranger.get("/api/v1/cases/" + file).status()).isEqualTo(404);
    }

    @Test
    void tellsWhoAnswersForItAndIsReviewedByAnotherPerson() {
        String file = Reported.danger("急童二").path("caseId").asString();
        assertThat(open("station2", number(file)).status()).isEqualTo(201);
        assertThat(Api.as("station2").get("/api/v1/cases/" + file).status()).isEqualTo(200);
        assertThat(count(
                        "select count(*) from notice where code = 'emergency-opened' and subject_id = cast(? as uuid)",
                        file))
                .isOne();
        assertThat(count(
                        "select count(*) from journal_entry where act = 'case.read' and subject_id = cast(? as uuid)"
                                + " and details ->> 'ground' = 'found' and details ->> 'emergency' is not null",
                        file))
                .isOne();

        Someone county = cast.atDesk("county");
        county.take("复核紧急查阅", "急童二");
        assertThat(county.text()).contains("卢安澜", "孩子一个人在我们镇的车站。", "看过：概况", "本县默认");
        county.choose("outcome", "proper").send();

        assertThat(count(
                        "select count(*) from emergency_access where case_id = cast(? as uuid) and outcome = 'proper'"
                                + " and reviewed_by <> officer_id",
                        file))
                .isOne();
        assertThat(count(
                        "select count(*) from journal_entry where act = 'emergency.reviewed'"
                                + " and subject_id = cast(? as uuid)",
                        file))
                .isOne();
    }

    @Test
    void saysTheSameOfACaseThatIsNotThereAndOneThatMayNotBeOpened() {
        String restricted = Reported.restricted("急童三").path("id").asString();
        UUID restrictedCase = everything
                .sql("select case_id from report where id = cast(? as uuid)")
                .param(restricted)
                .query(UUID.class)
                .single();
        String barred = Reported.danger("急童四").path("caseId").asString();
        keepOff(barred, "supervisor");
        Api.Answer unknown = open("supervisor", "450223-2026-99999");

        assertThat(unknown.status()).isEqualTo(404);
        for (String number : List.of(number(restrictedCase.toString()), number(barred), "急童三", "450223")) {
            Api.Answer answer = open("supervisor", number);
            assertThat(answer.status()).as(number).isEqualTo(404);
            assertThat(answer.text()).as(number).isEqualTo(unknown.text());
        }
        assertThat(count(
                        "select count(*) from emergency_access where case_id in (?, cast(? as uuid))",
                        restrictedCase,
                        barred))
                .isZero();
        assertThat(count("select count(*) from journal_entry where act = 'emergency.refused'"))
                .isGreaterThanOrEqualTo(5);
    }

    private void keepOff(String file, String username) {
        UUID officer = everything
                .sql("select id from officer where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
        assertThat(Api.as("county")
                        .post(
                                "/api/v1/conflicts/" + file + "/colleagues",
                                Map.of("officer", officer, "ground", "kin", "reason", "亲属。"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isForThosePostsThatMeetAChildAndForReasonsThatAreGiven() {
        String file = Reported.danger("急童五").path("caseId").asString();
        for (String username : List.of("director", "school", "county", "admin", "auditor", "statistics")) {
            assertThat(open(username, number(file)).status()).as(username).isEqualTo(403);
        }
        for (Map<String, String> missing : List.of(
                Map.of("number", number(file), "ground", "found", "reason", " "),
                Map.of("number", number(file), "ground", "curious", "reason", "想看看"),
                Map.of("number", number(file)))) {
            assertThat(Api.as("police")
                            .create("/api/v1/emergency-access", missing)
                            .status())
                    .isEqualTo(422);
        }
        // Whoever reads it anyway opens nothing.
        assertThat(open("station", number(file)).status()).isEqualTo(201);
        assertThat(count("select count(*) from emergency_access where case_id = cast(? as uuid)", file))
                .isZero();
    }

    @Test
    void endsWhenTheOfficerIsKeptOff() {
        String file = Reported.danger("急童六").path("caseId").asString();
        assertThat(open("police", number(file)).status()).isEqualTo(201);
        assertThat(Api.as("police").get("/api/v1/cases/" + file).status()).isEqualTo(200);
        keepOff(file, "police");
        assertThat(Api.as("police").get("/api/v1/cases/" + file).status()).isEqualTo(404);
    }

    @Test
    void saysOnEveryPageThatItIsAnEmergency() {
        String file = Reported.danger("急童七").path("caseId").asString();
        Someone stranger = cast.atDesk("station2");
        stranger.open("/emergency");
        assertThat(stranger.text()).contains("紧急查阅", "不能按姓名找");
        assertThat(open("station2", number(file)).status()).isEqualTo(201);
        for (String part : List.of("", "/timeline", "/records", "/people", "/services", "/files", "/process")) {
            stranger.open("/cases/" + file + part);
            assertThat(stranger.text()).as(part).contains("紧急查阅，到");
        }
    }
}
