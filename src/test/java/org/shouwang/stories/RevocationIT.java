package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A guardian who gravely harms a child: the county begins a suit to revoke guardianship beside the case's main course.
 * Nobody else applies in time, so civil affairs must; the court decides, and the new guardian takes the child over.
 */
@ShouwangTest
class RevocationIT {

    private static final String PROCESS = "revocation";

    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague civil = new Colleague("civil");

    @Autowired
    TestClock clock;

    private Answers answers;
    private String number;
    private CountyCase theCase;

    @BeforeEach
    void aCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        answers = new Answers(clock);
        theCase = CountyCase.of("阿梅", "监护人长期不管。");
        number = theCase.number();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isAppliedForByCivilAffairsWhenNobodyElseDoes() {
        theCase.begins("caseworker", PROCESS);
        caseworker.does("apply", number, application("kin"));
        caseworker.does("court-accepts", number, Map.of("acceptance", "none"));
        assertThat(keys()).contains("P-revocation-apply");
        assertThat(civil.doesInVain("apply-civil", number, application("civil-affairs")))
                .contains("\"applicant\"", "要先会商", "要先有监护评估");
        theCase.seeksRevocation(answers);
        civil.does("apply-civil", number, application("civil-affairs"));
        caseworker.does(
                "court-accepts",
                number,
                Map.of("acceptance", "accepted", "acceptedOn", "2026-03-01", "documentNo", "示例1号"));
        JsonNode court =
                caseworker.clocks(number).getOrDefault("C23", List.of()).get(0);
        assertThat(court.path("due").asString()).startsWith("2026-04-01T16:00");
        assertThat(court.path("external").asBoolean()).isTrue();

        assertThat(caseworker.doesInVain("court-decides", number, decision("revoked", "2026-02-20")))
                .contains("早于受理日期");
        caseworker.does("court-decides", number, decision("revoked", "2026-03-02"));
        assertThat(keys()).doesNotContain("C23").contains("P-new-guardian");
        civil.does("settle", number, settled());
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(theCase.part(PROCESS)).contains("撤销监护人资格", "申请人：民政部门", "新的监护人：亲属", "2026-03-02 交接");
        assertThat(caseworker.file(number).path("parts").toString()).contains("亲属家");
    }

    /** A child in care moves: begun on the case page, and the ledger follows the handover. */
    @Test
    void standsBesideAMoveOfTheChild() {
        theCase.begins("caseworker", "handover");
        // Out of the home only by the police, by a decision or because the guardian asked; another move needs no
        // ground.
        assertThat(caseworker.doesInVain("hand-over", number, handover("none", "county-body", "foster")))
                .contains("\"ground\"", "只能是公安机关带离");
        assertThat(caseworker.doesInVain("hand-over", number, handover("art-92", "", "foster")))
                .contains("groundPaper");
        assertThat(caseworker.doesInVain("hand-over", number, handover("police", "county-body", "foster")))
                .contains("只有公安机关能带离");
        caseworker.does("hand-over", number, handover("art-92", "county-body", "foster"));
        assertThat(caseworker.file(number).path("parts").toString()).contains("寄养家庭");
        theCase.begins("caseworker", "handover");
        caseworker.does("hand-over", number, handover("none", "county-body", "institution"));
        assertThat(caseworker.file(number).path("parts").toString()).contains("儿童福利机构");
    }

