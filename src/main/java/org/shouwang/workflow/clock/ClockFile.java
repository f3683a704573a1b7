package org.shouwang.workflow.clock;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** Reads clocks.yaml: every version of every clock. */
final class ClockFile {

    private static final Set<String> FIELDS = Set.of(
            "key",
            "zh",
            "en",
            "starts",
            "counts-from",
            "stops",
            "pauses",
            "resumes",
            "actor",
            "external",
            "duration",
            "duration-by-grade",
            "duration-from",
            "calendar",
            "roll",
            "warn",
            "kind",
            "basis",
            "mark",
            "ladder",
            "valid-from",
            "note");
    private static final Set<String> MARKS = Set.of("T", "T2", "K", "U", "P");

    private final Set<String> roles;
    private final Set<String> ladders;

    ClockFile(Set<String> roles, Set<String> ladders) {
        this.roles = roles;
        this.ladders = ladders;
    }

    Map<String, NavigableMap<LocalDate, ClockRule>> read(ProcessFiles files, List<Fault> faults) {
        Map<String, NavigableMap<LocalDate, ClockRule>> clocks = new HashMap<>();
        files.yaml("clocks.yaml", faults)
                .ifPresent(file -> file.entries().forEach(entry -> rule(entry).ifPresent(rule -> {
                    NavigableMap<LocalDate, ClockRule> versions =
                            clocks.computeIfAbsent(rule.key(), key -> new TreeMap<>());
                    if (versions.put(rule.validFrom(), rule) != null) {
                        entry.fault("valid-from", "this version of " + rule.key() + " is there twice");
                    }
                })));
        return clocks;
    }

    /** Empty when the entry is too wrong to be one; every reason has been reported then. */
    private Optional<ClockRule> rule(Entry entry) {
        Fields.only(entry, FIELDS);
        Optional<LocalDate> validFrom = Fields.date(entry, "valid-from");
        Optional<ClockKind> kind = Fields.oneOf(entry, "kind", Set.of("statutory", "local", "default"), ClockKind::of);
        String mark = Fields.oneOf(entry, "mark", MARKS, Function.identity()).orElse("");
        if (kind.filter(ClockKind.STATUTORY::equals).isPresent()
                && Set.of("U", "P").contains(mark)) {
            entry.fault("mark", "a clock marked " + mark + " cannot be statutory: its text has not been found");
        }
        TermFields terms = TermFields.read(entry);
        String key = entry.text("key");
        if (validFrom.isEmpty() || kind.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClockRule(
                key,
                validFrom.get(),
                entry.text("zh"),
                entry.text("en"),
                pattern(entry, "starts", "(task:[\\w-]+/[\\w-]+|record:[\\w-]+|event:[\\w.-]+|timer)"),
                countsFrom(entry),
                pattern(entry, "stops", "(done|record:[\\w-]+|event:[\\w.-]+|timer)"),
                event(entry, "pauses", "resumes"),
                event(entry, "resumes", "pauses"),
                actor(entry),
                entry.node().path("external").asBoolean(false),
                terms.term(),
                durationFrom(entry, terms),
                terms.byGrade(),
                terms.roll(),
                terms.warn(),
                kind.get(),
                entry.text("basis"),
                mark,
                ladder(entry)));
    }

    private static String pattern(Entry entry, String field, String pattern) {
        String text = entry.text(field);
        if (!text.isEmpty() && !text.matches(pattern)) {
            entry.fault(field, text + " is not of the form " + pattern);
        }
        return text;
    }

    private static @Nullable String countsFrom(Entry entry) {
        Optional<String> field = entry.optional("counts-from");
        if (field.isPresent() && !entry.text("starts").matches("(record|task):.*")) {
            entry.fault("counts-from", "only a clock that starts with a record or a task can count from a day of it");
        }
        return field.orElse(null);
    }

    private static @Nullable String durationFrom(Entry entry, TermFields terms) {
        Optional<String> variable = entry.optional("duration-from");
        if (variable.isPresent()
                && (terms.term() == null || !entry.text("starts").startsWith("task:"))) {
            entry.fault(
                    "duration-from", "only a clock that starts with a task and has a duration can be given another");
        }
        return variable.orElse(null);
    }

    /** What can stand still must be able to run on, and the other way round. */
    private static @Nullable String event(Entry entry, String field, String twin) {
        if (!entry.has(field)) {
            return null;
        }
        if (!entry.has(twin)) {
            entry.fault(field, "a clock with " + field + " needs " + twin + " as well");
        }
        return pattern(entry, field, "event:[\\w.-]+");
    }

    private String actor(Entry entry) {
        return Fields.oneOf(entry, "actor", roles, Function.identity()).orElse("");
    }

    private @Nullable String ladder(Entry entry) {
        Optional<String> ladder = entry.optional("ladder");
        if (ladder.isPresent() && !ladders.contains(ladder.get())) {
            entry.fault("ladder", "there is no ladder " + ladder.get() + " in ladders.yaml");
        }
        if (ladder.isPresent() && entry.node().path("external").asBoolean(false)) {
            entry.fault("ladder", "an outside organ is asked, never escalated: no ladder");
        }
        return ladder.orElse(null);
    }
}
