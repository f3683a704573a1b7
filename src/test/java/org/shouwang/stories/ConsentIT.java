package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.HashMap;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A consent is recorded, withdrawn, and every unit that got the data says what it did. */
@ShouwangTest
class ConsentIT {

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();
    private final Colleague school = new Colleague("school");
    private final Colleague caseworker = new Colleague("caseworker");

    @AfterEach
    void goHome() {
        cast.close();
    }

    private UUID agency(String key) {
        return everything
                .sql("select id from agency where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    /** A unit of the county in which nobody logs in. */
    private UUID withoutLogin() {
        UUID id = UUID.randomUUID();
        everything
                .sql(
                        "insert into agency (id, key, type, name, division) values (?, ?, 'social-work', ?, '450223000000')")
                .params(id, "unit-" + id, "春雨社工服务社（虚构）")
                .update();
        return id;
    }

    private UUID child(String file) {
        return everything
                .sql("select main_person from case_file where id = cast(? as uuid)")
                .param(file)
                .query(UUID.class)
                .single();
    }

    private Map<String, Object> consent(String file, List<UUID> to) {
        return new HashMap<>(Map.of(
                "person",
                child(file),
                "purpose",
                "counselling",
                "ground",
                "consent",
                "giver",
                "parent",
                "recipients",
                to,
                "fields",
                List.of("identity", "health"),
                "from",
                LocalDate.now(TestClock.CHINA).toString()));
    }

    private static Api.Answer record(String who, String file, Map<String, Object> said) {
        return Api.as(who)
                .post(
                        "/api/v1/cases/" + file + "/consents",
                        said,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private static Api.Answer withdraw(String who, String file, String consent, String by) {
        return Api.as(who).post("/api/v1/cases/" + file + "/consents/" + consent + "/withdraw", Map.of("by", by));
    }

    private static JsonNode register(String file) {
        return Api.as("station")
                .get("/api/v1/cases/" + file + "/privacy")
                .json()
                .path("consents");
    }

    @Test
    void reachesEveryRecipientWhenItIsWithdrawn() {
        String file = Reported.danger("同意童一").path("caseId").asString();
        UUID without = withoutLogin();
        Api.Answer made =
                record("station", file, consent(file, List.of(agency("school"), agency("womens-federation"), without)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(school.sees("answer", "同意童一")).isFalse();

        assertThat(withdraw("station", file, id, "nobody").status()).isEqualTo(422);
        assertThat(withdraw("station", file, id, "parent").status()).isEqualTo(200);
        assertThat(withdraw("station", file, id, "parent").status()).isEqualTo(409);

        for (String unit : List.of("school", "federation")) {
            new Colleague(unit).does("answer", "同意童一", Map.of("withdrawalOutcome", "deleted", "byPhone", "no"));
            // To be asked what became of the data opens nothing of the case.
            assertThat(Api.as(unit).get("/api/v1/cases/" + file).status())
                    .as(unit)
                    .isIn(403, 404);
        }
        assertThat(caseworker.doesInVain(
                        "answer-by-phone", "同意童一", Map.of("withdrawalOutcome", "kept", "byPhone", "yes")))
                .contains("keptGround", "spokeWith");
        caseworker.does(
                "answer-by-phone",
                "同意童一",
                Map.of(
                        "withdrawalOutcome", "kept",
                        "keptGround", "term",
                        "byPhone", "yes",
                        "spokeWith", "春雨的林社工",
                        "spokeAt", "2026-01-05T09:00:00+08:00"));

        JsonNode units = register(file).get(0).path("recipients");
        assertThat(units.toString()).contains("deleted", "kept", "term");
        assertThat(everything
                        .sql(
                                "select act from journal_entry where subject_id = cast(? as uuid) and act like 'consent.%'")
                        .param(file)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "consent.recorded",
                        "consent.withdrawn",
                        "consent.withdrawal-answered",
                        "consent.withdrawal-answered",
                        "consent.withdrawal-answered");
    }

    @Test
    void isTheGuardiansForAYoungChildAndNoneWhereADutyIsTheGround() {
        String file = Reported.danger("同意童二").path("caseId").asString();
        Map<String, Object> byHerself = consent(file, List.of(agency("school")));
        byHerself.put("giver", "self");
        assertThat(record("station", file, byHerself).text()).contains("consent-under-14");

        Api.Answer nothing = record("station", file, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.json().path("errors").toString())
                .contains("person", "purpose", "ground", "fields", "recipients", "from");

        Map<String, Object> duty = consent(file, List.of(agency("police")));
        duty.put("ground", "duty");
        assertThat(record("station", file, duty).text()).contains("without");
        duty.put("without", "suspect");
        Api.Answer made = record("station", file, duty);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(withdraw("station", file, made.json().path("id").asString(), "parent")
                        .text())
                .contains("consent-duty");
    }

    @Test
    void isForThoseWhoWorkOnTheCase() {
        String file = Reported.danger("同意童三").path("caseId").asString();
        Map<String, Object> said = consent(file, List.of(agency("school")));
        assertThat(record("supervisor2", file, said).status()).isEqualTo(404);
        assertThat(record("county", file, said).status()).isEqualTo(403);
        for (String who : List.of("director", "school", "police", "auditor", "admin", "statistics")) {
            assertThat(record(who, file, said).status()).as(who).isEqualTo(403);
            assertThat(Api.as(who).get("/api/v1/cases/" + file + "/privacy").status())
                    .as(who)
                    .isEqualTo(403);
        }
    }

    @Test
    void isRecordedOnThePageAndSaysWhatIsMissing() {
        String file = Reported.danger("同意童四").path("caseId").asString();
        Someone station = cast.atDesk("station");
        station.open("/cases/" + file);
        assertThat(station.text()).contains("同意与权利");
        station.open("/cases/" + file + "/privacy");
        station.shot("privacy-empty");
        station.page()
                .locator("summary", new Page.LocatorOptions().setHasText("登记一项同意"))
                .click();
        station.page().locator("input[name=purpose][value=schooling]").check();
        station.page().locator("form[action$='/consents'] button[type=submit]").click();
        assertThat(station.text()).contains("请选这个个案里的人", "请选是哪些信息");
        assertThat(station.page()
                        .locator("input[name=purpose][value=schooling]")
                        .isChecked())
                .isTrue();
        station.shot("privacy-errors");
        station.page()
                .locator("form[action$='/consents'] input[name=person]")
                .first()
                .check();
        station.page().locator("input[name=fields][value=school]").check();
        station.page()
                .locator("input[name=recipients][value='" + agency("school") + "']")
                .check();
        station.page().locator("input[name=ground][value=consent]").check();
        station.page().locator("input[name=giver][value=parent]").check();
        station.page().locator("form[action$='/consents'] button[type=submit]").click();
        assertThat(station.text()).contains("已登记", "就学帮助", "青禾小学");
        station.shot("privacy");

        Someone phone = cast.onPhone("station");
        phone.open("/cases/" + file + "/privacy");
        assertThat(phone.text()).contains("就学帮助");
        phone.page()
                .locator("summary", new Page.LocatorOptions().setHasText("登记撤回"))
                .click();
        phone.shot("privacy");
    }
}