    private static Map<String, Object> handover(String ground, String from, String to) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "ground",
                ground,
                "toPlace",
                to,
                "handedAt",
                "2026-03-02T08:" + (to.equals("foster") ? "40" : "50") + ":00+08:00",
                "condition",
                "身上没有伤。",
                "rightsTold",
                "yes"));
        answers.put("fromOrgan", from.isEmpty() ? "county-body" : from);
        if (!from.isEmpty() && !ground.equals("none")) {
            answers.put("groundPaper", "示例决定 1 号");
        }
        return answers;
    }

    /** The guardian stays: civil affairs says who looks in and how often, whether a review waits to hear of it or not. */
    @Test
    void isFollowedByCloserSupervisionWhereTheCourtDoesNotRevoke() {
        theCase.begins("caseworker", PROCESS);
        caseworker.does("apply", number, application("village"));
        caseworker.does("court-accepts", number, Map.of("acceptance", "accepted", "acceptedOn", "2026-03-02"));
        caseworker.does("court-decides", number, Map.of("decision", "not-revoked", "decidedOn", "2026-03-02"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(true);
        assertThat(keys()).contains("P-revocation-next");
        assertThat(caseworker.sees("decide-next", number)).isFalse();
        assertThat(civil.doesInVain("decide-next", number, supervised("2026-03-01")))
                .contains("不能早于今天");
        civil.does("decide-next", number, supervised("2026-04-01"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(theCase.part(PROCESS))
                .contains("不撤销", "下一步：加强监督", "2026-04-01 看做到没有")
                .doesNotContain("新的监护人", "每周");

        theCase.seeksRevocation(answers);
        theCase.begins("caseworker", PROCESS);
        caseworker.does("apply", number, application("civil-affairs"));
        civil.does("apply-civil", number, application("civil-affairs"));
        caseworker.does("court-accepts", number, Map.of("acceptance", "refused"));
        civil.does("decide-next", number, supervised("2026-04-01"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false, false);
    }

    /** Who applied takes it back: civil affairs, who must where nobody does, decides whether it applies itself. */
    @Test
    void isPutToCivilAffairsWhereTheApplicationIsWithdrawn() {
        theCase.begins("caseworker", PROCESS);
        caseworker.does("apply", number, application("kin"));
        caseworker.does("court-accepts", number, Map.of("acceptance", "accepted", "acceptedOn", "2026-03-01"));
        caseworker.does("court-decides", number, Map.of("decision", "withdrawn", "decidedOn", "2026-03-01"));
        civil.does("decide-next", number, Map.of("nextStep", "reapply", "measures", "亲属撤回，情形没有变。"));
        assertThat(keys()).contains("P-revocation-apply").doesNotContain("P-revocation-next");
        theCase.seeksRevocation(answers);
        civil.does("apply-civil", number, application("civil-affairs"));
        assertThat(theCase.part(PROCESS)).contains("申请人：民政部门").doesNotContain("申请人撤回");
        caseworker.does("court-accepts", number, Map.of("acceptance", "accepted", "acceptedOn", "2026-03-02"));
        caseworker.does("court-decides", number, decision("revoked", "2026-03-02"));
        assertThat(theCase.part(PROCESS)).contains("撤销监护人资格", "新的监护人：亲属");
    }

    /** A suggestion in writing stands for the conference; the assessment is needed all the same, and asked for by itself. */
    @Test
    void isAppliedForOnAWrittenSuggestion() {
        theCase.begins("caseworker", PROCESS);
        assertThat(suggested("other").status()).isEqualTo(201);
        assertThat(caseworker.doesInVain("apply", number, application("civil-affairs")))
                .contains("要先会商", "要先有监护评估");
        assertThat(suggested("revocation").status()).isEqualTo(201);
        assertThat(caseworker.doesInVain("apply", number, application("civil-affairs")))
                .contains("要先有监护评估")
                .doesNotContain("要先会商");
        assertThat(theCase.begun("station", "guardianship-assessment").status()).isEqualTo(403);
        theCase.begins("caseworker", "guardianship-assessment");
        assertThat(caseworker.doesInVain("assess-guardianship", number, Map.of("basicFacts", "十二岁。")))
                .contains("childWish", "opinion");
        caseworker.does("assess-guardianship", number, Answers.guardianshipReport());
        assertThat(theCase.part("guardianship-report")).contains("监护评估报告").doesNotContain("姑姑");
        caseworker.does("apply", number, application("civil-affairs"));
        civil.does("apply-civil", number, application("civil-affairs"));
    }

    /** A conference that gives the child back to its guardian takes back that one should go to court. */
    @Test
    void isNoLongerForCivilAffairsOnceAConferenceGaveTheChildBack() {
        theCase.seeksRevocation(answers);
        civil.does("guardianship-decision", number, answers.guardianship("6", "institution"));
        caseworker.does("plan-county", number, answers.plan("county", "2026-06-01"));
        clock.set(LocalDateTime.of(2026, 4, 1, 9, 0));
        assertThat(caseworker.turns(number, "review", "父亲改了。")).isEqualTo(200);
        caseworker.does("review-county", number, Map.of("progress", "父亲戒了酒。", "outcome", "conference"));
        caseworker.does("conference", number, answers.conference("return", List.of()));
        theCase.begins("caseworker", PROCESS);
        assertThat(caseworker.doesInVain("apply", number, application("civil-affairs")))
                .contains("要先会商", "要先有监护评估");
        caseworker.does("apply", number, application("kin"));
    }

    private Api.Answer suggested(String about) {
        return Api.as("caseworker")
                .create(
                        "/api/v1/cases/" + theCase.file() + "/suggestions",
                        Map.of(
                                "kind", "procuratorial",
                                "organ", "procurator",
                                "documentNo", "示例检建 1 号",
                                "issue", "父亲两年没有回来。",
                                "about", about,
                                "way", "received",
                                "unit", "civil-affairs",
                                "receivedOn", "2026-03-01"));
    }

    @Test
    void isBegunOnceAndByThoseWhoMay() {
        for (String nobody : List.of("director", "supervisor2", "police", "civil")) {
            assertThat(theCase.begun(nobody, PROCESS).status()).as(nobody).isIn(403, 404);
            assertThat(theCase.startable(nobody).status()).as(nobody).isIn(403, 404);
        }
        for (String reader : List.of("supervisor", "station", "county")) {
            assertThat(theCase.begun(reader, PROCESS).status()).as(reader).isEqualTo(403);
        }
        assertThat(theCase.startable("caseworker").text()).contains(PROCESS, "撤销监护人资格");
        assertThat(theCase.begun("caseworker", "child-protection").status()).isEqualTo(404);
        String key = UUID.randomUUID().toString();
        Api.Answer first = theCase.begun("caseworker", PROCESS, key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(theCase.begun("caseworker", PROCESS, key).text()).isEqualTo(first.text());
        assertThat(theCase.begun("caseworker", PROCESS).status()).isEqualTo(409);
        assertThat(theCase.startable("caseworker").text()).doesNotContain(PROCESS);
        assertThat(caseworker.diary(number)).contains("另办了一件事");
    }

    @Test
    void isOneClickFromTheCase() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.page().navigate(Browser.at("/cases/" + theCase.file()));
            worker.page().click("a[href$='/start']");
            Browser.shotBoth(worker.page(), "start-process");
            worker.page().click("form:has([value=revocation]) button[type=submit]");
            worker.page().waitForURL("**/tasks/*");
            assertThat(worker.text()).contains("确定由谁申请", "由法院决定");
            Browser.shotBoth(worker.page(), "revocation-application");
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/process"));
            worker.page().click("details:has-text('撤销监护人资格') summary");
            assertThat(worker.text()).contains("登记法院裁判", "落实新的监护人");
            Browser.shotBoth(worker.page(), "revocation-process");
        }
    }

    private List<String> keys() {
        return List.copyOf(caseworker.clocks(number).keySet());
    }

    private static Map<String, Object> application(String applicant) {
        Map<String, Object> answers = new HashMap<>(Map.of("ground", "refusal", "applicant", applicant));
        answers.putAll(Map.of("facts", "父亲两年没有回来，也不寄钱。", "childView", "想跟姑姑住。", "appliedOn", "2026-03-01"));
        return answers;
    }

    private static Map<String, Object> decision(String decision, String on) {
        return Map.of(
                "decision",
                decision,
                "decidedOn",
                on,
                "newGuardian",
                "kin",
                "guardianName",
                "示例姑姑",
                "documentNo",
                "示例2号");
    }

    private static Map<String, Object> supervised(String checkOn) {
        return Map.of("nextStep", "supervise", "measures", "未保站每周上门一次，父亲不再喝酒。", "by", "station", "checkOn", checkOn);
    }

    private static Map<String, Object> settled() {
        Map<String, Object> answers =
                new HashMap<>(Map.of("handedOn", "2026-03-02", "toPlace", "relative", "hukou", "no", "note", "户口下周办。"));
        answers.putAll(Map.of("school", "yes", "property", "yes", "maintenance", "yes", "restoration", "yes"));
        return answers;
    }
}
