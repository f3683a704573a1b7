package org.shouwang.workflow.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns what was typed into JSON of the field's kind. What does not fit stays as typed, for the check to name. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    // Leaves line breaks; takes other controls, marks that turn the reading direction, and halves of a character.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\uFEFF\\u200B\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");

    private Values() {}

    /** Text as it is kept: composed (NFC), without controls, without blanks around it. */
    static String clean(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return Normalizer.normalize(UNSEEN.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }

    /** The value of one answer; null when nothing was answered. */
    static @Nullable JsonNode of(Field field, String typed) {
        String text = clean(typed);
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case NUMBER, INTEGER -> number(text);
            case BOOLEAN -> truth(text);
            case DATE -> JSON.stringNode(date(text));
            case DATE_TIME -> JSON.stringNode(dateTime(text));
            default -> JSON.stringNode(field.widget() == Widget.TEXTAREA ? text : text.replace('\n', ' '));
        };
    }

    private static JsonNode number(String text) {
        String narrow = narrow(text);
        if (!NUMBER.matcher(narrow).matches()) {
            return JSON.stringNode(text);
        }
        return narrow.contains(".") ? JSON.numberNode(new BigDecimal(narrow)) : JSON.numberNode(Long.parseLong(narrow));
    }

    private static JsonNode truth(String text) {
        return switch (text) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> JSON.stringNode(text);
        };
    }

    private static String date(String text) {
        Matcher parts = DATE.matcher(narrow(text));
        if (!parts.matches()) {
            return text;
        }
        try {
            return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                    .toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String dateTime(String text) {
        try {
            LocalDateTime local = LocalDateTime.parse(narrow(text).replace(' ', 'T'));
            return local.atOffset(CHINA).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** Chinese keyboards type full-width digits. */
    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** As an {@code <input>} wants it back. */
    static String typed(Field field, JsonNode value) {
        String text = value.isValueNode() ? value.asString() : "";
        if (field.kind() != Kind.DATE_TIME) {
            return text;
        }
        try {
            LocalDateTime local =
                    OffsetDateTime.parse(text).withOffsetSameInstant(CHINA).toLocalDateTime();
            return local.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** As a process variable. */
    static Object plain(Field field, JsonNode value) {
        return switch (field.kind()) {
            case BOOLEAN -> value.asBoolean();
            case INTEGER -> value.asLong();
            case NUMBER -> value.asDouble();
            case DATE -> LocalDate.parse(value.asString());
            case DATE_TIME -> OffsetDateTime.parse(value.asString()).toInstant();
            default -> value.asString();
        };
    }
}
