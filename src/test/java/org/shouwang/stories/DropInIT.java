package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.launch.FileTree;
import org.shouwang.testing.Browser;
import org.shouwang.testing.PackedApplication;
import org.shouwang.testing.TestParts;

/** A county changes forms, processes, clocks and rules with an editor: the packed application works by its files. */
class DropInIT {

    private static final String FIRST = "阿木";
    private static final String SECOND = "阿林";
    private static final String OLD = "没有眼前的危险，也没有命中强制报告情形：由乡镇受理，建议蓝色。";
    private static final String NEW = "没有眼前的危险：先受理，再问一问学校。";
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
        append("access-matrix.csv", """
                station-worker,task.work,any,open+restricted,*,*,X01-school,*,本县加的
                station-worker,record.read,territory,open,*,*,X01-school,*|@narrative,本县加的
                """);
        append("clocks.yaml", Files.readString(Path.of("src/test/resources/drop-in/clock.yaml")));
        replace("bpmn/child-protection.bpmn", "<incoming>f14-assess-gateway-assess-township</incoming>", """
                <extensionElements>
                  <flowable:executionListener event="start"
                      expression="${processes.start(execution,'school-check')}" />
                </extensionElements>
                <incoming>f14-assess-gateway-assess-township</incoming>""");
    }

    @Test
    void worksByTheCountysFiles() throws IOException {
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
            String address = application.address();
            String code = report(address, FIRST);
            accept(address, FIRST);
            askTheSchool(address);
            assertThat(Someone.tracked(code, address)).isEqualTo("办理中");
            assertThat(whyItsGrade(address, FIRST)).contains(OLD);

            replace("dmn/triage.dmn", OLD, NEW);
            checkAndApply(address);
            report(address, SECOND);
            accept(address, SECOND);
            assertThat(whyItsGrade(address, SECOND)).contains(NEW).doesNotContain(OLD);
            assertThat(whyItsGrade(address, FIRST)).contains(OLD).doesNotContain(NEW);
            theDemosJournalIsWhole(application);
        }
    }

    private static String report(String address, String child) {
        try (Someone director = Someone.at(address, "director", Browser.PHONE)) {
            director.open("/report");
            director.choose("danger", "no")
                    .next()
                    .choose("worries", "23")
                    .next()
                    .next();
            director.choose("childKnown", "no").write("childName", child).choose("childSex", "1");
            director.write("childAge", "10")
                    .next()
                    .write("contactPhone", "0772-0000111")
                    .next();
            director.choose("insider", "no").next().next();
            return director.sendReport();
        }
    }

    private static void accept(String address, String child) {
        try (Someone supervisor = Someone.at(address, "supervisor", Browser.DESK)) {
            supervisor.take("受理线索", child);
            supervisor.choose("outcome", "accept").choose("grade", "3").choose("lead", "township");
            supervisor.write("reason", "缺课一个月，先了解。").send();
        }
    }

    private static void askTheSchool(String address) {
        try (Someone station = Someone.at(address, "station", Browser.DESK)) {
            station.take("问学校", FIRST);
            assertThat(station.text()).contains("问学校的期限", "本县默认");
            station.choose("attends", "no").write("words", "班主任说一个月没有来。");
            String task = station.path();
            station.send();
            assertThat(station.sees("问学校", FIRST)).isFalse();
            station.open(task);
            assertThat(station.text()).contains("这件事已经办完");
        }
    }

    /** Everything on the page of the case. */
    private static String whyItsGrade(String address, String child) {
        try (Someone station = Someone.at(address, "station", Browser.DESK)) {
            station.open("/cases");
            station.press(child).page().waitForURL("**/cases/*");
            return station.text();
        }
    }

    /** The county's own administrator takes the changed file over; nothing is restarted. */
    private static void checkAndApply(String address) {
        try (Someone admin = Someone.at(address, "admin", Browser.DESK)) {
            admin.open("/processes");
            admin.page().click("form[action='/processes/apply'] button");
            assertThat(admin.text()).contains("已启用");
        }
    }

    /** The demo's cases have been played in meanwhile, by the API and by its people, each step of them. */
    private static void theDemosJournalIsWhole(PackedApplication application) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> Files.exists(FOLDER.resolve("data/demo-played"))
                        || application.output().contains("could not be played in"));
        assertThat(application.output()).doesNotContain("could not be played in");
        try (Someone auditor = Someone.at(application.address(), "auditor", Browser.DESK)) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                auditor.open("/journal");
                auditor.press("现在核对");
                assertThat(auditor.text()).containsPattern("日志完整：[1-9][\\d,]{2,} 条");
            });
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
