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
import org.shouwang.testing.NewHands;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A hurt child is followed from the call for help through the hospital to rehabilitation: by the hospital's own login or
 * told by phone, each stage with its times or the reason why there was none; the ledger knows where the child is all along.
 */
@ShouwangTest
class MedicalRescueIT {

    private static final String PROCESS = "medical-rescue";
    private static final String DIAGNOSIS = "左前臂骨折";

    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague hospital = new Colleague("health");
    private final JdbcClient everything = TestParts.everything();

    @Autowired
    TestClock clock;

    private String number;
    private CountyCase theCase;

    @BeforeEach
    void aCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 18, 0));
        theCase = CountyCase.of("阿愈", "摔伤，说法不一。");
        number = theCase.number();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void isRecordedByTheHospitalAndForItFromTheCallToTheEnd() {
        String task = theCase.begins("caseworker", PROCESS);
        Map<String, Object> call = firstAid("own");
        assertThat(completes("caseworker", task, call).text()).contains("只有医院用自己的账号登记");
        call.put("way", "present");
        call.put("hospitalUnit", unit("school"));
        assertThat(completes("caseworker", task, call).text()).contains("不是医疗卫生机构");
        call.put("hospitalUnit", unit("hospital"));
        call.put("arrivedAt", "2026-03-02T08:00:00+08:00");
        assertThat(completes("caseworker", task, call).text()).contains("不能早于叫急救");
        call.put("arrivedAt", "2026-03-02T09:20:00+08:00");
        assertThat(completes("caseworker", task, call).status()).isEqualTo(200);
        assertThat(theCase.part("placement")).contains("医院", "现在");

        assertThat(hospital.doesInVain("admission", number, told(admitted(), "phone")))
                .contains("医院自己登记");
        Map<String, Object> admitted = admitted();
        admitted.put("way", "own");
        hospital.does("admission", number, admitted);

        Map<String, Object> out = told(new HashMap<>(Map.of("dischargedAt", "2026-03-02T09:00:00+08:00")), "phone");
        out.put("toPlace", "home");
        assertThat(caseworker.doesInVain("discharge", number, out)).contains("要晚于到医院的时间");
        out.put("dischargedAt", "2026-03-02T17:00:00+08:00");
        out.put("toPlace", "hospital");
        assertThat(caseworker.doesInVain("discharge", number, out)).contains("不能还是医院");
        out.put("toPlace", "relative");
        assertThat(caseworker.doesInVain("discharge", number, out)).contains("要先办护送交接");
        out.put("toPlace", "home");
        caseworker.does("discharge", number, out);
        assertThat(places())
                .containsExactly("hospital 2026-03-02 01:20 2026-03-02 09:00", "home 2026-03-02 09:00 null");

        assertThat(theCase.part(PROCESS)).contains("医院还没有确认");
        assertThat(hospital.doesInVain("confirm", number, Map.of("confirmed", "no")))
                .contains("correction");
        hospital.does("confirm", number, Map.of("confirmed", "yes"));
        assertThat(theCase.part(PROCESS)).contains("医院已确认").doesNotContain("医院还没有确认");

        Map<String, Object> plan = new HashMap<>(Map.of("rehab", "yes", "provider", "县医院康复科"));
        plan.putAll(Map.of("plan", "每周两次。", "startOn", "2026-03-03", "rehabReview", "2026-03-20", "way", "own"));
        hospital.does("rehabilitation", number, plan);
        assertThat(caseworker.sees("review", number)).isFalse();
        clock.set(LocalDateTime.of(2026, 3, 20, 8, 1));
        Map<String, Object> goesOn = told(new HashMap<>(Map.of("reviewedOn", "2026-03-20")), "letter");
        goesOn.putAll(Map.of("progress", "能抬起来了。", "rehabOutcome", "continue", "rehabReview", "2026-04-20"));
        caseworker.does("review", number, goesOn);
        clock.set(LocalDateTime.of(2026, 4, 20, 8, 1));
        Map<String, Object> over = new HashMap<>(Map.of("reviewedOn", "2026-04-20", "progress", "好了。"));
        over.putAll(Map.of("rehabOutcome", "end", "rehabResult", "recovered", "way", "own"));
        hospital.does("review", number, over);
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(theCase.part(PROCESS))
                .contains("急救", "住院", "出院", "康复", "陪护：亲属", "费用：医疗保险", "走绿色通道", "结果：已经恢复")
                .doesNotContain(DIAGNOSIS, "康复科");
        keepsWhatDoctorsSayToItself();
        assertThat(partsOfTheHospital()).isZero();
    }

    /** Sealed in the record, in no variable of the engine and in no entry of the journal. */
    private void keepsWhatDoctorsSayToItself() {
        UUID file = UUID.fromString(theCase.file());
        assertThat(everything
                        .sql("select string_agg(record::text, ' ') from form_record record where subject_id = ?")
                        .param(file)
                        .query(String.class)
                        .single())
                .contains("greenChannel")
                .doesNotContain(DIAGNOSIS, "骨科病房", "康复科");
        assertThat(everything
                        .sql("select string_agg(text_, ' ') from act_hi_varinst where proc_inst_id_ in"
                                + " (select instance from medical_rescue where case_id = ?)")
                        .param(file)
                        .query(String.class)
                        .single())
                .doesNotContain(DIAGNOSIS, "骨科", "县医院");
        assertThat(Api.as("director").get("/api/v1/cases/" + theCase.file()).status())
                .isEqualTo(403);
        assertThat(records("station")).contains("E02-admission");
        for (JsonNode row : caseworker.part(number, "records")) {
            if (row.path("form").asString().equals("E02-admission")) {
                String path = "/api/v1/cases/" + theCase.file() + "/records/"
                        + row.path("id").asString();
                assertThat(Api.as("caseworker").get(path).text()).contains(DIAGNOSIS);
                assertThat(Api.as("county").get(path).text()).doesNotContain(DIAGNOSIS);
            }
        }
    }

    private String records(String who) {
        return new Colleague(who).part(number, "records").toString();
    }

    private int partsOfTheHospital() {
        return everything
                .sql("select count(*) from participation where subject_id = cast(? as uuid) and part = 'treatment'"
                        + " and until is null")
                .param(theCase.file())
                .query(Integer.class)
                .single();
    }

    @Test
    void leavesOutWhatThereWasNotWithItsReason() {
        String task = theCase.begins("caseworker", PROCESS);
        Map<String, Object> none = new HashMap<>(Map.of("firstAid", "no", "firstAidSkip", "on-the-spot"));
        none.put("way", "present");
        assertThat(completes("caseworker", task, none).text()).contains("firstAidSkipWhy");
        none.put("firstAidSkipWhy", "村医包扎过了。");
        assertThat(completes("caseworker", task, none).status()).isEqualTo(200);
        // Nobody at a hospital has a login here: nothing is asked of one.
        assertThat(hospital.sees("admission", number)).isFalse();

        Map<String, Object> visit =
                told(new HashMap<>(Map.of("admitted", "no", "admissionSkip", "not-needed")), "phone");
        visit.put("admissionSkipWhy", "看过门诊。");
        visit.put("arrivedAt", "2026-03-02T10:00:00+08:00");
        assertThat(caseworker.doesInVain("admission", number, visit)).contains("写明什么时候离开");
        visit.put("leftAt", "2026-03-02T12:00:00+08:00");
        visit.put("toPlace", "other-guardian");
        caseworker.does("admission", number, visit);
        assertThat(places())
                .containsExactly("hospital 2026-03-02 02:00 2026-03-02 04:00", "other-guardian 2026-03-02 04:00 null");

        Map<String, Object> unneeded = new HashMap<>(Map.of("rehab", "no", "rehabSkip", "not-needed"));
        unneeded.putAll(Map.of("rehabSkipWhy", "没有后遗症。", "way", "present"));
        caseworker.does("rehabilitation", number, unneeded);
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false);
        assertThat(caseworker.runs(number, "hospital-confirm")).isEmpty();
        assertThat(theCase.part(PROCESS))
                .contains("急救：没有（现场已经处理）", "住院：没有（医生看过，不需要）", "康复：没有")
                .doesNotContain("村医");
    }

    /** To another place of care a child comes out of the hospital by a handover, with its ground. */
    @Test
    void goesElsewhereByAHandover() {
        String task = theCase.begins("caseworker", PROCESS);
        Map<String, Object> call = firstAid("present");
        call.put("arrivedAt", "2026-03-02T09:20:00+08:00");
        completes("caseworker", task, call);
        caseworker.does("admission", number, told(admitted(), "letter"));
        task = theCase.begins("caseworker", "handover");
        Map<String, Object> handed = new Answers(clock).handover("none", "health", "county-body");
        assertThat(completes("caseworker", task, handed).text()).contains("ground");
        Map<String, Object> grounded = new Answers(clock).handover("guardian-request", "health", "county-body");
        assertThat(completes("caseworker", task, grounded).status()).isEqualTo(200);
        Map<String, Object> out = told(new HashMap<>(Map.of("dischargedAt", "2026-03-02T17:00:00+08:00")), "phone");
        out.put("toPlace", "county-body");
        caseworker.does("discharge", number, out);
        assertThat(theCase.part("placement")).contains("县未成年人救助保护机构", "医院");
        assertThat(places().get(0)).endsWith("2026-03-02 09:00");
        assertThat(places().get(1)).startsWith("county-body 2026-03-02 09:00");
    }

    @Test
    void beginsWithAnEmergencyInWhichADoctorWasCalled() {
        for (String called : List.of("120", "110")) {
            String child = "阿急" + UUID.randomUUID().toString().substring(0, 4);
            Reported.danger(child);
            String about = caseworker.numberOf("emergency", child);
            Map<String, Object> emergency = new HashMap<>(new Answers(clock).emergency("no", "home"));
            emergency.put("calls", List.of(Map.of("whom", called)));
            caseworker.does("emergency", about, emergency);
            assertThat(caseworker.sees("first-aid", about)).as(called).isEqualTo(called.equals("120"));
        }
    }

    @Test
    void isRecordedByAHospitalsWorkerWhoHasNoRoleOfTheirOwn() {
        everything
                .sql(
                        "insert into agency (id, key, type, name, division) values (gen_random_uuid(), 'clinic-of-the-test',"
                                + " 'health', '示例卫生院', '450223102000') on conflict do nothing")
                .update();
        String officer = NewHands.officer("clinic-worker", "示例医生");
        NewHands.post(officer, "agency-worker", "clinic-of-the-test", "450223102000");
        NewHands.synced(officer);
        String secret = Api.as("admin")
                .post("/api/v1/officers/" + officer + "/secret", Map.of())
                .json()
                .get("secret")
                .asString();
        NewHands.firstLogin("clinic-worker", secret, Browser.DESK).context().close();

        String task = theCase.begins("caseworker", PROCESS);
        Map<String, Object> call = firstAid("present");
        call.put("hospitalUnit", unit("clinic-of-the-test"));
        assertThat(completes("caseworker", task, call).status()).isEqualTo(200);
        assertThat(hospital.sees("admission", number)).isFalse();
        Map<String, Object> admitted = admitted();
        admitted.put("way", "own");
        new Colleague("clinic-worker").does("admission", number, admitted);
        assertThat(caseworker.sees("discharge", number)).isTrue();
    }

    @Test
    void isBegunByTheCountyBodyOnly() {
        for (String nobody : List.of("director", "supervisor", "station", "supervisor2", "health", "civil", "police")) {
            assertThat(theCase.begun(nobody, PROCESS).status()).as(nobody).isIn(403, 404);
        }
    }

    @Test
    void isOneFormAPage() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/start"));
            worker.page().click("form:has([value=medical-rescue]) button[type=submit]");
            worker.page().waitForURL("**/tasks/*");
            assertThat(worker.text()).contains("叫了 120 或者送了医院吗");
            Browser.shotBoth(worker.page(), "medical-rescue");
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/process"));
            worker.page().click("details:has-text('救治') summary");
            Browser.shotBoth(worker.page(), "medical-rescue-process");
        }
    }

    private List<String> places() {
        return everything
                .sql("select place || ' ' || to_char(since at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' '"
                        + " || coalesce(to_char(until at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), 'null') from placement"
                        + " where case_id = cast(? as uuid) and until is distinct from since order by since")
                .param(theCase.file())
                .query(String.class)
                .list();
    }

    private String unit(String key) {
        return everything
                .sql("select id::text from agency where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static Api.Answer completes(String who, String task, Map<String, ?> answers) {
        return Api.as(who).post("/api/v1/tasks/" + task + "/complete", answers);
    }

    private static Map<String, Object> firstAid(String way) {
        Map<String, Object> answers = new HashMap<>(Map.of("firstAid", "yes", "caller", "worker", "way", way));
        answers.putAll(Map.of("calledAt", "2026-03-02T09:00:00+08:00", "hospital", "县人民医院", "condition", "胳膊肿了。"));
        return answers;
    }

    private static Map<String, Object> admitted() {
        Map<String, Object> answers = new HashMap<>(Map.of("admitted", "yes", "companion", "relative"));
        answers.putAll(Map.of("admittedAt", "2026-03-02T10:00:00+08:00", "payer", "insurance", "greenChannel", "yes"));
        answers.putAll(Map.of("ward", "骨科病房", "diagnosis", DIAGNOSIS));
        return answers;
    }

    private static Map<String, Object> told(Map<String, Object> answers, String way) {
        answers.putAll(Map.of("way", way, "officer", "示例医生", "toldAt", "2026-03-02T17:30:00+08:00", "words", "按电话说的。"));
        return answers;
    }
}
