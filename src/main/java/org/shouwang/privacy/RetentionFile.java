package org.shouwang.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import tools.jackson.databind.JsonNode;

/** Reads {@code retention.yaml} and says what is wrong in it, place by place. */
final class RetentionFile {

    static final String NAME = "retention.yaml";

    private static final Set<String> FIELDS = Set.of(
            "key", "zh", "en", "of", "outcomes", "harm", "archive-after", "keep", "until-age", "kind", "basis", "mark");
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private RetentionFile() {}

    static List<RetentionClass> read(ProcessFiles files, List<Fault> faults) {
        List<RetentionClass> classes = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        files.yaml(NAME, faults).ifPresent(file -> {
            for (Entry entry : file.entries()) {
                read(entry).ifPresent(classes::add);
                if (!keys.add(entry.text("key"))) {
                    entry.fault("key", "is there twice");
                }
            }
            for (String matter : List.of("case", "report")) {
                if (classes.stream().noneMatch(each -> each.of().equals(matter) && each.rest())) {
                    file.fault(
                            "",
                            "no class without outcomes and harm for " + matter + ": some would be kept without a term");
                }
            }
        });
        return List.copyOf(classes);
    }

    private static Optional<RetentionClass> read(Entry entry) {
        entry.node().propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> entry.fault(name, "is not known; there are " + String.join(", ", FIELDS)));
        String of = oneOf(entry, "of", Set.of("case", "report"));
        String kind = oneOf(entry, "kind", Set.of("statutory", "local", "default"));
        String mark = oneOf(entry, "mark", Set.of("T", "T2", "K", "U", "P"));
        if (kind.equals("statutory") && Set.of("U", "P").contains(mark)) {
            entry.fault("mark", "a term marked " + mark + " cannot be statutory: its text has not been found");
        }
        Period archive = period(entry, "archive-after");
        boolean forEver = entry.text("keep").equals("permanent");
        Period keep = forEver ? null : period(entry, "keep");
        Integer age = age(entry);
        if (archive == null || keep == null && !forEver) {
            return Optional.empty();
        }
        if (keep != null && ANY_DAY.plus(keep).isBefore(ANY_DAY.plus(archive))) {
            entry.fault("keep", "ends before archive-after: nothing would ever be archived");
        }
        return Optional.of(new RetentionClass(
                entry.text("key"),
                entry.text("zh"),
                entry.text("en"),
                of,
                outcomes(entry),
                entry.node().path("harm").asBoolean(false),
                archive,
                keep,
                age,
                kind,
                entry.text("basis"),
                mark));
    }

    private static String oneOf(Entry entry, String field, Set<String> allowed) {
        String said = entry.text(field);
        if (!said.isEmpty() && !allowed.contains(said)) {
            entry.fault(field, said + " is none of " + String.join(", ", allowed));
        }
        return said;
    }

    private static @Nullable Period period(Entry entry, String field) {
        String said = entry.text(field);
        try {
            Period period = Period.parse(said);
            if (!period.isNegative()) {
                return period;
            }
        } catch (DateTimeException e) {
            // told below
        }
        entry.fault(field, "is no term such as P30Y, P18M" + (field.equals("keep") ? ", and not permanent" : ""));
        return null;
    }

    private static @Nullable Integer age(Entry entry) {
        JsonNode said = entry.node().path("until-age");
        if (said.isMissingNode()) {
            return null;
        }
        if (!said.isInt() || said.asInt() < 1 || said.asInt() > 120) {
            entry.fault("until-age", "is an age in years");
            return null;
        }
        return said.asInt();
    }

    private static Set<String> outcomes(Entry entry) {
        JsonNode said = entry.node().path("outcomes");
        if (said.isMissingNode()) {
            return Set.of();
        }
        Set<String> outcomes = new HashSet<>();
        said.valueStream().forEach(each -> outcomes.add(each.asString("")));
        if (!said.isArray() || outcomes.isEmpty()) {
            entry.fault("outcomes", "is a list of codes");
        }
        return outcomes;
    }
}
