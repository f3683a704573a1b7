package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A parent whose guardianship was revoked asks the court to restore it: the time and the bars are shown and kept, the
 * court decides, and what it restores is handed back.
 */
@ShouwangTest
class RestorationIT {

    private static final String PROCESS = "restoration";

    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague civil = new Colleague("civil");

    @Autowired
    TestClock clock;

    private String number;
    private CountyCase theCase;

    @BeforeEach
    void aCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        theCase = CountyCase.of("阿恢", "父亲长期不管。");
        number = theCase.number();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isGivenBackByTheCourtAndHandedOver() {
        assertThat(theCase.startable("caseworker").text()).doesNotContain(PROCESS);
        Api.Answer before = theCase.begun("caseworker", PROCESS);
        assertThat(before.status()).isEqualTo(409);
        assertThat(before.text()).contains("前提还没有登记");
        revoked();
        assertThat(theCase.startable("caseworker").text()).contains(PROCESS);
        for (String nobody : List.of("station", "supervisor", "court", "director")) {
            assertThat(theCase.begun(nobody, PROCESS).status()).as(nobody).isIn(403, 404);
        }

        clock.set(LocalDateTime.of(2026, 7, 1, 9, 0));
        theCase.begins("caseworker", PROCESS);
        assertThat(caseworker.doesInVain("apply", number, application("2026-03-01", "no")))
                .contains("不能早于撤销的裁判");
        caseworker.does("apply", number, application("2026-06-30", "no"));
        assertThat(caseworker.doesInVain("court-decides", number, decision("restored", "2026-06-29")))
                .contains("不能早于申请日期");
        caseworker.does("court-decides", number, decision("restored", "2026-07-01"));
        caseworker.does(
                "hand-back",
                number,
                Map.of(
                        "ground", "none",
                        "fromOrgan", "civil-affairs",
                        "toPlace", "home",
                        "handedAt", "2026-07-01T08:30:00+08:00",
                        "condition", "精神好。",
                        "rightsTold", "yes"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(theCase.part(PROCESS))
                .contains("恢复监护人资格", "父亲，2026-06-30 申请", "2026-07-01 裁判")
                .doesNotContain("没有到", "故意犯罪", "戒了酒");
        assertThat(caseworker.file(number).path("parts").toString()).contains("自己家");
        assertThat(theCase.startable("caseworker").text()).doesNotContain(PROCESS);
    }

    /** Too early, and after a crime against the child: said in words and kept, with a sentence of whoever records it. */
    @Test
    void isWarnedOfAndNeverDecidedHere() {
        revoked();
        clock.set(LocalDateTime.of(2026, 4, 2, 9, 0));
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/start"));
            worker.page().click("form:has([value=restoration]) button[type=submit]");
            worker.page().waitForURL("**/tasks/*");
            assertThat(worker.text()).contains("2026-06-02 至 2027-03-02", "条文待核对", "今天还没有到可以申请的时间");
            Browser.shotBoth(worker.page(), "restoration-application");
        }
        assertThat(caseworker.doesInVain("apply", number, application("2026-04-01", "yes")))
                .contains("crimeConfirm");
        Map<String, Object> sure = application("2026-04-01", "yes");
        sure.put("crimeConfirm", "看过判决书，法院已经收到申请，已告诉申请人。");
        caseworker.does("apply", number, sure);
        assertThat(theCase.part(PROCESS))
                .contains("等法院裁判", "没有到可以申请的时间", "依法不能恢复")
                .doesNotContain("判决书");
        new Colleague("court").does("court-decides", number, decision("refused", "2026-04-02"));
        assertThat(theCase.part(PROCESS)).contains("不恢复");
        assertThat(theCase.startable("caseworker").text()).contains(PROCESS);

        clock.set(LocalDateTime.of(2027, 3, 3, 9, 0));
        theCase.begins("caseworker", PROCESS);
        caseworker.does("apply", number, application("2027-03-03", "unsure"));
        assertThat(theCase.part(PROCESS)).contains("已经过了可以申请的时间", "还不清楚");
    }

    private void revoked() {
        theCase.begins("caseworker", "revocation");
        Map<String, Object> suit = new HashMap<>(Map.of("ground", "refusal", "applicant", "kin"));
        suit.putAll(Map.of("facts", "父亲两年没有回来。", "childView", "想跟姑姑住。", "appliedOn", "2026-03-01"));
        caseworker.does("apply", number, suit);
        caseworker.does("court-accepts", number, Map.of("acceptance", "accepted", "acceptedOn", "2026-03-01"));
        caseworker.does(
                "court-decides",
                number,
                Map.of("decision", "revoked", "decidedOn", "2026-03-02", "newGuardian", "kin", "guardianName", "示例姑姑"));
        Map<String, Object> settled = new HashMap<>(Map.of("handedOn", "2026-03-02", "toPlace", "relative"));
        settled.putAll(Map.of("hukou", "yes", "school", "yes", "property", "yes"));
        settled.putAll(Map.of("maintenance", "yes", "restoration", "yes"));
        civil.does("settle", number, settled);
    }

    private static Map<String, Object> application(String on, String crime) {
        return new HashMap<>(Map.of(
                "person", "father", "appliedOn", on, "crime", crime, "remorse", "戒了酒，每月来看孩子。", "childView", "愿意回去。"));
    }

    private static Map<String, Object> decision(String decision, String on) {
        return Map.of("decision", decision, "decidedOn", on, "documentNo", "示例3号");
    }
}
