package org.shouwang.web;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exception into the log as {@link Trace} does, whoever logs it: the class and where it was thrown, not what it
 * says. A driver's or an engine's message quotes values, and values here are people. At the start, in the thread
 * {@code main}, there are no people yet, and the message is what an operator needs.
 */
public final class ThrownWithoutWords extends ThrowableProxyConverter {

    private static final int FRAMES = 25;
    private static final int CAUSES = 6;

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown == null || event.getThreadName().equals("main")) {
            return super.convert(event);
        }
        StringBuilder text = new StringBuilder();
        @Nullable IThrowableProxy each = thrown;
        for (int depth = 0; each != null && depth < CAUSES; depth++) {
            append(text, each);
            each = each.getCause();
        }
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, IThrowableProxy thrown) {
        text.append(text.isEmpty() ? "\n" : "\nCaused by: ").append(thrown.getClassName());
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        for (int each = 0; each < Math.min(FRAMES, frames.length); each++) {
            text.append("\n\t").append(frames[each].getSTEAsString());
        }
    }
}
