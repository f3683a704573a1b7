package org.shouwang.workflow.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Process variables stand in clear text in the engine's tables, outside every protection ours have: ids, codes,
 * booleans, dates and numbers may go in, words may not.
 */
final class VariableGuard {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:+-]{0,63}|");

    private VariableGuard() {}

    static void check(Map<String, ?> variables) {
        variables.forEach((name, value) -> {
            if (!allowed(value)) {
                // The name only: the value is what must not travel.
                throw new IllegalArgumentException("not an id, code, date or number: variable " + name);
            }
        });
    }

    private static boolean allowed(Object value) {
        return value instanceof Boolean
                || value instanceof Number
                || value instanceof Date
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof String text && CODE.matcher(text).matches();
    }
}
