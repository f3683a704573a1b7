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
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;

/** Emergency aid: offered where there is any, decided by whom the sum says, paid with a receipt; never by who asked for it. */
@ShouwangTest
class EmergencyAidIT {

    private static final String PROCESS = "emergency-aid";

    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague station = new Colleague("station");
    private final Colleague supervisor = new Colleague("supervisor");
    private final Colleague civil = new Colleague("civil");

    @Autowired
    TestClock clock;

    private String number;
    private CountyCase theCase;

    @BeforeEach
    void aCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        theCase = CountyCase.of("阿济", "家里没有钱看病。");
        number = theCase.number();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isTheTownshipsWithinItsLimit() {
        String task = theCase.begins("caseworker", PROCESS);
        Map<String, Object> request = request(6000, "no");
        assertThat(completes("caseworker", task, request).text()).contains("一次最多 5,000 元");
        request.put("amount", 800);
        assertThat(completes("caseworker", task, request).status()).isEqualTo(200);
        assertThat(civil.sees("decide-county", number)).isFalse();
        assertThat(caseworker.clocks(number)).containsKey("P-aid-township");

        Map<String, Object> grant = grant(900);
        grant.put("simplified", "yes");
        assertThat(supervisor.doesInVain("decide-township", number, grant)).contains("最多批 800 元", "只有情况紧急的");
        supervisor.does("decide-township", number, grant(800));
        assertThat(caseworker.doesInVain("pay", number, payment(900, "2026-03-01")))
                .contains("批准了 800 元", "不能早于申请");
        caseworker.does("pay", number, payment(800, "2026-03-02"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(theCase.part(PROCESS))
                .contains("申请 800 元", "乡镇审批", "批准 800 元", "2026-03-02 发放 800 元（银行卡）")
                .doesNotContain("退烧药");
    }

    @Test
    void isTheCountysAboveItAndPaidFirstWhereItIsUrgent() {
        String task = theCase.begins("station", PROCESS);
        assertThat(completes("station", task, request(3000, "yes")).status()).isEqualTo(200);
        assertThat(supervisor.sees("decide-township", number)).isFalse();
        assertThat(caseworker
                        .clocks(number)
                        .getOrDefault("P-aid-county", List.of())
                        .get(0)
                        .path("due")
                        .asString())
                .startsWith("2026-03-03");
        String decide = civil.take("decide-county", number);
        assertThat(Api.as("civil").get("/api/v1/tasks/" + decide).text()).doesNotContain("退烧药");
        try (Someone officer = Someone.atDesk("civil")) {
            officer.page().navigate(Browser.at("/tasks/" + decide));
            assertThat(officer.text()).contains("一次最多 5,000 元", "社会救助暂行办法 第四十八条", "本县默认");
            Browser.shotBoth(officer.page(), "emergency-aid");
        }
        Map<String, Object> grant = grant(2500);
        grant.put("simplified", "yes");
        assertThat(completes("civil", decide, grant).status()).isEqualTo(200);
        civil.does("pay", number, payment(2500, "2026-03-02"));
        assertThat(theCase.part(PROCESS)).contains("手续还要补");
        station.does("papers", number, Map.of("completedOn", "2026-03-02", "papers", "申请表、调查表补齐。"));
        assertThat(theCase.part(PROCESS)).contains("县民政局审批", "2026-03-02 手续补齐");
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
    }

    @Test
    void isRefusedWithItsReasonInWriting() {
        completes("caseworker", theCase.begins("caseworker", PROCESS), request(500, "no"));
        Map<String, Object> refusal = new HashMap<>(Map.of("granted", "no", "officer", "示例审批人"));
        assertThat(supervisor.doesInVain("decide-township", number, refusal)).contains("refusedWhy", "refusalPaper");
        refusal.putAll(Map.of("refusedWhy", "已经有医疗救助。", "refusalPaper", "示例告知 1 号"));
        supervisor.does("decide-township", number, refusal);
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(theCase.part(PROCESS)).contains("没有同意，理由已经书面告知").doesNotContain("医疗救助");
    }

    /** Whatever else they may do: who asked does not decide. */
    @Test
    void isNeverDecidedByWhoAskedForIt() {
        completes("caseworker", theCase.begins("caseworker", PROCESS), request(500, "no"));
        String task = TestParts.everything()
                .sql("select id from inbox_task where subject_id = cast(? as uuid) and task_key = 'decide-township'")
                .param(theCase.file())
                .query(String.class)
                .single();
        TestParts.everything().sql("""
                        insert into inbox_candidate (task_id, role, division, subject_id, restricted, sort_at, taken)
                        select id, 'case-worker', '450223000000', subject_id, false, sort_at, false from inbox_task
                        where id = ?""").param(task).update();
        Api.Answer claimed = Api.as("caseworker").post("/api/v1/tasks/" + task + "/claim", "");
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(403);
        assertThat(claimed.text()).contains("four-eyes");
    }

    @Test
    void isOfferedWhereAndWhenThereIsAny() {
        assertThat(theCase.startable("caseworker").text()).contains(PROCESS);
        for (String nobody : List.of("director", "supervisor", "civil", "police", "station2")) {
            assertThat(theCase.begun(nobody, PROCESS).status()).as(nobody).isIn(403, 404);
        }
        clock.set(LocalDateTime.of(2026, 1, 15, 9, 0));
        assertThat(theCase.startable("caseworker").text())
                .contains("medical-rescue")
                .doesNotContain(PROCESS);
        assertThat(theCase.begun("caseworker", PROCESS).status()).isEqualTo(409);
        caseworker.does("assess-county", number, assessment());
        assertThat(caseworker.doesInVain("plan-county", number, plan())).contains("没有设紧急救助金");
    }

    @Test
    void isSetGoingByAPlanThatNamesIt() {
        caseworker.does("assess-county", number, assessment());
        caseworker.does("plan-county", number, plan());
        caseworker.does("request", number, request(500, "no"));
        assertThat(supervisor.sees("decide-township", number)).isTrue();
    }

    private Map<String, Object> assessment() {
        return new Answers(clock).assessment("raise", "3", "no");
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = new HashMap<>(new Answers(clock).plan("station", "2026-06-01"));
        plan.put("needs", List.of(Map.of("need", "cash-aid", "goal", "先把药费付了", "by", "civil-affairs")));
        return plan;
    }

    private static Api.Answer completes(String who, String task, Map<String, ?> answers) {
        return Api.as(who).post("/api/v1/tasks/" + task + "/complete", answers);
    }

    private static Map<String, Object> request(int amount, String urgent) {
        Map<String, Object> answers = new HashMap<>(Map.of("aidGround", "medical", "need", "买退烧药，付检查费。"));
        answers.putAll(Map.of("amount", amount, "applicant", "worker", "urgent", urgent));
        if (urgent.equals("yes")) {
            answers.put("urgentWhy", "今天就要付。");
        }
        return answers;
    }

    private static Map<String, Object> grant(int amount) {
        return new HashMap<>(Map.of("granted", "yes", "grantedAmount", amount, "simplified", "no", "officer", "示例审批人"));
    }

    private static Map<String, Object> payment(int amount, String on) {
        return Map.of("paidOn", on, "paidAmount", amount, "paidBy", "bank", "receiptNo", "示例" + UUID.randomUUID());
    }
}
