package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A plan for the child and the family: each need by a measure that can meet it, each with its result before the case
 * closes; legal aid asked for with its clocks; another child with a plan of its own.
 */
@ShouwangTest
class PlanResultsIT {

    private static final String AID = "legal-aid";

    private final Colleague caseworker = new Colleague("caseworker");
    private final Colleague justice = new Colleague("justice");

    @Autowired
    TestClock clock;

    private Answers answers;
    private CountyCase theCase;
    private String number;

    @BeforeEach
    void aPlannedCase() {
        clock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        answers = new Answers(clock);
        theCase = CountyCase.of("阿划", "父母分开，没有人管。");
        number = theCase.number();
        caseworker.does("assess-county", number, answers.assessment("raise", "3", "no"));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void namesAMeasureThatCanMeetTheNeed() {
        assertThat(caseworker.doesInVain("plan-county", number, plan(need("visiting", null))))
                .contains("needs[0].measure", "法律援助", "支持起诉", "公益诉讼");
        assertThat(caseworker.doesInVain("plan-county", number, plan(need("hidden", "psychology"))))
                .contains("needs[0].measure", "人身安全保护令");
        Map<String, Object> guidance = need("guidance", "guidance");
        guidance.put("whose", "guardian");
        caseworker.does(
                "plan-county",
                number,
                plan(need("hidden", "protection-order"), need("custody", "supported-suit"), guidance));
        assertThat(theCase.part("plan")).contains("人身安全保护令", "支持起诉", "（父母、监护人）");
        assertThat(caseworker.runs(number, AID)).isEmpty();
    }

    @Test
    void hasAResultForEachNeedBeforeTheCaseCloses() throws IOException {
        caseworker.does("plan-county", number, plan(need("school", null), need("mind", "psychology")));
        assertThat(caseworker.turns(number, "review", "看看做到没有。")).isEqualTo(200);
        String task = caseworker.take("review-county", number);
        JsonNode asked = Api.as("caseworker").get("/api/v1/tasks/" + task).json();
        assertThat(asked.toString()).contains("\"no\":1", "\"no\":2", "\"need\":\"mind\"");
        Map<String, Object> review = new HashMap<>(Map.of("progress", "回学校了。", "outcome", "close"));
        review.put("results", List.of(Map.of("no", 1, "need", "school", "result", "not-met")));
        assertThat(caseworker.doesInVain("review-county", number, review)).contains("results[0].why", "写明为什么");
        review.put("results", List.of(Map.of("no", 3, "need", "school", "result", "met")));
        assertThat(caseworker.doesInVain("review-county", number, review)).contains("results[0].no");
        review.put("results", Answers.met("school"));
        caseworker.does("review-county", number, review);
        assertThat(caseworker.doesInVain("closing-county", number, answers.closing("safe")))
                .contains("testPlan", "还有 1 项需要没有写结果");
        Map<String, Object> unfinished = new HashMap<>(answers.closing("safe"));
        unfinished.put("testPlan", "no");
        caseworker.does("closing-county", number, unfinished);
        new Colleague("county").does("approve-closing-county", number, Map.of("approved", "no", "reason", "写完再结。"));
        review.put(
                "results",
                List.of(
                        Map.of("no", 1, "need", "school", "result", "met"),
                        Map.of("no", 2, "need", "mind", "result", "not-met", "why", "医院排不上。")));
        caseworker.does("review-county", number, review);
        assertThat(theCase.part("need-result"))
                .contains("上学：做到了", "心理支持：没有做到", "复核时写的")
                .doesNotContain("排不上");
        caseworker.does("closing-county", number, answers.closing("safe"));
        assertThat(printed()).contains("1. 上学：做到了（2026-03-02）", "2. 心理支持：没有做到");
    }

    /** The plan asks for it; the body refuses, is objected to, and gives it after all. */
    @Test
    void asksForLegalAidAndFollowsIt() {
        caseworker.does("plan-county", number, plan(need("visiting", AID)));
        assertThat(caseworker.runs(number, AID)).containsExactly(true);
        caseworker.does("apply", number, application("2026-03-02"));
        JsonNode week = caseworker.clocks(number).getOrDefault("C38", List.of()).get(0);
        assertThat(week.path("due").asString()).startsWith("2026-03-09T16:00");
        assertThat(week.path("external").asBoolean()).isTrue();
        assertThat(week.path("basis").asString()).contains("法律援助法 第四十三条");
        assertThat(new Colleague("station").sees("decide", number)).isFalse();
        assertThat(justice.doesInVain("decide", number, decision("refused", "2026-03-01")))
                .contains("不能早于上一步的日期");
        justice.does("decide", number, decision("refused", "2026-03-02"));
        caseworker.does("object", number, Map.of("objects", "yes", "objectedOn", "2026-03-02"));
        assertThat(caseworker
                        .clocks(number)
                        .getOrDefault("C38-objection", List.of())
                        .get(0)
                        .path("due")
                        .asString())
                .startsWith("2026-03-07T16:00");
        justice.does("answer", number, Map.of("objectionAnswer", "given", "decidedOn", "2026-03-02"));
        assertThat(caseworker
                        .clocks(number)
                        .getOrDefault("C38-assign", List.of())
                        .get(0)
                        .path("due")
                        .asString())
                .startsWith("2026-03-05T16:00");
        justice.does("assign", number, Map.of("assignedOn", "2026-03-02", "lawyer", "示例律师", "knowsMinors", "yes"));
        assertThat(caseworker.runs(number, AID)).containsExactly(false);
        assertThat(theCase.part(AID))
                .contains("改为给予法律援助", "探望", "2026-03-02 指派")
                .doesNotContain("示例律师");
    }

    @Test
    void takesANoOnLegalAidWithAndWithoutAnObjection() {
        caseworker.does("plan-county", number, plan(need("legal", null)));
        assertThat(theCase.begun("civil", AID).status()).isIn(403, 404);
        theCase.begins("caseworker", AID);
        caseworker.does("apply", number, application("2026-03-02"));
        caseworker.does("decide", number, decision("refused", "2026-03-02"));
        caseworker.does("object", number, Map.of("objects", "no"));
        theCase.begins("station", AID);
        new Colleague("station").does("apply", number, application("2026-03-02"));
        justice.does("decide", number, decision("refused", "2026-03-02"));
        caseworker.does("object", number, Map.of("objects", "yes", "objectedOn", "2026-03-02"));
        justice.does("answer", number, Map.of("objectionAnswer", "kept", "decidedOn", "2026-03-02"));
        theCase.begins("caseworker", AID);
        caseworker.does("apply", number, application("2026-03-02"));
        justice.does("decide", number, decision("first", "2026-03-02"));
        justice.does("assign", number, Map.of("assignedOn", "2026-03-02"));
        assertThat(caseworker.runs(number, AID)).containsExactly(false, false, false);
    }

    /** A sister who saw it: her own plan in her own file, reviewed on its day, ended once each need has its result. */
    @Test
    void isBesideAPlanOfAnotherChildsOwn() {
        caseworker.does("plan-county", number, plan(need("care", null)));
        assertThat(theCase.begun("police", "own-plan").status()).isIn(403, 404);
        theCase.begins("caseworker", "own-plan");
        String child = caseworker.file(number).at("/file/mainPerson").asString();
        assertThat(caseworker.doesInVain("plan", number, own(child))).contains("这是个案里的孩子");
        String sister = known("阿妹" + UUID.randomUUID().toString().substring(0, 4));
        caseworker.does("plan", number, own(sister));
        assertThat(Api.as("caseworker").get("/api/v1/persons/" + sister).status())
                .isEqualTo(200);
        assertThat(caseworker.sees("review", number)).isFalse();
        clock.set(LocalDateTime.of(2026, 4, 1, 8, 1));
        assertThat(caseworker.doesInVain("review", number, Map.of("ownOutcome", "end")))
                .contains("ownOutcome", "还有 1 项");
        caseworker.does("review", number, Map.of("ownOutcome", "continue", "reviewDate", "2026-04-20"));
        clock.set(LocalDateTime.of(2026, 4, 20, 8, 1));
        caseworker.does("review", number, Map.of("ownOutcome", "end", "results", Answers.met("mind")));
        assertThat(caseworker.runs(number, "own-plan")).containsExactly(false);
        assertThat(theCase.part("plan")).contains("另一个孩子的计划");
        // What another child needs is no part of the plan of the case's child.
        assertThat(theCase.part("need-result")).contains("心理支持：做到了");

        theCase.begins("caseworker", "own-plan");
        theCase.begins("caseworker", "child-death");
        caseworker.does(
                "record-death",
                number,
                Map.of(
                        "diedOn",
                        "2026-04-19",
                        "place",
                        "hospital",
                        "toldBy",
                        "health",
                        "police",
                        "yes",
                        "otherChildren",
                        "no"));
        new Colleague("county").does("confirm-death", number, Map.of("confirmed", "yes"));
        assertThat(caseworker.runs(number, "own-plan")).containsExactly(false, false);
    }

    private static Map<String, Object> need(String need, @Nullable String measure) {
        Map<String, Object> row = new HashMap<>(Map.of("need", need, "goal", "有着落", "by", "justice"));
        if (measure != null) {
            row.put("measure", measure);
        }
        return row;
    }

    @SafeVarargs
    private static Map<String, Object> plan(Map<String, Object>... needs) {
        return Map.of("needs", List.of(needs), "visitor", "county", "reviewDate", "2026-06-01");
    }

    private static Map<String, Object> own(String child) {
        return Map.of(
                "child",
                child,
                "why",
                "witness",
                "needs",
                List.of(need("mind", "psychology")),
                "childView",
                "夜里害怕。",
                "reviewDate",
                "2026-04-01");
    }

    private static Map<String, Object> application(String on) {
        return Map.of("whose", "child", "matter", "visiting", "facts", "父亲不让见。", "urgent", "no", "appliedOn", on);
    }

    private static Map<String, Object> decision(String decision, String on) {
        return Map.of("aidDecision", decision, "decidedOn", on);
    }

    private static String known(String name) {
        Api.Answer made = Api.as("caseworker")
                .create(
                        "/api/v1/persons",
                        Map.of("name", name, "sex", "2", "division", Reported.VILLAGE, "idReason", "unknown"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private String printed() throws IOException {
        String records = "/api/v1/cases/" + theCase.file() + "/records";
        String plan = "";
        for (JsonNode row : Api.as("caseworker").get(records).json().path("items")) {
            plan = row.path("form").asString().equals("F08-plan")
                    ? row.path("id").asString()
                    : plan;
        }
        byte[] paper = Api.as("caseworker").download(records + "/" + plan + "/documents/plan");
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(paper)))) {
            return words.getText();
        }
    }
}
