package org.shouwang.casefile.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Item;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** The strip of the five linked stages (五位一体). */
@Component
class CaseStages {

    private final Catalogues catalogues;
    private final Words words;

    CaseStages(Catalogues catalogues, Words words) {
        this.catalogues = catalogues;
        this.words = words;
    }

    /**
     * @param state {@code done}, {@code now} or {@code todo}
     * @param at when it was done or since when it is being done
     */
    record Stage(
            String key,
            String name,
            String state,
            @Nullable String at,
            @Nullable String unit) {}

    List<Stage> of(CaseView found, List<InboxTask> tasks, Locale locale) {
        List<Stage> stages = new ArrayList<>();
        for (Item item : catalogues.current().codes().get("STAGE").items()) {
            stages.add(stage(item, found, tasks, locale));
        }
        return stages;
    }

    private Stage stage(Item item, CaseView found, List<InboxTask> tasks, Locale locale) {
        List<InboxTask> own =
                tasks.stream().filter(task -> item.key().equals(task.stage())).toList();
        if (found.open() && item.key().equals(found.stage())) {
            Optional<InboxTask> first = own.stream().findFirst();
            return new Stage(
                    item.key(),
                    item.name(locale),
                    "now",
                    first.map(task -> words.format("MM-dd HH:mm", task.createdAt(), locale))
                            .map(since -> words.say("case.since", locale, since))
                            .orElse(null),
                    null);
        }
        Optional<InboxTask> last = own.stream()
                .filter(task -> task.doneAt() != null)
                .max(Comparator.comparing(task -> task.doneAt() == null ? task.createdAt() : task.doneAt()));
        boolean reported = item.key().equals("reporting");
        return new Stage(
                item.key(),
                item.name(locale),
                last.isPresent() || reported ? "done" : "todo",
                last.map(InboxTask::doneAt)
                        .or(() -> reported ? Optional.of(found.openedAt()) : Optional.empty())
                        .map(at -> words.format("MM-dd HH:mm", at, locale))
                        .orElse(null),
                last.map(InboxTask::doneUnit).orElse(null));
    }
}
