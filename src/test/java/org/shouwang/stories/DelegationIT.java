package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 请假代办: a deputy does the work of somebody on leave, under the own name, and stops when the leave ends. */
@ShouwangTest
class DelegationIT {

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();

    @Autowired
    TestClock clock;

    @AfterEach
    void everybodyIsBack() {
        everything
                .sql("update delegation set ended_at = declared_at where ended_at is null")
                .update();
        cast.close();
    }

    private UUID officer(String username) {
        return everything
                .sql("select id from officer where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private UUID restricted(String name) {
        return everything
                .sql("select case_id from report where id = cast(? as uuid)")
                .param(Reported.restricted(name).path("id").asString())
                .query(UUID.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private Map<String, Object> leave(String deputy, LocalDate until) {
        return new HashMap<>(Map.of(
                "deputy", officer(deputy), "from", today().toString(), "until", until.toString(), "ground", "leave"));
    }

    private static Api.Answer declares(String username, Map<String, Object> leave) {
        return Api.as(username).create("/api/v1/delegations", leave);
    }

    @Test
    void worksWhatTheAbsentHoldAndIsNamedForIt() {
        Reported.worry("代办一");
        String task = new Colleague("supervisor").take("triage", "代办一");
        Api deputy = Api.as("director2");
        assertThat(deputy.get("/api/v1/tasks/" + task).status()).isEqualTo(404);
        // director2 holds no post in the unit of the supervisor: not somebody to choose.
        assertThat(declares("supervisor", leave("director2", today())).status()).isEqualTo(422);

        Someone absent = cast.atDesk("supervisor");
        absent.open("/delegations");
        Browser.shotBoth(absent.page(), "delegations-none");
        absent.page().selectOption("#deputy", officer("station").toString());
        absent.page().fill("#from", today().toString());
        absent.page().fill("#until", today().minusDays(1).toString());
        absent.press("休假").press("安排代办");
        assertThat(absent.text()).contains("结束的日期要在开始之后");
        assertThat(absent.page().inputValue("#deputy"))
                .isEqualTo(officer("station").toString());
        absent.page().fill("#until", today().plusDays(3).toString());
        absent.press("安排代办");
        assertThat(absent.text()).contains("罗以宁 代 莫清晏 办理");
        Browser.shotBoth(absent.page(), "delegations");

        Someone station = cast.onPhone("station");
        station.open("/inbox");
        assertThat(station.text()).contains("代办一").contains("代莫清晏办");
        Browser.shotBoth(station.page(), "inbox-deputy");
        station.open("/notices");
        assertThat(station.text()).contains("代办的安排有变化");
        Api told = Api.as("station");
        String notice = latest(told, "delegation").path("id").asString();
        assertThat(Api.as("county")
                        .post("/api/v1/notices/" + notice + "/read", "")
                        .status())
                .isEqualTo(404);
        assertThat(told.post("/api/v1/notices/" + notice + "/read", "")
                        .json()
                        .path("link")
                        .asString())
                .isEqualTo("/delegations");
        JsonNode read = latest(told, "delegation");
        assertThat(read.path("id").asString()).isEqualTo(notice);
        assertThat(read.path("unread").asBoolean()).isFalse();
        assertThat(told.get("/api/v1/notices?limit=0").status()).isEqualTo(400);
        new Colleague("station")
                .does("triage", "代办一", Map.of("outcome", "consult", "answer", "已经讲清楚了。", "reason", "只是来问。"));

        assertThat(everything
                        .sql("""
                                select count(*) from journal_entry
                                where act = 'task.done' and reference = ? and officer_id = ?
                                  and details ->> 'for' = cast(? as text)""")
                        .params(task, officer("station"), officer("supervisor").toString())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** Clocks of other matters may tell the same officer something in between. */
    private static JsonNode latest(Api who, String code) {
        return who.get("/api/v1/notices?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdsThePostUntilTheLastDayAndNotADayLonger() {
        Reported.worry("代办二");
        assertThat(Api.as("station").get("/api/v1/supervision/board").status()).isEqualTo(403);
        assertThat(declares("supervisor", leave("station", today().plusDays(1))).status())
                .isEqualTo(201);
        assertThat(declares("supervisor", leave("station", today())).status()).isEqualTo(409);
        assertThat(Api.as("station").get("/api/v1/supervision/board").status()).isEqualTo(200);

        everything
                .sql("update delegation set valid_from = ?, valid_until = ? where ended_at is null")
                .params(today().minusDays(5), today().minusDays(1))
                .update();

        assertThat(Api.as("station").get("/api/v1/supervision/board").status()).isEqualTo(403);
    }

    @Test
    void bringsRestrictedCasesOnlyWhenTheAbsentOfficerSaysSo() {
        UUID file = restricted("代办三");
        String path = "/api/v1/cases/" + file;
        everything.sql("""
                        insert into participation (id, subject_id, officer_id, part, since)
                        values (gen_random_uuid(), ?, ?, 'named', now())""").params(file, officer("supervisor")).update();
        assertThat(Api.as("supervisor").get(path).status()).isEqualTo(200);
        Map<String, Object> arranged = leave("station", today());
        arranged.put("officer", officer("supervisor"));
        Api.Answer post = declares("county", arranged);
        assertThat(post.status()).as(post.text()).isEqualTo(201);
        assertThat(Api.as("station").get(path).status()).isEqualTo(404);
        Api.as("county").post("/api/v1/delegations/" + post.json().path("id").asString() + "/end", "");

        assertThat(declares("supervisor", leave("station", today())).status()).isEqualTo(201);
        assertThat(Api.as("station").get(path).status()).isEqualTo(200);
        // What nobody of the unit was named on stays shut.
        UUID other = restricted("代办六");
        assertThat(Api.as("station").get("/api/v1/cases/" + other).status()).isEqualTo(404);
    }

    @Test
    void isArrangedByASuperiorForThePostAlone() {
        Reported.worry("代办四");
        String task = new Colleague("station").take("triage", "代办四");
        Map<String, Object> forHer = leave("county", today().plusDays(2));
        forHer.put("officer", officer("station"));
        // Nobody arranges a deputy for those outside the own territory, nor gives a post to himself.
        assertThat(declares("supervisor2", forHer).status()).isEqualTo(404);
        forHer.put("deputy", officer("supervisor"));
        assertThat(declares("supervisor", forHer).status()).isEqualTo(422);
        Api.Answer arranged = declares("county", forHer);
        assertThat(arranged.status()).as(arranged.text()).isEqualTo(201);

        String id = arranged.json().path("id").asString();
        assertThat(new Colleague("supervisor").claims(task)).isEqualTo(409);
        assertThat(Api.as("director")
                        .post("/api/v1/delegations/" + id + "/end", "")
                        .status())
                .isEqualTo(404);
        assertThat(Api.as("supervisor")
                        .post("/api/v1/delegations/" + id + "/end", "")
                        .status())
                .isEqualTo(200);
        assertThat(Api.as("county")
                        .post("/api/v1/delegations/" + id + "/end", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsTheDeputyOffWhatTheAbsentIsKeptOff() {
        String report = Reported.worry("代办五").path("id").asString();
        assertThat(Api.as("county").get("/api/v1/reports/" + report).status()).isEqualTo(200);
        assertThat(Api.as("county")
                        .post(
                                "/api/v1/conflicts/" + report + "/colleagues",
                                Map.of("officer", officer("caseworker"), "ground", "kin", "reason", "孩子的表姐。"))
                        .status())
                .isEqualTo(200);
        assertThat(declares("caseworker", leave("county", today())).status()).isEqualTo(201);
        assertThat(Api.as("county").get("/api/v1/reports/" + report).status()).isEqualTo(404);
    }
}
