package org.shouwang.workflow.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.Item;
import org.shouwang.workflow.catalogue.ProcessFiles;

class DecisionBookTests {

    private static final String RULES = """
            <rule id="danger"><description>孩子现在有危险。</description>
              <inputEntry><text>"yes"</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"1"</text></outputEntry></rule>
            <rule id="many"><description>三项以上有风险。</description>
              <inputEntry><text>-</text></inputEntry><inputEntry><text>&gt;= 3</text></inputEntry>
              <outputEntry><text>"2"</text></outputEntry></rule>
            """;

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void givesTheFirstMatchAndItsSentence() {
        Finding finding = read("FIRST", RULES).evaluate("grade", Map.of("danger", "yes", "risks", 5));
        assertThat(faults).isEmpty();
        assertThat(finding.outputs()).containsExactly(Map.of("grade", "1"));
        assertThat(finding.reasons()).containsExactly(new Reason("danger", "孩子现在有危险。"));
    }

    @Test
    void collectsAllMatchesInTheFilesOrder() {
        Finding finding = read("COLLECT", RULES).evaluate("grade", Map.of("danger", "yes", "risks", 5));
        assertThat(finding.outputs()).containsExactly(Map.of("grade", "1"), Map.of("grade", "2"));
        assertThat(finding.reasons()).extracting(Reason::rule).containsExactly("danger", "many");
    }

    @Test
    void saysNothingWhenNoRuleMatches() {
        Finding finding = read("FIRST", RULES).evaluate("grade", Map.of("danger", "no", "risks", 0));
        assertThat(finding.outputs()).isEmpty();
        assertThat(finding.reasons()).isEmpty();
    }

    @Test
    void takesAnAnswerThatIsMissingAsUnknown() {
        DecisionBook book = read("FIRST", RULES);
        assertThat(book.inputs("grade")).containsExactly("danger", "risks");
        assertThat(book.evaluate("grade", Map.of("danger", "yes")).reasons()).hasSize(1);
        assertThat(book.evaluate("grade", Map.of("risks", 3)).reasons()).hasSize(1);
    }

    @Test
    void findsTheInputsOfAComputedColumn() {
        DecisionBook book = DecisionBook.read(
                ProcessFiles.of(Map.of(
                        "dmn/grade.dmn",
                        dmn("FIRST", RULES)
                                .replace(
                                        "<text>risks</text>",
                                        "<text>if risks = null then 99 else max(risks, \"x y\")</text>")
                                .getBytes(UTF_8))),
                codes(),
                faults);
        assertThat(book.inputs("grade")).containsExactly("danger", "risks");
    }

    @Test
    void givesNumbersAsJavaNumbers() {
        String number = RULES.replace("\"1\"", "7").replace("\"2\"", "1.50");
        DecisionBook book = read("FIRST", number);
        assertThat(book.evaluate("grade", Map.of("danger", "yes")).outputs()).containsExactly(Map.of("grade", 7));
        assertThat(book.evaluate("grade", Map.of("risks", 3)).outputs().get(0).get("grade"))
                .hasToString("1.5");
    }

    @Test
    void refusesAnUnreadableFile() {
        read("FIRST", "<rule id='x'>");
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).reason()).startsWith("not readable as DMN 1.3");
    }

    @Test
    void refusesAnExpressionThatIsNoFeel() {
        read("FIRST", RULES.replace("&gt;= 3", "&gt;= ) 3"));
        assertThat(faults).hasSize(1);
    }

    @Test
    void refusesARuleWithoutSentenceOrId() {
        read("FIRST", RULES.replace("<description>孩子现在有危险。</description>", "").replace(" id=\"many\"", ""));
        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly(
                        "dmn/grade.dmn: danger: has no <description>: the sentence that people read as the reason",
                        "dmn/grade.dmn: rule 2: has no id");
    }

    @Test
    void refusesACodeWithoutQuotesBecauseItWouldNeverMatch() {
        read("FIRST", RULES.replace("\"yes\"", "yes"));
        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly("dmn/grade.dmn: danger: yes is no input; a code stands in quotes: \"yes\"");
    }

    @Test
    void refusesACodeThatIsNotInTheColumnsList() {
        read("FIRST", RULES.replace("\"yes\"", "\"yes\", \"sure\""));
        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly("dmn/grade.dmn: danger: \"sure\" is not in the code list YES_NO");
    }

    @Test
    void refusesADecisionThatIsNotNamedAsItsFile() {
        DecisionBook.read(
                ProcessFiles.of(Map.of("dmn/other.dmn", dmn("FIRST", RULES).getBytes(UTF_8))), codes(), faults);
        assertThat(faults)
                .extracting(Fault::reason)
                .containsExactly("no decision has the id other, which the file's" + " name demands");
    }

    @Test
    void refusesAHitPolicyWhoseResultHasNoSingleReason() {
        read("ANY", RULES);
        assertThat(faults).extracting(Fault::place).containsExactly("table");
    }

    private DecisionBook read(String policy, String rules) {
        return DecisionBook.read(
                ProcessFiles.of(Map.of("dmn/grade.dmn", dmn(policy, rules).getBytes(UTF_8))), codes(), faults);
    }

    private static Codes codes() {
        return Codes.of(List.of(new CodeList(
                "YES_NO",
                "是否",
                "Yes or no",
                null,
                List.of(new Item("yes", "是", "Yes", null), new Item("no", "否", "No", null)))));
    }

    static String dmn(String policy, String rules) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:sw="http://shouwang.org/bpmn"
                    id="file" name="file" namespace="http://shouwang.org/dmn">
                <decision id="grade" name="等级"><decisionTable id="table" hitPolicy="%s">
                <input id="in1" label="危险" sw:code="YES_NO"><inputExpression id="e1" typeRef="string"><text>danger</text></inputExpression></input>
                <input id="in2" label="风险项数"><inputExpression id="e2" typeRef="number"><text>risks</text></inputExpression></input>
                <output id="out" name="grade"/>
                %s</decisionTable></decision></definitions>
                """.formatted(policy, rules);
    }
}
