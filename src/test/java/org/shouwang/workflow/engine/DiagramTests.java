package org.shouwang.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwang.workflow.DiagramView;
import org.shouwang.workflow.DiagramView.Edge;
import org.shouwang.workflow.DiagramView.Line;
import org.shouwang.workflow.DiagramView.Node;
import org.shouwang.workflow.ProcessProgress;
import org.shouwang.workflow.ProcessProgress.Passed;
import org.shouwang.workflow.StepState;
import org.shouwang.workflow.StepText;

class DiagramTests {

    private static final Passed SYSTEM = new Passed(null, Instant.parse("2026-03-10T08:50:00Z"));
    private static final Passed TRIAGED = new Passed("中渡镇未保站", Instant.parse("2026-03-10T08:58:00Z"));

    private final Diagram diagram = new Diagram(Sample.file().model(), HiddenNodes.NONE);

    @Test
    void lightsTheCurrentStepAndTheNextLawfulOnes() {
        DiagramView view = diagram.view(atGrade(Map.of("emergency", "县未保机构")));
        assertThat(state(view, "triage")).isEqualTo(StepState.DONE);
        assertThat(state(view, "emergency")).isEqualTo(StepState.NOW);
        assertThat(state(view, "plan")).isEqualTo(StepState.NEXT);
        assertThat(state(view, "visit")).isEqualTo(StepState.TODO);
        assertThat(view.now()).containsExactly("应急处置并护送到县未保机构");
    }

    @Test
    void showsTimeOfWhatIsDoneAndUnitOfWhatIsBeingDone() {
        DiagramView view = diagram.view(atGrade(Map.of("emergency", "县未保机构")));
        assertThat(node(view, "triage").sub()).extracting(Line::text).containsExactly("03-10 16:58");
        assertThat(node(view, "emergency").sub()).extracting(Line::text).containsExactly("县未保机构");
        assertThat(node(view, "plan").sub()).isEmpty();
    }

    @Test
    void offersBothWaysBehindAnOpenGateway() {
        DiagramView view = diagram.view(new ProcessProgress(Map.of("start", SYSTEM), Map.of("triage", ""), Set.of()));
        assertThat(view.nodes().stream().filter(node -> node.state() == StepState.NEXT))
                .extracting(Node::id)
                .containsExactlyInAnyOrder("emergency", "plan");
    }

    @Test
    void marksTheWaysTaken() {
        DiagramView view = diagram.view(atGrade(Map.of("emergency", "")));
        assertThat(view.edges().stream().filter(Edge::went)).hasSize(3);
        DiagramView known = diagram.view(
                new ProcessProgress(Map.of("start", SYSTEM), Map.of("triage", ""), Set.of("f1", "toPlan")));
        assertThat(known.edges().stream().filter(Edge::went)).hasSize(2);
    }

    @Test
    void breaksLongNamesEvenlyAndKeepsThemInsideTheTask() {
        Node node = node(diagram.view(atGrade(Map.of("emergency", "县未保机构"))), "emergency");
        assertThat(node.label()).extracting(Line::text).containsExactly("应急处置并护送", "到县未保机构");
        assertThat(node.label()).allSatisfy(line -> assertThat(line.y()).isBetween(node.y(), node.y() + node.height()));
        assertThat(node.subY()).isLessThan(node.y() + node.height());
    }

    @Test
    void breaksBeforeABracketAndShortensWhatDoesNotFit() {
        assertThat(DiagramWords.wrap("定服务计划（县）", 7, 2)).containsExactly("定服务计划", "（县）");
        assertThat(DiagramWords.wrap("一二三四五六七八九十", 4, 2)).containsExactly("一二三四", "五六七…");
        assertThat(DiagramWords.wrap("接 110 报警", 8, 2)).containsExactly("接 110 报警");
        assertThat(DiagramWords.wrap(null, 8, 2)).isEmpty();
    }

    @Test
    void tellsTheStepsInWords() {
        List<StepText> steps = diagram.steps(atGrade(Map.of("emergency", "县未保机构")));
        assertThat(steps)
                .containsExactly(
                        new StepText("triage", "分诊", "看清现在有没有危险，决定由谁办。", StepState.DONE, "中渡镇未保站", "2026-03-10 16:58"),
                        new StepText("emergency", "应急处置并护送到县未保机构", "先保证孩子安全，再补材料。", StepState.NOW, "县未保机构", null),
                        new StepText("plan", "制订服务计划", "写明需要什么、谁来办、什么时候办完。", StepState.NEXT, "乡镇未保站", null),
                        new StepText("visit", "走访", "到孩子家里看一看。", StepState.TODO, "乡镇未保站", null));
    }

    @Test
    void tellsNoStepsToComeOnceTheProcessHasEnded() {
        List<StepText> steps =
                diagram.steps(new ProcessProgress(Map.of("start", SYSTEM, "triage", TRIAGED), Map.of(), Set.of()));
        assertThat(steps).extracting(StepText::id).containsExactly("triage");
    }

    @Test
    void drawsLanesAndMarkersAndFitsTheBox() {
        DiagramView view = diagram.view(atGrade(Map.of("emergency", "")));
        assertThat(view.lanes()).extracting(DiagramView.Lane::name).containsExactly("乡镇未保站", "县未成年人救助保护机构");
        assertThat(node(view, "byGrade").marker()).isEqualTo("exclusive");
        assertThat(node(view, "visitDue").marker()).isEqualTo("timer");
        assertThat(node(view, "done").kind()).isEqualTo("end");
        assertThat(view.nodes())
                .allSatisfy(node -> assertThat(node.x() + node.width()).isLessThan(view.width()));
    }

    private static ProcessProgress atGrade(Map<String, String> current) {
        return new ProcessProgress(Map.of("start", SYSTEM, "triage", TRIAGED, "byGrade", SYSTEM), current, Set.of());
    }

    private static Node node(DiagramView view, String id) {
        return view.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static StepState state(DiagramView view, String id) {
        return node(view, id).state();
    }
}
