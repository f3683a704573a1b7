package org.shouwang.workflow.clock;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Entry;
import tools.jackson.databind.JsonNode;

/** How long and how counted: the fields of a clock that must fit one another. */
record TermFields(
        @Nullable Term term,
        Map<String, Term> byGrade,
        boolean roll,
        @Nullable Duration warn) {

    private static final Set<String> GRADES = Set.of("1", "2", "3", "4");

    static TermFields read(Entry entry) {
        boolean working = choice(entry, "calendar", "natural", "working");
        boolean roll = choice(entry, "roll", "none", "next-working-day");
        String text = entry.text("duration");
        Term term = text.equals("none") ? null : term(entry, "duration", text, working, roll);
        Map<String, Term> byGrade = new HashMap<>();
        for (Map.Entry<String, JsonNode> each :
                entry.node().path("duration-by-grade").properties()) {
            String place = "duration-by-grade." + each.getKey();
            if (!GRADES.contains(each.getKey())) {
                entry.fault(place, "there is no grade " + each.getKey());
            }
            Term graded = term(entry, place, each.getValue().asString(""), working, roll);
            if (graded != null) {
                byGrade.put(each.getKey(), graded);
            }
        }
        Optional<Duration> warn = Fields.duration(entry, "warn");
        if (warn.isPresent() && text.equals("none") && byGrade.isEmpty()) {
            entry.fault("warn", "a clock that only measures has no end to warn of");
        }
        return new TermFields(term, byGrade, roll, warn.orElse(null));
    }

    private static boolean choice(Entry entry, String field, String no, String yes) {
        return entry.has(field)
                && Fields.oneOf(entry, field, Set.of(no, yes), yes::equals).orElse(false);
    }

    private static @Nullable Term term(Entry entry, String field, String text, boolean working, boolean roll) {
        Optional<Term> parsed = Term.parse(text);
        if (parsed.isEmpty()) {
            if (!text.isEmpty()) {
                entry.fault(field, text + " is not a duration such as PT4H, P3D, P3WD, P1M or none");
            }
            return null;
        }
        Term term = parsed.get();
        if (working && term.unit() == Term.Unit.DAYS) {
            return new Term(Term.Unit.WORKING_DAYS, term.amount());
        }
        boolean counted = term.unit() == Term.Unit.WORKING_DAYS;
        if (entry.has("calendar") && working != counted) {
            entry.fault(
                    "calendar", "the calendar does not fit " + text + ": working days are counted, nothing else is");
        }
        if (roll && !term.endsWithDay()) {
            entry.fault("roll", "hours run through: " + text + " cannot roll to the next working day");
        }
        return term;
    }
}
