package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a clock runs, as written in clocks.yaml: {@code PT4H}, {@code P3D}, {@code P3WD} (working days), {@code P1W},
 * {@code P6M}, {@code P1Y}. The unit decides how the end is counted, so mixtures such as {@code P1DT2H} are no terms.
 */
public record Term(Unit unit, long amount) {

    private static final Pattern WHOLE = Pattern.compile("P([1-9]\\d{0,4})(WD|D|W|M|Y)");

    /** What is counted. */
    public enum Unit {
        MINUTES,
        DAYS,
        WORKING_DAYS,
        MONTHS
    }

    public Term {
        if (amount < 1) {
            throw new IllegalArgumentException("a term is at least 1: " + amount);
        }
    }

    /** Empty when the text is not a term. */
    public static Optional<Term> parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? Optional.of(whole(whole)) : minutes(text);
    }

    private static Term whole(Matcher text) {
        long amount = Long.parseLong(text.group(1));
        return switch (text.group(2)) {
            case "WD" -> new Term(Unit.WORKING_DAYS, amount);
            case "D" -> new Term(Unit.DAYS, amount);
            case "W" -> new Term(Unit.DAYS, 7 * amount);
            case "M" -> new Term(Unit.MONTHS, amount);
            default -> new Term(Unit.MONTHS, 12 * amount);
        };
    }

    private static Optional<Term> minutes(String text) {
        if (!text.startsWith("PT")) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(text);
            boolean whole = duration.toMinutes() > 0 && duration.toMinutesPart() * 60L == duration.toSeconds() % 3600;
            return whole ? Optional.of(new Term(Unit.MINUTES, duration.toMinutes())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Ends at 24:00 of a day; all but hour terms do. */
    boolean endsWithDay() {
        return unit != Unit.MINUTES;
    }

    /** As written in clocks.yaml. */
    @Override
    public String toString() {
        return switch (unit) {
            case MINUTES -> Duration.ofMinutes(amount).toString();
            case DAYS -> "P" + amount + "D";
            case WORKING_DAYS -> "P" + amount + "WD";
            case MONTHS -> "P" + amount + "M";
        };
    }
}
