package org.shouwang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.Notices;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** What notices say is the county's; that each says something, and nothing about anybody, is checked. */
class NoticeFilesTests {

    private final Map<String, byte[]> files =
            new HashMap<>(ProcessFiles.read(Path.of("processes")).all());
    private final List<Fault> faults = new ArrayList<>();
    private final NoticeFiles notices = new NoticeFiles();

    @Test
    void saysWhatTheCountyWrote() {
        put("task-new", "key: task-new\nzh: 有事做了。\nen: Something to do.\n");
        notices.check(catalogue(), faults);
        assertThat(faults).isEmpty();
        notices.take(catalogue());
        assertThat(notices.sentence("task-new", Locale.CHINA)).isEqualTo("有事做了。");
        assertThat(notices.sentence("task-new", Locale.ENGLISH)).isEqualTo("Something to do.");
        assertThat(Notices.CODES).allSatisfy(code -> assertThat(notices.sentence(code, Locale.CHINA))
                .isNotBlank());
    }

    @Test
    void namesWhatIsMissingWrongOrSentByNobody() {
        files.remove("notices/duty-call.yaml");
        put("task-new", "key: task-old\nzh: 关于{0}的待办\n");
        put("birthday", "key: birthday\nzh: 生日快乐\nen: Happy birthday\n");
        notices.check(catalogue(), faults);
        assertThat(faults)
                .extracting(fault -> fault.file() + ": " + fault.place())
                .containsExactlyInAnyOrder(
                        "notices/duty-call.yaml: ",
                        "notices/task-new.yaml: key",
                        "notices/task-new.yaml: zh",
                        "notices/task-new.yaml: en",
                        "notices/birthday.yaml: ");
    }

    private void put(String code, String text) {
        files.put("notices/" + code + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private Catalogue catalogue() {
        return Catalogue.read(ProcessFiles.of(files), new ArrayList<>());
    }
}
