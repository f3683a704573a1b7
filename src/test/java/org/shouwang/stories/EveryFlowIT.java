package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Every line that is drawn in a process was gone along by some test of this run: the engine's own history says so. What
 * no test drives stands with its reason in {@code flows-not-driven.csv}. Asked of a whole run; one of chosen tests leaves
 * the list under {@code target}.
 */
@ShouwangTest
@Order(Integer.MAX_VALUE)
class EveryFlowIT {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Path LIST = Path.of("target", "flows-not-driven.txt");

    @Test
    void wasDrivenBySomeTest() throws Exception {
        SortedSet<String> missing = drawn();
        missing.removeAll(driven());
        Files.write(LIST, missing);
        Assumptions.assumeTrue(System.getProperty("it.test") == null, "only chosen tests ran: see " + LIST);
        assertThat(missing).isEqualTo(excused());
    }

    private static SortedSet<String> drawn() throws Exception {
        SortedSet<String> flows = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("processes", "bpmn"))) {
            for (Path file : files.toList()) {
                flows.addAll(flows(file));
            }
        }
        return flows;
    }

    private static List<String> flows(Path file) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setNamespaceAware(true);
        Element root = xml.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        String process = ((Element) root.getElementsByTagNameNS(BPMN, "process").item(0)).getAttribute("id");
        NodeList flows = root.getElementsByTagNameNS(BPMN, "sequenceFlow");
        return Stream.iterate(0, each -> each + 1)
                .limit(flows.getLength())
                .map(each -> process + "," + ((Element) flows.item(each)).getAttribute("id"))
                .toList();
    }

    private static List<String> driven() {
        return TestParts.everything()
                .sql("select distinct split_part(proc_def_id_, ':', 1) || ',' || act_id_ from act_hi_actinst"
                        + " where act_type_ = 'sequenceFlow'")
                .query(String.class)
                .list();
    }

    private static SortedSet<String> excused() throws IOException {
        return new ClassPathResource("flows-not-driven.csv", EveryFlowIT.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(cells -> cells[0] + "," + cells[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
