package org.shouwang.workflow.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names why something failed by the class of the innermost exception; what an exception says may name people. */
final class Causes {

    private static final Pattern CAUSE = Pattern.compile(
            "^(?:Caused by: )?((?:[a-z][a-zA-Z0-9_]*\\.)+[A-Z][A-Za-z0-9_$]*)(?::|$)", Pattern.MULTILINE);

    private Causes() {}

    static String innermost(@Nullable String stackTrace) {
        String last = "";
        if (stackTrace != null) {
            Matcher causes = CAUSE.matcher(stackTrace);
            while (causes.find()) {
                last = causes.group(1);
            }
        }
        return last.substring(last.lastIndexOf('.') + 1);
    }
}
