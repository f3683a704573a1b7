package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.mock.env.MockEnvironment;

/** No exception's message gets into the log of the running application, whoever logs it. */
class ThrownWithoutWordsTests {

    private static final String SECRET = "Key (name)=(覃小满) already exists";

    @Test
    void keepsWhatAnExceptionSaysOutOfTheLog() throws InterruptedException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent> appender = new OutputStreamAppender<>();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern());
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        Logger log = LoggerFactory.getLogger("org.flowable.anything");
        ((ch.qos.logback.classic.Logger) log).addAppender(appender);
        try {
            Thread worker =
                    new Thread(() -> log.error("A job failed", new IllegalStateException(SECRET, cause())), "job-1");
            worker.start();
            worker.join();
        } finally {
            ((ch.qos.logback.classic.Logger) log).detachAppender(appender);
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("A job failed", "IllegalStateException", "Caused by: java.sql.SQLException")
                .doesNotContain("覃小满");
    }

    private static Exception cause() {
        return new java.sql.SQLException(SECRET);
    }

    /** The pattern the application writes its console with. */
    private static String pattern() {
        LogbackLoggingSystem system = new LogbackLoggingSystem(ThrownWithoutWordsTests.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(
                new LoggingInitializationContext(new MockEnvironment()), "classpath:logback-spring.xml", null);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var console =
                (ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        return ((PatternLayoutEncoder) console.getEncoder()).getPattern();
    }
}
