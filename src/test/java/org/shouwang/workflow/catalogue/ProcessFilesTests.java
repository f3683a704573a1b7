package org.shouwang.workflow.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTests {

    private final List<Fault> faults = new ArrayList<>();

    private final Path dir;

    ProcessFilesTests(@TempDir Path dir) {
        this.dir = dir;
    }

    @Test
    void readsWhatIsInTheFolderAndSkipsHiddenFiles() throws IOException {
        write("codes/YES_NO.yaml", "a");
        write("roles.yaml", "b");
        write(".git/config", "c");
        write("roles.yaml~", "d");
        ProcessFiles files = ProcessFiles.read(dir);
        assertThat(files.all().keySet()).containsExactly("codes/YES_NO.yaml", "roles.yaml");
        assertThat(files.under("codes/")).hasSize(1);
        assertThat(files.text("roles.yaml")).isEqualTo("b");
    }

    @Test
    void refusesLinksOutOfTheFolderAndLargeFilesTogether() throws IOException {
        Path outside = Files.createTempFile("outside", ".yaml");
        Files.createSymbolicLink(dir.resolve("roles.yaml"), outside);
        Files.write(dir.resolve("large.bpmn"), new byte[5 * 1024 * 1024 + 1]);
        assertThatThrownBy(() -> ProcessFiles.read(dir))
                .isInstanceOf(Faults.class)
                .hasMessageContaining("roles.yaml: is a link out of the folder")
                .hasMessageContaining("large.bpmn: is larger than 5 MB");
    }

    @Test
    void followsLinksWithinTheFolderAsMountedConfigurationHasThem() throws IOException {
        write("..data/roles.yaml", "x");
        Files.createSymbolicLink(dir.resolve("roles.yaml"), Path.of("..data/roles.yaml"));
        assertThat(ProcessFiles.read(dir).all().keySet()).containsExactly("roles.yaml");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> ProcessFiles.read(dir.resolve("nowhere"))).isInstanceOf(Faults.class);
    }

    @Test
    void changesItsDigestWithNameAndContent() {
        ProcessFiles one = files("a", "x");
        assertThat(one.sha256()).isEqualTo(files("a", "x").sha256());
        assertThat(one.sha256()).isNotEqualTo(files("b", "x").sha256());
        assertThat(one.sha256()).isNotEqualTo(files("a", "y").sha256());
    }

    @Test
    void readsACodeListInItsOrder() {
        Codes codes = Codes.read(
                files(
                        "codes/GRADE.yaml",
                        "{code: GRADE, zh: 等级, en: Grade, basis: 本县默认, items: ["
                                + "{key: \"1\", zh: 红色, en: Red, help: 立即}, {key: \"2\", zh: 黄色, en: Yellow}]}"),
                faults);
        assertThat(faults).isEmpty();
        assertThat(codes.get("GRADE").keys()).containsExactly("1", "2");
        assertThat(codes.name("GRADE", "2", Locale.CHINESE)).isEqualTo("黄色");
        assertThat(codes.name("GRADE", "9", Locale.ENGLISH)).isEqualTo("9");
    }

    @Test
    void namesEveryFaultOfACodeListWithItsPlace() {
        Codes.read(
                files(
                        "codes/GRADE.yaml",
                        "{code: GRAD, zh: 等级, items: [{key: 1, zh: 红色, en: Red}, {key: \"2\", zh: 黄色, en: Y},"
                                + " {key: \"2\", zh: 绿色, en: G}]}"),
                faults);
        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "codes/GRADE.yaml: code: code is GRAD, but the file is named GRADE",
                        "codes/GRADE.yaml: items[1].key: key must be text: put the value in quotes",
                        "codes/GRADE.yaml: items[3] (2).key: the key 2 is there twice",
                        "codes/GRADE.yaml: en: en is missing");
    }

    @Test
    void namesTheLineOfYamlThatCannotBeRead() {
        Codes.read(files("codes/GRADE.yaml", "code: GRADE\nzh: [等级\nen: x\n"), faults);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).place()).startsWith("line ");
    }

    @Test
    void readsRolesAndRefusesAnUnknownTierAndADouble() {
        Roles roles = Roles.read(
                files(
                        "roles.yaml",
                        "- {key: police, zh: 公安, en: Police, tier: agency}\n"
                                + "- {key: police, zh: 公安, en: Police, tier: town}\n"),
                faults);
        assertThat(roles.name("police", Locale.CHINESE)).isEqualTo("公安");
        assertThat(faults).extracting(Fault::place).containsExactly("[2] (police).tier", "[2] (police).key");
    }

    @Test
    void missesRolesYaml() {
        Roles.read(ProcessFiles.of(Map.of()), faults);
        assertThat(faults).containsExactly(new Fault("roles.yaml", "", "the file is missing"));
    }

    private static ProcessFiles files(String path, String text) {
        return ProcessFiles.of(Map.of(path, text.getBytes(UTF_8)));
    }

    private void write(String path, String text) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
