package org.shouwang.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.workflow.catalogue.Fault;

class BpmnFilesTests {

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.xml())).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            formKey="S01"                            | formKey="S99"                              | triage      | there is no form S99
             flowable:formKey="S01"                  | ``                                         | triage      | has no flowable:formKey
            Groups="case-worker"                     | Groups="mayor"                             | emergency   | there is no role mayor
            Groups="case-worker"                     | Groups="${grade}"                          | emergency   | roles stand literally
             flowable:candidateGroups="case-worker"  | ``                                         | emergency   | has neither a role
            assignee="${officer}"                    | assignee="kermit"                          | visit       | must be a variable
            assignee="${officer}"                    | assignee="${oficer}"                       | visit       | names the variable oficer
            sw:stage="emergency"                     | sw:stage="panic"                           | emergency   | sw:stage panic
            sw:roster="county-duty"                  | sw:roster="nobody"                         | emergency   | sw:roster nobody
            sw:notBy="triage"                        | sw:notBy="triage,approve"                  | plan        | sw:notBy approve
            <documentation>到孩子家里看一看。</documentation> | ``                                | visit       | has no <documentation>
             name="走访" flowable                    | ` flowable`                                | visit       | has no name
             default="toPlan"                        | ``                                         | byGrade     | has no default flow
            ${grade == '1'}                          | ${grade == '9'}                            | toEmergency | none of its codes: 1, 2, 3, 4
            ${grade == '1'}                          | ${'9' eq grade}                            | toEmergency | none of its codes
            ${grade == '1'}                          | ${colour == '1'}                           | toEmergency | names the variable colour
            ${grade == '1'}                          | ${grade == '1'                             | toEmergency | is not closed
            ${grade == '1'}                          | ${grade.name == '1'}                       | toEmergency | reads a property
            ${visits.remind(execution)}              | ${visit.remind(execution)}                 | remind      | may call clocks, processes, visits
            ${visits.remind(execution)}              | ${visits.forget(execution)}                | remind      | has no method forget
            ${visits.remind(execution)}              | ${visits.remind(execution, 'x')}           | remind      | does not take 2 argument(s)
            ${visits.remind(execution)}              | ${processes.start(execution, 'nowhere')}   | remind      | no process nowhere
            ${visits.remind(execution)}              | ${processes.message(execution, 'closed')}  | remind      | no process receives the message closed
            'P-visit'                                | 'P-vist'                                   | visitDue    | there is no clock P-vist
            ${clocks.due('P-visit', execution)}      | 2026-01-01T00:00:00                        | visitDue    | takes its date from a clock
            flowable:expression="${visits.remind(execution)}" | flowable:class="java.lang.Runtime" | remind      | names a Java class
            flowable:expression="${visits.remind(execution)}" | flowable:type="shell"            | remind      | has a built-in task type
            isExecutable="true"                      | isExecutable="false"                       | sample      | isExecutable is not true
            `<sequenceFlow id="f5" sourceRef="visit" targetRef="done"/>` | ``                     | visit       | has no way out
            `sourceRef="visit" targetRef="done"`     | `sourceRef="visit" targetRef="plan"`       | visit       | leads to no end
            `sourceRef="start" targetRef="triage"`   | `sourceRef="start" targetRef="byGrade"`    | triage      | cannot be reached
            `bpmnElement="done"`                     | `bpmnElement="nobody"`                     | done        | is not drawn
            `bpmnElement="f4"`                       | `bpmnElement="nobody"`                     | f4          | is not drawn
            `<dc:Bounds x="640" y="210"`             | `<dc:Bounds x="640" y="60"`                | visit       | is drawn over remind
            `<di:waypoint x="450" y="85"/>`          | `<di:waypoint x="420" y="85"/>`            | toPlan      | is drawn beside plan
            """)
    void namesPlaceAndReason(String right, String wrong, String place, String reason) {
        String xml = Sample.xml();
        assertThat(xml).contains(right);
        assertThat(faults(xml.replace(right, wrong))).anySatisfy(fault -> assertThat(fault.toString())
                .startsWith("bpmn/sample.bpmn: " + place + ": ")
                .contains(reason));
    }

    @Test
    void refusesScriptsInListenersToo() {
        String listener = "<extensionElements><flowable:executionListener event=\"start\" class=\"x.Y\"/>"
                + "</extensionElements>";
        assertThat(faults(Sample.xml()
                        .replace(
                                "<endEvent id=\"reminded\"/>",
                                "<endEvent id=\"reminded\">" + listener + "</endEvent>")))
                .anyMatch(fault -> fault.reason().startsWith("names a Java class"));
    }

    @Test
    void knowsTheMessagesThatSomeProcessReceives() {
        String xml = Sample.xml()
                .replace("${visits.remind(execution)}", "${processes.message(execution, 'reopened')}")
                .replace(
                        "<startEvent id=\"start\" name=\"收到线索\"/>",
                        "<startEvent id=\"start\"><messageEventDefinition messageRef=\"reopenedMessage\"/></startEvent>");
        assertThat(faults(xml)).isEmpty();
    }

    @Test
    void refusesAProcessThatIsNotNamedAsItsFile() {
        assertThat(faults(Sample.xml().replace("process id=\"sample\"", "process id=\"other\"")))
                .extracting(Fault::reason)
                .containsExactly("must hold one process, with the file's name as its id: sample");
    }

    @Test
    void namesTheLineOfAFileThatIsNoXml() {
        assertThat(faults(Sample.xml().replace("</laneSet>", "")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).startsWith("line "));
    }

    @Test
    void namesTheReasonWhenTheFileIsNoBpmn() {
        assertThat(faults(Sample.xml().replace("<endEvent id=\"done\"", "<finish id=\"done\"")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).contains("finish"));
    }

    private static List<Fault> faults(String xml) {
        List<Fault> faults = new ArrayList<>();
        BpmnFiles.read(Sample.files(xml), Sample.context(), faults);
        return faults;
    }
}
