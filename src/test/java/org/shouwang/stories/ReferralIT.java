package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Referral and transfer (转介、移交): what was ticked goes along and nothing else; the other side answers, itself or as it was
 * heard by phone; and whoever sent it may take it back.
 */
@ShouwangTest
class ReferralIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NEED = "请安排班主任每周联系一次。";
    private static final String SCHOOL = "四年级，十月以来缺课二十天。";
    private static final String COURSE = "邻居说夜里常有哭声。";

    private final JdbcClient everything = TestParts.everything();
    private final Cast cast = new Cast();
    private final Colleague station = new Colleague("station");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague school = new Colleague("school");
    private final Colleague health = new Colleague("health");

    @Autowired
    TestClock clock;

    @BeforeEach
    void aMondayInFebruary() {
        clock.set(LocalDateTime.of(2026, 2, 2, 9, 0));
    }

    @AfterEach
    void goHome() {
        clock.reset();
        cast.close();
    }

    /** A case of 中渡镇. */
    private String township(String child) {
        new Colleague("director").reports(Map.of("worries", List.of("23"), "childName", child));
        supervisor.does(
                "triage", child, Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。"));
        return ClosedCase.idOf(child);
    }

    private static Api.Answer begins(String who, String file) {
        return Api.as(who)
                .post(
                        "/api/v1/cases/" + file + "/processes",
                        Map.of("process", "referral"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private static void begun(String who, String file) {
        Api.Answer answer = begins(who, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private UUID agency(String key) {
        return everything
                .sql("select id from agency where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    private UUID newAgency(String key, String type) {
        UUID id = UUID.randomUUID();
        everything
                .sql("insert into agency (id, key, type, name, division) values (?, ?, ?, ?, '450223000000')")
                .params(id, key + id, type, "示例单位（虚构）")
                .update();
        return id;
    }

    private static Map<String, Object> to(UUID agency) {
        return new HashMap<>(Map.of(
                "referralKind",
                "agency",
                "toAgency",
                agency.toString(),
                "purpose",
                "schooling",
                "ground",
                "duty",
                "without",
                "duty",
                "need",
                NEED,
                "fields",
                List.of("identity", "school"),
                "schoolWords",
                SCHOOL));
    }

    private static Map<String, Object> toCounty(String kind, String county) {
        Map<String, Object> said = to(UUID.randomUUID());
        said.remove("toAgency");
        said.putAll(Map.of(
                "referralKind", kind,
                "toCounty", county,
                "tie", "school",
                "toUnit", "示例县未保中心",
                "liaison", "示例联系人 0772-0000999",
                "way", "letter"));
        return said;
    }

    private static Map<String, Object> own(String answer) {
        return new HashMap<>(Map.of("referralAnswer", answer, "heard", "own"));
    }

    private static Map<String, Object> heard(Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        all.putAll(Map.of("heard", "phone", "spokeWith", "示例副主任", "spokeAt", "2026-02-02T08:30:00+08:00"));
        return all;
    }

    private JsonNode last(String file) {
        return Api.as("station")
                .get("/api/v1/cases/" + file + "/referrals")
                .json()
                .path("items")
                .get(0);
    }

    private static Api.Answer recall(String who, String file, String referral) {
        return Api.as(who).post("/api/v1/cases/" + file + "/referrals/" + referral + "/recall", "");
    }

    private JsonNode clockOf(String file, String key) {
        for (JsonNode each :
                Api.as("county").get("/api/v1/cases/" + file + "/clocks").json().path("items")) {
            if (each.path("key").asString().equals(key)) {
                return each;
            }
        }
        throw new AssertionError("no clock " + key);
    }

    private String task(String file, String key) {
        return everything
                .sql("select id from inbox_task where subject_id = cast(? as uuid) and task_key = ? and state = 'open'")
                .params(file, key)
                .query(String.class)
                .single();
    }

    private List<String> acts(String file) {
        return everything
                .sql("select act from journal_entry where subject_id = cast(? as uuid) and act like 'referral.%'"
                        + " and act <> 'referral.read' order by id")
                .param(file)
                .query(String.class)
                .list();
    }

    private int told(String username, String code, String file) {
        return everything
                .sql("""
                        select count(*) from notice join officer on officer.id = notice.officer_id
                        where username = ? and code = ? and subject_id = cast(? as uuid)""")
                .params(username, code, file)
                .query(Integer.class)
                .single();
    }

    @Test
    void showsTheOtherSideWhatWasTickedAndNothingElse() {
        String file = township("转介童一");
        begun("station", file);
        assertThat(station.doesInVain("write", "转介童一", Map.of("referralKind", "agency")))
                .contains("toAgency", "purpose", "ground", "need", "fields");
        Map<String, Object> said = to(agency("school"));
        said.put("courseWords", COURSE);
        said.put("answerBy", "2026-01-30");
        said.put("fields", List.of("school", "number"));
        assertThat(station.doesInVain("write", "转介童一", said))
                .contains("referral-identity", "referral-not-known", "referral-day-past");
        said.put("fields", List.of("identity", "school"));
        said.remove("answerBy");
        station.does("write", "转介童一", said);

        assertThat(told("school", "referral-sent", file)).isOne();
        String id = last(file).path("id").asString();
        String page =
                Visitor.of("school").get("/tasks/" + task(file, "receive")).text();
        assertThat(page).contains("转介童一", NEED, SCHOOL).doesNotContain(COURSE, "先了解", "0772-0000111");
        JsonNode sight = Api.as("school").get("/api/v1/referrals/" + id).json();
        assertThat(sight.path("said").size()).isEqualTo(3);
        assertThat(sight.path("said").toString()).contains("转介童一", NEED, SCHOOL);
        assertThat(Visitor.of("school").get("/referrals").text()).contains("就学帮助", "中渡镇未成年人保护工作站");
        for (String door : List.of("", "/records", "/journal", "/referrals", "/privacy")) {
            assertThat(Api.as("school").get("/api/v1/cases/" + file + door).status())
                    .as(door)
                    .isIn(403, 404);
        }
        // Whoever sent it follows how far it is, and does not read it there.
        assertThat(Api.as("station").get("/api/v1/referrals/" + id).json().path("said"))
                .isEmpty();

        Map<String, Object> question = own("ask");
        assertThat(school.doesInVain("receive", "转介童一", question)).contains("words");
        question.put("words", "孩子平时谁接送？");
        school.does("receive", "转介童一", question);
        assertThat(told("station", "referral-answered", file)).isOne();
        assertThat(Visitor.of("station").get("/tasks/" + task(file, "supply")).text())
                .contains("孩子平时谁接送？");
        station.does("supply", "转介童一", Map.of("referralSupply", "answer", "words", "外婆接送。"));
        assertThat(Visitor.of("school").get("/tasks/" + task(file, "receive")).text())
                .contains("外婆接送。", NEED);

        school.does("receive", "转介童一", own("accept"));
        Map<String, Object> result =
                new HashMap<>(Map.of("referralResult", "partial", "words", "已经家访一次。", "heard", "own"));
        school.does("report", "转介童一", result);
        assertThat(last(file).path("state").asString()).isEqualTo("accepted");
        result.putAll(Map.of("referralResult", "final", "words", "孩子回校了。"));
        school.does("report", "转介童一", result);
        assertThat(last(file).path("state").asString()).isEqualTo("done");
        assertThat(last(file).path("results").asInt()).isEqualTo(2);
        assertThat(recall("station", file, id).status()).isEqualTo(409);
        assertThat(acts(file))
                .containsExactly(
                        "referral.sent",
                        "referral.answered",
                        "referral.supplied",
                        "referral.answered",
                        "referral.result",
                        "referral.result");
        assertThat(Visitor.of("station").get("/cases/" + file + "/services").text())
                .contains("转介：鹿寨县青禾小学（虚构）", "已办完");
        String register =
                Api.as("station").get("/api/v1/cases/" + file + "/privacy").text();
        assertThat(register).contains(agency("school").toString(), "schooling", "duty");
        // To answer is no part in the case.
        assertThat(everything
                        .sql("select count(*) from participation join officer on officer.id = officer_id"
                                + " where subject_id = cast(? as uuid) and username = 'school'")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goesElsewhereWhenItIsRefusedOrNowhere() {
        String file = township("转介童二");
        begun("station", file);
        station.does("write", "转介童二", to(agency("hospital")));
        assertThat(health.doesInVain("receive", "转介童二", own("refuse"))).contains("refusal", "words");
        Map<String, Object> no = own("refuse");
        no.putAll(Map.of("refusal", "not-ours", "words", "请转学校。"));
        health.does("receive", "转介童二", no);
        String refused = last(file).path("id").asString();
        assertThat(Api.as("health").get("/api/v1/referrals/" + refused).text())
                .contains("refused")
                .doesNotContain(NEED);
        assertThat(Visitor.of("station").get("/tasks/" + task(file, "decide")).text())
                .contains("请转学校。", "不归本单位管");
        station.does("decide", "转介童二", Map.of("referralNext", "elsewhere"));
        station.does("write", "转介童二", to(agency("school")));
        school.does("receive", "转介童二", no);
        station.does("decide", "转介童二", Map.of("referralNext", "stop", "reason", "由村里照看。"));
        assertThat(station.runs(station.numberOf("assess-township", "转介童二"), "referral"))
                .containsExactly(false);
        assertThat(acts(file)).hasSize(6).endsWith("referral.ended");

        begun("station", file);
        station.does("write", "转介童二", to(agency("school")));
        Map<String, Object> question = own("ask");
        question.put("words", "孩子在哪个班？");
        school.does("receive", "转介童二", question);
        station.does("supply", "转介童二", Map.of("referralSupply", "withdraw"));
        assertThat(last(file).path("state").asString()).isEqualTo("recalled");
    }

    @Test
    void isTakenBackWithWhatWentAlong() {
        String file = township("转介童三");
        begun("station", file);
        station.does("write", "转介童三", to(agency("shelter")));
        begun("station", file);
        station.does("write", "转介童三", to(agency("justice")));
        JsonNode both = Api.as("station")
                .get("/api/v1/cases/" + file + "/referrals")
                .json()
                .path("items");
        assertThat(both).hasSize(2);
        String id = both.get(1).path("id").asString();
        assertThat(Api.as("shelter").get("/api/v1/referrals/" + id).text()).contains(SCHOOL);
        for (String who : List.of("shelter", "supervisor", "county", "director", "station2", "justice")) {
            assertThat(recall(who, file, id).status()).as(who).isIn(403, 404);
        }
        assertThat(recall("station", file, id).status()).isEqualTo(204);
        assertThat(recall("station", file, id).status()).isEqualTo(409);
        assertThat(Visitor.of("shelter").get("/referrals/" + id).text())
                .contains("已撤回")
                .doesNotContain(SCHOOL, NEED);
        assertThat(told("shelter", "referral-recalled", file)).isOne();
        assertThat(new Colleague("shelter").sees("receive", "转介童三")).isFalse();
        assertThat(everything
                        .sql("select sent is null from referral where id = cast(? as uuid)")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(everything
                        .sql("select count(*) from consent where case_id = cast(? as uuid) and valid_until is not null")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isOne();
        // The other one goes on.
        assertThat(new Colleague("justice").sees("receive", "转介童三")).isTrue();
    }

    @Test
    void restsOnAConsentThatCoversItOrOnADuty() {
        String file = township("转介童四");
        begun("station", file);
        Map<String, Object> said = to(agency("school"));
        said.put("ground", "consent");
        said.remove("without");
        assertThat(station.doesInVain("write", "转介童四", said)).contains("ground", "referral-no-consent");
        Map<String, Object> consent = new HashMap<>(Map.of(
                "person",
                everything
                        .sql("select main_person from case_file where id = cast(? as uuid)")
                        .param(file)
                        .query(UUID.class)
                        .single(),
                "purpose",
                "schooling",
                "ground",
                "consent",
                "giver",
                "parent",
                "recipients",
                List.of(agency("school")),
                "fields",
                List.of("identity"),
                "from",
                LocalDate.of(2026, 2, 1).toString()));
        assertThat(consented(file, consent).status()).isEqualTo(201);
        assertThat(station.doesInVain("write", "转介童四", said)).contains("referral-no-consent");
        consent.put("fields", List.of("identity", "school"));
        assertThat(consented(file, consent).status()).isEqualTo(201);
        station.does("write", "转介童四", said);
        String id = last(file).path("id").asString();
        assertThat(Api.as("school").get("/api/v1/referrals/" + id).text()).contains(SCHOOL);
        String given = last(file).path("consent").asString();
        assertThat(Api.as("station")
                        .post("/api/v1/cases/" + file + "/consents/" + given + "/withdraw", Map.of("by", "parent"))
                        .status())
                .isEqualTo(200);
        assertThat(Api.as("school").get("/api/v1/referrals/" + id).text()).doesNotContain(SCHOOL);
    }

    private static Api.Answer consented(String file, Map<String, Object> consent) {
        return Api.as("station")
                .post(
                        "/api/v1/cases/" + file + "/consents",
                        consent,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    @Test
    void isAnsweredWithinWhatTheTwoUnitsHave() {
        String file = township("转介童五");
        begun("station", file);
        station.does("write", "转介童五", to(agency("school")));
        JsonNode three = clockOf(file, "P-referral-answer");
        assertThat(three.path("due").asString()).isEqualTo("2026-02-05T16:00:00Z");
        assertThat(three.path("kind").asString()).isEqualToIgnoringCase("default");
        String other = township("转介童六");
        begun("station", other);
        station.does("write", "转介童六", to(agency("hospital")));
        assertThat(clockOf(other, "P-referral-answer").path("due").asString()).isEqualTo("2026-02-04T16:00:00Z");
        assertThat(Visitor.of("health").get("/tasks/" + task(other, "receive")).text())
                .contains("2 个工作日", "本县默认");

        clock.advance(Duration.ofDays(4));
        await().atMost(PATIENCE).until(() -> told("county", "clock-escalated", file) > 0);
        assertThat(told("school", "clock-late", file)).isPositive();
    }

    @Test
    void isRecordedForWhoeverDoesNotLogInAndGoesUpFromAVacantPost() {
        String file = township("转介童七");
        begun("station", file);
        station.does("write", "转介童七", to(newAgency("social", "other")));
        assertThat(station.doesInVain("receive-outside", "转介童七", own("accept"))).contains("referral-not-own");
        station.does("receive-outside", "转介童七", heard(Map.of("referralAnswer", "accept")));
        station.does("report-outside", "转介童七", heard(Map.of("referralResult", "final", "words", "安排了志愿者。")));
        assertThat(last(file).path("heard").asString()).isEqualTo("phone");

        UUID vacant = newAgency("school", "school");
        everything.sql("""
                        insert into post (id, officer_id, role, agency_id, division, place, valid_from, valid_until)
                        select gen_random_uuid(), id, 'school', ?, '450223000000', '450223000000', '2020-01-01', '2021-01-01'
                        from officer where username = 'grid'""").param(vacant).update();
        begun("station", file);
        station.does("write", "转介童七", to(vacant));
        assertThat(Visitor.of("education")
                        .get("/tasks/" + task(file, "receive"))
                        .text())
                .contains("岗位空缺", NEED);
        new Colleague("education").does("receive", "转介童七", own("accept"));
    }

    @Test
    void closesAsMovedOnlyOnceTheOtherCountyHasAccepted() {
        String child = "转介童八";
        String file = township(child);
        ClosedCase.assess(station, child, "想和妈妈在一起。");
        station.does(
                "plan-township",
                child,
                Map.of(
                        "needs",
                        List.of(Map.of("need", "school", "goal", "每天到校", "by", "school")),
                        "visitor",
                        "director",
                        "reviewDate",
                        "2026-12-15"));
        String number = everything
                .sql("select number from case_file where id = cast(? as uuid)")
                .param(file)
                .query(String.class)
                .single();
        supervisor.turns(number, "review", "孩子要转走。");
        station.does("review-township", child, Map.of("outcome", "close", "progress", "孩子跟妈妈去外县。"));
        Map<String, Object> closing = Map.of(
                "testDanger", "yes",
                "testPlan", "no",
                "testVisits", "no",
                "testPolice", "yes",
                "testChild", "yes",
                "exception", "由外县接着办。",
                "reason", "moved",
                "results", "移交外县。");
        assertThat(station.doesInVain("closing-township", child, closing)).contains("closing-not-accepted");

        begun("station", file);
        assertThat(station.doesInVain("write", child, toCounty("transfer", "鹿寨县")))
                .contains("referral-own-county");
        assertThat(station.doesInVain("write", child, toCounty("transfer", "没有这个县")))
                .contains("referral-no-county");
        assertThat(station.doesInVain("write", child, toCounty("transfer", "鼓楼区")))
                .contains("referral-which-county");
        Map<String, Object> agreed = toCounty("transfer", "柳城县");
        agreed.put("ground", "consent");
        agreed.remove("without");
        assertThat(station.doesInVain("write", child, agreed)).contains("consent-outside-duty");
        station.does("write", child, toCounty("transfer", "柳城县"));
        begun("station", file);
        station.does("write", child, toCounty("outside", "450222"));
        assertThat(station.doesInVain("closing-township", child, closing)).contains("closing-not-accepted");
        assertThat(clockOf(file, "P-referral-ask").path("external").asBoolean()).isTrue();

        String transfer = everything
                .sql("select task.id from inbox_task task join referral on referral.instance = task.instance_id"
                        + " where referral.kind = 'transfer' and task.subject_id = cast(? as uuid)"
                        + " and task.state = 'open'")
                .param(file)
                .query(String.class)
                .single();
        Api.Answer accepted = Api.as("station")
                .post("/api/v1/tasks/" + transfer + "/complete", heard(Map.of("referralAnswer", "accept")));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(Api.as("station").get("/api/v1/cases/" + file + "/privacy").text())
                .contains("柳城县示例县未保中心");
        assertThat(everything
                        .sql("select state || ' ' || (ended_at is not null) from referral"
                                + " where case_id = cast(? as uuid) and kind = 'transfer'")
                        .param(file)
                        .query(String.class)
                        .single())
                .isEqualTo("accepted true");
        station.does("closing-township", child, closing);
    }

    @Test
    void comesInFromAnotherCountyWithItsNumber() {
        String file = township("移交童一");
        Api.Answer begun = Api.as("station")
                .post(
                        "/api/v1/cases/" + file + "/processes",
                        Map.of("process", "incoming-transfer"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Map<String, Object> said = new HashMap<>(Map.of(
                "fromCounty", "柳城县",
                "fromUnit", "示例县未保中心",
                "referenceNo", "示例移〔2026〕1 号",
                "receivedOn", "2026-02-01",
                "acceptedOn", "2026-01-31",
                "toldWay", "phone",
                "toldWhom", "示例联系人"));
        assertThat(station.doesInVain("record-incoming", "移交童一", said)).contains("referral-accepted-early");
        said.put("acceptedOn", "2026-02-02");
        station.does("record-incoming", "移交童一", said);
        assertThat(Visitor.of("station").get("/cases/" + file + "/services").text())
                .contains("外县移交来：柳州市柳城县", "示例移〔2026〕1 号", "2026-02-02 告诉对方已接收");
    }

    @Test
    void isForThoseWhoWorkOnTheCase() {
        String file = township("转介童九");
        for (String who : List.of("director", "station2", "school", "police", "auditor", "admin")) {
            assertThat(begins(who, file).status()).as(who).isIn(403, 404);
            assertThat(Api.as(who).get("/api/v1/cases/" + file + "/referrals").status())
                    .as(who)
                    .isIn(403, 404);
            assertThat(Visitor.of(who).get("/cases/" + file + "/referrals").status())
                    .as(who)
                    .isIn(403, 404);
        }
        for (String who : List.of("supervisor", "county", "caseworker")) {
            assertThat(Visitor.of(who).get("/cases/" + file + "/referrals").status())
                    .as(who)
                    .isEqualTo(200);
        }
        assertThat(begins("supervisor", file).status()).isEqualTo(403);
        String restricted = Reported.caseOf(Reported.restricted("转介童十")).toString();
        assertThat(begins("station", restricted).status()).isEqualTo(404);
        begun("caseworker", restricted);
        caseworker.does("write", "转介童十", to(agency("hospital")));
        String id = Api.as("caseworker")
                .get("/api/v1/cases/" + restricted + "/referrals")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(Api.as("health").get("/api/v1/referrals/" + id).text()).contains(SCHOOL);
        for (String who : List.of("school", "station", "supervisor", "police")) {
            assertThat(Api.as(who).get("/api/v1/referrals/" + id).status())
                    .as(who)
                    .isEqualTo(404);
        }
        health.does("receive", "转介童十", own("accept"));
        assertThat(Api.as("health").get("/api/v1/cases/" + restricted).status()).isIn(403, 404);
    }

    @Test
    void isWrittenAtTheDeskAndAnsweredOnAPhone() {
        String file = township("转介童甲");
        Someone worker = cast.atDesk("station");
        worker.open("/cases/" + file + "/start");
        worker.page().click("form:has([value=referral]) button[type=submit]");
        worker.page().waitForURL("**/tasks/*");
        worker.page().click("[data-submit]");
        Browser.shotBoth(worker.page(), "referral-errors");
        assertThat(worker.text()).contains("转给谁");
        worker.choose("referralKind", "agency");
        worker.page()
                .selectOption("[data-form] [name=toAgency]", agency("school").toString());
        worker.page().selectOption("[data-form] [name=purpose]", "schooling");
        worker.choose("ground", "duty").choose("without", "duty").write("need", NEED);
        worker.page().check("[name=fields][value=identity]");
        worker.page().check("[name=fields][value=school]");
        worker.write("schoolWords", SCHOOL);
        worker.page().click("[data-submit]");
        worker.page().waitForURL("**/inbox");
        worker.open("/cases/" + file);
        worker.press("转介").page().waitForURL("**/referrals");
        assertThat(worker.text()).contains("鹿寨县青禾小学", "等答复", "带去：");
        Browser.shotBoth(worker.page(), "referral-case");
        worker.open("/cases/" + file + "/process");

        Someone teacher = cast.onPhone("school");
        teacher.open("/tasks/" + task(file, "receive"));
        assertThat(teacher.text()).contains(NEED, SCHOOL);
        Browser.shotBoth(teacher.page(), "referral-receive");
        String id = last(file).path("id").asString();
        teacher.open("/referrals/" + id);
        assertThat(teacher.text()).contains(SCHOOL, "个案现在的环节");
        Browser.shotBoth(teacher.page(), "referral-one");
        worker.open("/cases/" + file + "/referrals");
        worker.page().click("form[action$='/recall'] button");
        assertThat(worker.text()).contains("已撤回");
        teacher.open("/referrals/" + id);
        assertThat(teacher.text()).contains("已撤回").doesNotContain(SCHOOL);
    }
}
