package org.shouwang.person;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen identity number by GB 11643: six digits of division, eight of birth date, three of sequence, one check
 * character. A number that exists is valid; the division is not looked up, because numbers keep codes that were
 * abolished long ago. Never prints itself.
 */
public record IdNumber(String value) {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");

    /** @throws IllegalArgumentException with a code, never with the number, when the text is no such number */
    public IdNumber {
        value = canonical(value);
        String wrong = wrong(value);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** What keeps {@code text} from being a number of somebody born by {@code today}: a problem code, or nothing. */
    public static Optional<String> fault(String text, LocalDate today) {
        String number = canonical(text);
        String wrong = wrong(number);
        if (!wrong.isEmpty()) {
            return Optional.of(wrong);
        }
        return born(number).isAfter(today) ? Optional.of("id-number-future") : Optional.empty();
    }

    public LocalDate birthDate() {
        return born(value);
    }

    /** GB/T 2261.1: {@code 1} male, {@code 2} female. */
    public String sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** Enough to compare with a card in the hand, too little to use. */
    public String masked() {
        return value.substring(0, 4) + "*".repeat(LENGTH - 6) + value.substring(LENGTH - 2);
    }

    @Override
    public String toString() {
        return masked();
    }

    /** Full-width digits, a small x, spaces: as people and spreadsheets write it. */
    private static String canonical(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String wrong(String number) {
        if (!SHAPE.matcher(number).matches()) {
            return "id-number-shape";
        }
        try {
            born(number);
        } catch (DateTimeException noSuchDay) {
            return "id-number-birth-date";
        }
        return check(number) == number.charAt(LENGTH - 1) ? "" : "id-number-check-digit";
    }

    private static LocalDate born(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
