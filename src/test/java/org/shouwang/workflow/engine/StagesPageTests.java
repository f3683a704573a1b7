package org.shouwang.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.UserTask;
import org.junit.jupiter.api.Test;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.Item;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.clock.ClockRule;
import org.shouwang.workflow.clock.Term;
import org.shouwang.workflow.form.Forms;

/**
 * {@code src/docs/stages.md} says, stage by stage, who does what with which form and clock, and says what the processes
 * say. Written anew with {@code -Dshouwang.docs=true}.
 */
class StagesPageTests {

    private static final Path PAGE = Path.of("src/docs/stages.md");
    private static final Locale ZH = Locale.CHINESE;

    private final List<Fault> faults = new ArrayList<>();
    private final Catalogue catalogue = Catalogue.read(ProcessFiles.read(Path.of("processes")), faults);
    private final Forms forms = Forms.read(catalogue.files(), catalogue.codes(), faults);
    private final ClockBook clocks =
            ClockBook.read(catalogue.files(), catalogue.roles().keys(), faults);
    private final BpmnFiles processes =
            BpmnFiles.read(catalogue.files(), BpmnContext.of(catalogue, forms, clocks, Map.of()), new ArrayList<>());

    @Test
    void saysWhatTheProcessesSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("shouwang.docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # 五位一体：每个环节谁用哪张表做什么，有什么期限

                从 `processes/` 生成；流程、表单、期限改了，这一页不改，构建就不通过。标着“本县默认”的期限不是法律规定。
                """);
        for (Item stage : catalogue.codes().get("STAGE").items()) {
            page.append("\n## ").append(stage.name(ZH)).append("\n\n");
            String rows = rows(stage.key());
            page.append(
                    rows.isEmpty() ? "还没有流程的待办在这个环节。\n" : "| 流程 | 待办 | 谁 | 表单 | 期限 |\n|---|---|---|---|---|\n" + rows);
        }
        return page.toString();
    }

    private String rows(String stage) {
        return processes.all().stream()
                .flatMap(file -> file.all(UserTask.class).stream()
                        .filter(task -> BpmnFile.ownList(task, "stage").contains(stage))
                        .map(task -> row(file, task)))
                .collect(Collectors.joining());
    }

    private String row(BpmnFile file, UserTask task) {
        String who = task.getCandidateGroups().stream()
                .map(role -> catalogue.roles().name(role, ZH))
                .collect(Collectors.joining("、"));
        String form = forms.get(task.getFormKey()).title().in(ZH);
        return "| " + String.join(" | ", file.process().getName(), task.getName(), who, form, clocks(file, task))
                + " |\n";
    }

    private String clocks(BpmnFile file, UserTask task) {
        String start = "task:" + file.key() + "/" + task.getId();
        return clocks.rules().stream()
                .filter(rule -> rule.starts().equals(start))
                .sorted(Comparator.comparing(ClockRule::key))
                .map(StagesPageTests::clock)
                .collect(Collectors.joining("；"));
    }

    private static String clock(ClockRule rule) {
        String term = rule.term() == null ? "立即" : term(rule.term());
        return rule.zh() + "：" + term + "（" + rule.basis().replace("|", "、") + "）";
    }

    private static String term(Term term) {
        long minutes = term.amount();
        return switch (term.unit()) {
            case MINUTES -> minutes % 60 == 0 ? minutes / 60 + " 小时" : minutes + " 分钟";
            case DAYS -> term.amount() + " 日";
            case WORKING_DAYS -> term.amount() + " 个工作日";
            case MONTHS -> term.amount() + " 个月";
        };
    }
}
