package org.shouwang.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;

/** Reads {@code aid.yaml} and says what is wrong in it, place by place. */
final class AidFile {

    static final String NAME = "aid.yaml";

    private static final Set<String> MARKS = Set.of("T", "T2", "K", "U", "P");
    private static final String TERM = "P[1-9][0-9]?(D|WD)";

    private final List<AidRule> rules = new ArrayList<>();
    private String urgent = "";

    private AidFile() {}

    /** @param urgent the basis on which what is urgent is decided first and gets its papers later */
    record Read(List<AidRule> rules, String urgent) {

        Read {
            rules = List.copyOf(rules);
        }
    }

    static Read read(Catalogue catalogue, List<Fault> faults) {
        AidFile file = new AidFile();
        catalogue.files().yaml(NAME, faults).ifPresent(file::all);
        return new Read(file.rules, file.urgent);
    }

    private void all(Entry file) {
        file.entries("aid").forEach(this::rule);
        file.entry("urgent").ifPresent(entry -> {
            urgent = entry.text("basis");
            mark(entry);
        });
    }

    private void rule(Entry entry) {
        String division = entry.text("division");
        if (!division.matches("[0-9]{12}")) {
            entry.fault("division", "is no code of twelve digits");
        }
        LocalDate from = day(entry, "valid-from", entry.text("valid-from"));
        LocalDate until = entry.optional("valid-until")
                .map(said -> day(entry, "valid-until", said))
                .orElse(null);
        AidRule rule = new AidRule(
                entry.text("key"),
                division,
                entry.text("zh"),
                entry.text("en"),
                entry.text("standard"),
                yuan(entry, "most"),
                yuan(entry, "township-limit"),
                term(entry, "within"),
                term(entry, "urgent-within"),
                entry.text("basis"),
                mark(entry),
                from,
                until);
        if (rule.townshipLimit() > rule.most()) {
            entry.fault("township-limit", "is more than most");
        }
        if (rules.stream().anyMatch(other -> other.division().equals(division) && overlap(other, rule))) {
            entry.fault("valid-from", "the place has another rule in that time");
        }
        rules.add(rule);
    }

    private static boolean overlap(AidRule one, AidRule other) {
        return (one.until() == null || !one.until().isBefore(other.from()))
                && (other.until() == null || !other.until().isBefore(one.from()));
    }

    private static int yuan(Entry entry, String field) {
        int yuan = entry.node().path(field).asInt(-1);
        if (yuan < 0) {
            entry.fault(field, "is no number of yuan");
        }
        return yuan;
    }

    private static String term(Entry entry, String field) {
        String term = entry.text(field);
        if (!term.isEmpty() && !term.matches(TERM)) {
            entry.fault(field, "is no term such as P5WD");
        }
        return term;
    }

    private static String mark(Entry entry) {
        String mark = entry.text("mark");
        if (!mark.isEmpty() && !MARKS.contains(mark)) {
            entry.fault("mark", mark + " is none of T, T2, K, U, P");
        }
        return mark;
    }

    private static LocalDate day(Entry entry, String field, @Nullable String said) {
        try {
            return LocalDate.parse("" + said);
        } catch (DateTimeException e) {
            entry.fault(field, "is no day such as 2026-01-01");
            return LocalDate.EPOCH;
        }
    }
}
