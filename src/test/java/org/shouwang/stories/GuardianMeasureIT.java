package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Browser;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What is ordered of guardians: only those issue it who may, with a login of their own or told by phone; the sessions it
 * orders are kept one by one until they are done, and the case says what came of it.
 */
@ShouwangTest
class GuardianMeasureIT {

    private static final String PROCESS = "guardian-measure";
    private static final Set<String> POLICE_PROCURATOR_COURT = Set.of("police", "procurator", "court");

    /** By hand from 家庭教育促进法 第四十八条、第四十九条, 未成年人保护法 第一百一十八条; the last has no article of its own. */
    private static final Map<String, Set<String>> ISSUED_BY = Map.of(
            "advice", Set.of("village", "womens-federation", "school", "other"),
            "reprimand", POLICE_PROCURATOR_COURT,
            "guidance", POLICE_PROCURATOR_COURT,
            "guidance-order", POLICE_PROCURATOR_COURT,
            "supervision-order", Set.of("procurator"));

    private final Colleague caseworker = new Colleague("caseworker");

    @Autowired
    TestClock clock;

    @Autowired
    Catalogues catalogues;

    private String number;
    private CountyCase theCase;

    @BeforeEach
    void aCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        theCase = CountyCase.of("阿措", "父母长期不管。");
        number = theCase.number();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    /** Every measure with every organ of the list. Nothing is stored: the way of recording is wrong in all of them. */
    @Test
    void isRefusedAtTheFieldForEveryOrganThatMayNotIssueIt() {
        String task = theCase.begins("caseworker", PROCESS);
        for (String measure :
                catalogues.current().codes().get("GUARDIAN_MEASURE").keys()) {
            for (String organ : catalogues.current().codes().get("ORGAN").keys()) {
                Api.Answer answer = completes("caseworker", task, measure(measure, organ, "own"));
                assertThat(answer.status()).isEqualTo(422);
                List<String> wrong = answer.json().path("errors").findValuesAsString("path");
                if (Objects.requireNonNull(ISSUED_BY.get(measure)).contains(organ)) {
                    assertThat(wrong).as(measure + " by " + organ).containsExactly("way");
                } else {
                    assertThat(wrong).as(measure + " by " + organ).containsExactly("organ", "way");
                }
            }
        }
        assertThat(completes("caseworker", task, measure("supervision-order", "court", "phone"))
                        .text())
                .contains("督促监护令只能由这些单位作出：检察机关。", "别的单位可以建议");
        assertThat(measures("caseworker")).isEmpty();
        assertThat(completes("caseworker", task, measure("supervision-order", "procurator", "letter"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isToldByPhoneAndFollowedSessionBySession() {
        Map<String, Object> order = measure("guidance-order", "court", "phone");
        order.putAll(Map.of("withSessions", "yes", "sessions", 2, "until", "2026-03-01"));
        String task = theCase.begins("caseworker", PROCESS);
        assertThat(completes("caseworker", task, order).text()).contains("截止日期不能早于作出的日期");
        order.put("until", "2026-09-01");
        assertThat(completes("caseworker", task, order).status()).isEqualTo(200);
        assertThat(caseworker.clocks(number).get("P-measure-session")).hasSize(1);

        assertThat(caseworker.doesInVain("session", number, session("2026-02-01", null)))
                .contains("指导的日期不能早于措施作出的日期");
        caseworker.does("session", number, session("2026-03-02", "refused"));
        caseworker.does("session", number, session("2026-03-02", null));
        assertThat(caseworker.sees("result", number)).isFalse();
        // The other parent has one of his own meanwhile.
        assertThat(completes("caseworker", theCase.begins("caseworker", PROCESS), measure("advice", "village", "phone"))
                        .status())
                .isEqualTo(200);
        new Colleague("station").does("session", number, session("2026-03-02", null));
        assertThat(caseworker.clocks(number)).doesNotContainKey("P-measure-session");
        assertThat(theCase.part(PROCESS))
                .contains("家庭教育指导令：母亲", "人民法院作出", "指导 2 次，已到场 2 次，缺席 1 次", "没有到场：不愿意来", "劝诫：母亲")
                .contains("电话问来，由我们代填");
        caseworker.does("result", number, Map.of("result", "done", "endedOn", "2026-03-02", "change", "会陪孩子写作业了。"));
        caseworker.does("result", number, Map.of("result", "partly", "endedOn", "2026-03-02"));
        assertThat(caseworker.runs(number, PROCESS)).containsExactly(false, false);
        assertThat(theCase.part(PROCESS))
                .contains("结果：做到了（2026-03-02）", "结果：做到一部分")
                .doesNotContain("写作业");

        List<JsonNode> told = measures("caseworker");
        assertThat(told).hasSize(2);
        JsonNode court = told.stream()
                .filter(each -> each.path("organ").asString().equals("court"))
                .findFirst()
                .orElseThrow();
        assertThat(court.path("result").asString()).isIn("done", "partly");
        assertThat(court.path("held")).hasSize(3);
        assertThat(court.toString()).doesNotContain("示例");
    }

    @Test
    void endsEarlyWhereItsOrganSaysSo() {
        Map<String, Object> order = measure("guidance", "procurator", "letter");
        order.putAll(Map.of("withSessions", "yes", "sessions", 6));
        completes("caseworker", theCase.begins("caseworker", PROCESS), order);
        Map<String, Object> last = session("2026-03-02", null);
        last.putAll(Map.of("ended", "yes", "endedWhy", "监护人生病住院。"));
        caseworker.does("session", number, last);
        caseworker.does("result", number, Map.of("result", "ended", "endedOn", "2026-03-02"));
        assertThat(theCase.part(PROCESS)).contains("指导 6 次，已到场 1 次", "作出的单位提前结束");
    }

    @Test
    void isRecordedByItsOwnOrganWithItsLogin() {
        for (String organ : List.of("police", "court", "federation")) {
            assertThat(theCase.begun(organ, PROCESS).status()).as(organ).isIn(403, 404);
            takesPart(organ);
        }
        String task = theCase.begins("police", PROCESS);
        assertThat(completes("police", task, measure("reprimand", "court", "own"))
                        .text())
                .contains("用自己的账号只能登记本单位作出的措施");
        assertThat(completes("police", task, measure("reprimand", "police", "phone"))
                        .text())
                .contains("本单位作出的");
        assertThat(completes("police", task, measure("supervision-order", "police", "own"))
                        .text())
                .contains("只能由这些单位作出：检察机关");
        assertThat(completes("police", task, measure("reprimand", "police", "own"))
                        .status())
                .isEqualTo(200);
        assertThat(completes(
                                "federation",
                                theCase.begins("federation", PROCESS),
                                measure("advice", "womens-federation", "own"))
                        .status())
                .isEqualTo(200);
        assertThat(theCase.part(PROCESS)).contains("训诫：母亲", "公安机关作出", "作出的单位自己登记", "劝诫：母亲", "妇联作出");
        assertThat(measures("court")).hasSize(2);
    }

    /** An officer's own task is nobody else's while it is open: neither its title nor the case is shown to other organs. */
    @Test
    void isNobodysWhoHasNoPart() {
        theCase.begins("caseworker", PROCESS);
        for (String outsider : List.of("court", "procurator", "police", "federation", "supervisor2", "station2")) {
            assertThat(new Colleague(outsider).sees("issue", number))
                    .as(outsider)
                    .isFalse();
            assertThat(answer(outsider).status()).as(outsider).isEqualTo(404);
            assertThat(theCase.begun(outsider, PROCESS).status()).as(outsider).isIn(403, 404);
        }
        for (String outsider : List.of("director", "school", "auditor", "admin")) {
            assertThat(answer(outsider).status()).as(outsider).isEqualTo(403);
        }
    }

    @Test
    void isOneFormOnThePage() {
        try (Someone worker = Someone.atDesk("caseworker")) {
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/start"));
            worker.page().click("form:has([value=guardian-measure]) button[type=submit]");
            worker.page().waitForURL("**/tasks/*");
            assertThat(worker.text()).contains("哪一种措施", "督促监护令由检察机关作出");
            Browser.shotBoth(worker.page(), "guardian-measure");
            worker.page().navigate(Browser.at("/cases/" + theCase.file() + "/process"));
            worker.page().click("details:has-text('监护人措施') summary");
            Browser.shotBoth(worker.page(), "guardian-measure-process");
        }
    }

    private void takesPart(String who) {
        TestParts.everything().sql("""
                        insert into participation (id, subject_id, officer_id, part, since)
                        select gen_random_uuid(), cast(? as uuid), id, 'task', now() from officer where username = ?""").params(theCase.file(), who).update();
    }

    private static Api.Answer completes(String who, String task, Map<String, ?> answers) {
        return Api.as(who).post("/api/v1/tasks/" + task + "/complete", answers);
    }

    private Api.Answer answer(String who) {
        return Api.as(who).get("/api/v1/cases/" + theCase.file() + "/measures");
    }

    private List<JsonNode> measures(String who) {
        Api.Answer answer = answer(who);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private static Map<String, Object> measure(String measure, String organ, String way) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "measure", measure,
                "organ", organ,
                "person", "mother",
                "issuedOn", "2026-03-02",
                "content", "不再把孩子一个人留在家里。",
                "documentNo", "示例1号",
                "withSessions", "no",
                "way", way));
        if (!way.equals("own")) {
            answers.putAll(Map.of("officer", "示例法官", "toldAt", "2026-03-02T08:30:00+08:00", "words", "今天作出的。"));
        }
        return answers;
    }

    private static Map<String, Object> session(String on, @Nullable String absence) {
        Map<String, Object> answers = new HashMap<>(Map.of("heldOn", on, "giver", "social-work", "ended", "no"));
        answers.put("attended", absence == null ? "yes" : "no");
        if (absence != null) {
            answers.put("absence", absence);
        }
        return answers;
    }
}
