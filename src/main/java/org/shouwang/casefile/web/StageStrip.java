package org.shouwang.casefile.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseStage;
import org.shouwang.casefile.CaseStages;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Item;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** The strip of the linked stages (五位一体): where the case is, was how often, and what it left out and why. */
@Component
class StageStrip {

    private static final String TIME = "MM-dd HH:mm";

    private final CaseStages stages;
    private final Catalogues catalogues;
    private final Words words;

    StageStrip(CaseStages stages, Catalogues catalogues, Words words) {
        this.stages = stages;
        this.catalogues = catalogues;
        this.words = words;
    }

    /**
     * @param state {@code done}, {@code now}, {@code skipped} or {@code todo}
     * @param times how often the case came to it
     * @param at since when it is there, when it left, or why it never was
     * @param unit whose step was the last
     */
    record Stage(
            String key,
            String name,
            String state,
            int times,
            @Nullable String at,
            @Nullable String unit) {}

    /**
     * One time the case was in a stage, or left it out.
     *
     * @param reason why it was left out; null where it was not, and for whoever does not work on the case
     */
    record Time(
            String stage,
            String name,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Instant skippedAt,
            @Nullable String reason) {}

    List<Time> times(CaseView found, boolean detail, Locale locale) {
        return stages.of(found.id()).stream()
                .map(each -> new Time(
                        each.stage(),
                        words.code("STAGE", each.stage(), locale),
                        each.enteredAt(),
                        each.leftAt(),
                        each.skippedAt(),
                        detail ? reason(each, locale) : null))
                .toList();
    }

    /** What the county calls them together. */
    String name(Locale locale) {
        CodeList list = catalogues.current().codes().get("STAGE");
        return locale.getLanguage().equals("en") ? list.en() : list.zh();
    }

    /** @param detail whether the reader is told why a stage was left out */
    List<Stage> of(CaseView found, List<InboxTask> tasks, boolean detail, Locale locale) {
        List<CaseStage> been = stages.of(found.id());
        List<Stage> strip = new ArrayList<>();
        for (Item item : catalogues.current().codes().get("STAGE").items()) {
            List<CaseStage> own = been.stream()
                    .filter(each -> each.stage().equals(item.key()))
                    .toList();
            strip.add(stage(item, own, unit(item.key(), tasks), detail, locale));
        }
        return strip;
    }

    private Stage stage(Item item, List<CaseStage> own, @Nullable String unit, boolean detail, Locale locale) {
        List<CaseStage> entered = own.stream().filter(each -> !each.skipped()).toList();
        if (entered.isEmpty()) {
            String why = own.isEmpty() || !detail ? null : reason(own.get(0), locale);
            return new Stage(item.key(), item.name(locale), own.isEmpty() ? "todo" : "skipped", 0, why, null);
        }
        CaseStage last = entered.get(entered.size() - 1);
        Instant left = last.leftAt();
        return new Stage(
                item.key(),
                item.name(locale),
                left == null ? "now" : "done",
                entered.size(),
                left == null ? since(last, locale) : words.format(TIME, left, locale),
                left == null ? null : unit);
    }

    private @Nullable String since(CaseStage in, Locale locale) {
        Instant since = in.enteredAt();
        return since == null ? null : words.say("case.since", locale, words.format(TIME, since, locale));
    }

    private @Nullable String reason(CaseStage skipped, Locale locale) {
        String reason = skipped.skipReason();
        CodeList reasons = catalogues.current().codes().get("SKIP_REASON");
        return reason == null ? null : reasons.name(reason, locale);
    }

    private static @Nullable String unit(String stage, List<InboxTask> tasks) {
        String unit = null;
        Instant latest = Instant.MIN;
        for (InboxTask task : tasks) {
            Instant done = task.doneAt();
            if (stage.equals(task.stage()) && done != null && done.isAfter(latest)) {
                latest = done;
                unit = task.doneUnit();
            }
        }
        return unit;
    }
}
