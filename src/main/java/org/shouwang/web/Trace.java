package org.shouwang.web;

import org.jspecify.annotations.Nullable;

/** Where an exception came from, without what it says: messages quote values, and values here are people. */
final class Trace {

    private static final int FRAMES = 25;
    private static final int CAUSES = 6;

    private Trace() {}

    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < CAUSES; depth++) {
            append(text, each);
            each = next(each);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable thrown) {
        text.append(text.isEmpty() ? "" : "\nCaused by: ")
                .append(thrown.getClass().getName());
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int each = 0; each < Math.min(FRAMES, frames.length); each++) {
            text.append("\n\tat ").append(frames[each]);
        }
    }

    private static @Nullable Throwable next(Throwable thrown) {
        return thrown.getCause() == thrown ? null : thrown.getCause();
    }
}
