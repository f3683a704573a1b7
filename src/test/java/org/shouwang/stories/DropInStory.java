package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.launch.FileTree;
import org.shouwang.testing.Browser;
import org.shouwang.testing.PackedApplication;
import org.shouwang.testing.TestParts;

/** A county changes forms, processes, clocks and rules with an editor: the packed application works by its files. */
class DropInStory {

    private static final String CHILD = "阿木";
    private static final String SENTENCE = "没有眼前的危险：先受理，再问一问学校。";
    private static final Path FOLDER = Path.of("target", "drop-in").toAbsolutePath();
    private static final Path PROCESSES = FOLDER.resolve("processes");

    @BeforeEach
    void theCountysOwnFiles() throws IOException {
        FileTree.delete(FOLDER);
        Files.createDirectories(FOLDER);
        FileTree.copy(Path.of("processes"), PROCESSES);
        for (String added : new String[] {"forms/X01-school.json", "bpmn/school-check.bpmn"}) {
            Files.copy(Path.of("src/test/resources/drop-in", added), PROCESSES.resolve(added));
        }
        append("clocks.yaml", Files.readString(Path.of("src/test/resources/drop-in/clock.yaml")));
        replace("bpmn/child-protection.bpmn", "<incoming>f14-assess-gateway-assess-township</incoming>", """
                <extensionElements>
                  <flowable:executionListener event="start"
                      expression="${processes.start(execution,'school-check')}" />
                </extensionElements>
                <incoming>f14-assess-gateway-assess-township</incoming>""");
        replace("dmn/triage.dmn", "没有眼前的危险，也没有命中强制报告情形：由乡镇受理，建议蓝色。", SENTENCE);
    }

    @Test
    void worksByTheCountysFiles() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", PackedApplication.freePort());
        settings.put("shouwang.keycloak.port", PackedApplication.freePort());
        settings.put("shouwang.keycloak.dist", PackedApplication.keycloak().toString());
        settings.put(
                "shouwang.data",
                PackedApplication.seeded(FOLDER.resolve("data")).toString());
        settings.put("shouwang.processes", PROCESSES.toString());
        try (PackedApplication application =
                PackedApplication.start(FOLDER, settings).ready()) {
            String code = report(application.address());
            triage(application.address());
            askTheSchool(application.address());
            assertThat(Someone.tracked(code, application.address())).isEqualTo("办理中");
        }
    }

    private static String report(String address) {
        try (Someone director = Someone.at(address, "director", Browser.PHONE)) {
            director.open("/report");
            director.choose("danger", "no")
                    .next()
                    .choose("worries", "23")
                    .next()
                    .next();
            director.choose("childKnown", "no").write("childName", CHILD).choose("childSex", "1");
            director.write("childAge", "10")
                    .next()
                    .write("contactPhone", "0772-0000111")
                    .next();
            director.choose("insider", "no").next().next();
            return director.sendReport();
        }
    }

    private static void triage(String address) {
        try (Someone supervisor = Someone.at(address, "supervisor", Browser.DESK)) {
            supervisor.take("受理线索", CHILD);
            supervisor.choose("outcome", "accept").choose("grade", "3").choose("lead", "township");
            supervisor.write("reason", "缺课一个月，先了解。").send();
        }
    }

    private static void askTheSchool(String address) {
        try (Someone station = Someone.at(address, "station", Browser.DESK)) {
            station.take("问学校", CHILD);
            assertThat(station.text()).contains("问学校的期限", "本县默认");
            station.choose("attends", "no").write("words", "班主任说一个月没有来。");
            String task = station.path();
            station.send();
            assertThat(station.sees("问学校", CHILD)).isFalse();
            station.open(task);
            assertThat(station.text()).contains("这件事已经办完");
            station.take("调查评估", CHILD);
            station.page()
                    .locator("a[href^='/cases/']:has-text('打开个案')")
                    .first()
                    .click();
            station.page().waitForURL("**/cases/*");
            assertThat(station.text()).contains(SENTENCE);
        }
    }

    @Test
    void doesNotStartOnABrokenFileAndSaysWhere() throws IOException {
        replace("forms/X01-school.json", "\"YES_NO_UNSURE\"", "\"YES_NO_PERHAPS\"");
        Map<String, Object> settings = new HashMap<>(TestParts.running().settings());
        settings.put("server.port", PackedApplication.freePort());
        settings.put("shouwang.data", FOLDER.resolve("broken-data").toString());
        settings.put("shouwang.processes", PROCESSES.toString());
        PackedApplication application = PackedApplication.start(FOLDER.resolve("broken"), settings);
        assertThat(application.end()).isNotZero();
        assertThat(application.output()).contains("forms/X01-school.json", "attends", "YES_NO_PERHAPS");
    }

    private static void append(String file, String more) throws IOException {
        Path path = PROCESSES.resolve(file);
        Files.writeString(path, Files.readString(path) + "\n" + more);
    }

    private static void replace(String file, String old, String with) throws IOException {
        Path path = PROCESSES.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, with));
    }
}
