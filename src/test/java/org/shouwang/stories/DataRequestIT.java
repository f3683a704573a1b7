package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mother asks to see, correct and delete; each time there is an answer in writing. */
@ShouwangTest
class DataRequestIT {

    private static final String SAID_BY_REPORTER = "隔壁的黄婶说他爸爸喝了酒就打他";
    private static final String SAID_BY_CHILD = "我不想让爸爸知道我说了";

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();
    private final Colleague station = new Colleague("station");
    private final Colleague county = new Colleague("county");

    @AfterEach
    void goHome() {
        cast.close();
    }

    /** A township case with an assessment and a plan. */
    private String planned(String child) {
        new Colleague("director")
                .reports(Map.of("worries", List.of("23"), "childName", child, "narrative", SAID_BY_REPORTER));
        new Colleague("supervisor")
                .does("triage", child, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        ClosedCase.assess(station, child, SAID_BY_CHILD);
        station.does(
                "plan-township",
                child,
                Map.of(
                        "needs",
                        List.of(Map.of("need", "school", "goal", "请舅妈早上送他", "by", "school")),
                        "visitor",
                        "director",
                        "reviewDate",
                        "2027-12-15"));
        return ClosedCase.idOf(child);
    }

    private String asks(String file, String kind, String by) {
        UUID child = everything
                .sql("select main_person from case_file where id = cast(? as uuid)")
                .param(file)
                .query(UUID.class)
                .single();
        Api.Answer made = Api.as("station")
                .post(
                        "/api/v1/cases/" + file + "/requests",
                        Map.of(
                                "kind",
                                kind,
                                "person",
                                child,
                                "askedBy",
                                by,
                                "asker",
                                "申请人甲",
                                "identityCheck",
                                "card",
                                "wish",
                                "想看看写了些什么"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static Api.Answer paper(String file, String request, String part) {
        return Api.as("station").get("/api/v1/cases/" + file + "/requests/" + request + part);
    }

    private static String state(String file, String request) {
        return paper(file, request, "").json().path("state").asString();
    }

    @Test
    void givesACopyOfWhatMayBeGivenAndNothingElse() {
        String file = planned("申童一");
        String request = asks(file, "copy", "parent");
        assertThat(paper(file, request, "/copy").status()).isEqualTo(404);

        station.does("decide-copy", "申童一", Map.of("decision", "grant", "answer", "同意提供，见附页。"));

        Api.Answer copy = paper(file, request, "/copy");
        assertThat(copy.status()).as(copy.text()).isEqualTo(200);
        assertThat(copy.text())
                .contains("申童一", "个案服务计划", "2027-12-15")
                .doesNotContain(SAID_BY_REPORTER, SAID_BY_CHILD, "舅妈", "韦静仪", "0772-0000111", "竹岭村", "调查评估");
        Someone desk = cast.atDesk("station");
        desk.open("/cases/" + file + "/requests/" + request + "/copy");
        assertThat(desk.text()).contains("申童一", "个案服务计划").doesNotContain("舅妈", SAID_BY_CHILD);
        assertThat(desk.page().locator(".sw-watermark").count()).isZero();
        desk.shotBoth("request-copy");
    }

    @Test
    void refusesOnlyWithAGroundAndASecondPerson() {
        String file = planned("申童二");
        String request = asks(file, "copy", "entrusted");
        assertThat(station.doesInVain("decide-copy", "申童二", Map.of("decision", "refuse", "answer", "不便提供。")))
                .contains("ground");
        station.does("decide-copy", "申童二", Map.of("decision", "refuse", "ground", "child", "answer", "现在提供可能影响孩子的安全。"));
        assertThat(state(file, request)).isEqualTo("open");
        assertThat(station.sees("confirm", "申童二")).isFalse();

        Someone head = cast.atDesk("county");
        head.take("确认答复", "申童二");
        assertThat(head.text()).contains("申请人甲", "会危害未成年人", "现在提供可能影响孩子的安全。", "本县默认");
        head.choose("agreed", "yes").send();

        assertThat(state(file, request)).isEqualTo("refused");
        assertThat(paper(file, request, "/copy").status()).isEqualTo(404);
        Someone desk = cast.atDesk("station");
        desk.open("/cases/" + file + "/requests/" + request + "/answer");
        assertThat(desk.text()).contains("不同意你的申请", "会危害未成年人", "现在提供可能影响孩子的安全。");
        assertThat(desk.page().locator(".sw-watermark").count()).isZero();
        desk.shotBoth("request-answer");
    }

    @Test
    void correctsInANewVersion() {
        String file = planned("申童三");
        String request = asks(file, "correct", "parent");
        assertThat(station.doesInVain(
                        "decide-correction",
                        "申童三",
                        Map.of("decision", "grant", "answer", "已更正。", "seenOn", "household-book")))
                .contains("newName");
        station.does(
                "decide-correction",
                "申童三",
                Map.of(
                        "decision", "grant",
                        "answer", "已按户口簿更正。",
                        "newName", "申童叁",
                        "seenOn", "household-book"));
        assertThat(state(file, request)).isEqualTo("granted");
        assertThat(everything.sql("""
                                select version.name || '/' || source from person_version version
                                join case_file on main_person = person_id where case_file.id = cast(? as uuid)
                                order by version""").param(file).query(String.class).list())
                .containsExactly("申童三/report", "申童叁/household-book");
    }

    @Test
    void deletesNothingWhileTheCaseIsOpen() {
        String file = planned("申童四");
        String request = asks(file, "delete", "self");
        assertThat(station.doesInVain("decide-deletion", "申童四", Map.of("decision", "grant", "answer", "同意删除。")))
                .contains("deletion-held");
        station.does(
                "decide-deletion", "申童四", Map.of("decision", "refuse", "ground", "running", "answer", "个案还在办理，依法要保存。"));
        county.does("confirm", "申童四", Map.of("agreed", "no", "reason", "再写清楚一些。"));
        station.does(
                "decide-deletion",
                "申童四",
                Map.of("decision", "refuse", "ground", "running", "answer", "个案还在办理。结案以后可以再申请。"));
        county.does("confirm", "申童四", Map.of("agreed", "yes"));
        assertThat(state(file, request)).isEqualTo("refused");
    }

    @Test
    void isTakenInByThoseWhoWorkThereAndReadByNobodyElse() {
        String file = planned("申童五");
        String request = asks(file, "copy", "parent");
        for (String who : List.of("director", "police", "school", "auditor", "admin")) {
            assertThat(Api.as(who)
                            .get("/api/v1/cases/" + file + "/requests/" + request)
                            .status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(Api.as("supervisor2")
                        .get("/api/v1/cases/" + file + "/requests/" + request)
                        .status())
                .isEqualTo(404);
        assertThat(Api.as("county")
                        .post("/api/v1/cases/" + file + "/requests", Map.of(), "Idempotency-Key", "a-" + request)
                        .status())
                .isEqualTo(403);
        Api.Answer empty = Api.as("station")
                .post("/api/v1/cases/" + file + "/requests", Map.of(), "Idempotency-Key", "b-" + request);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.json().path("errors").toString())
                .contains("kind", "person", "askedBy", "asker", "identityCheck", "wish");
    }
}
