package org.shouwang.web;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the container refuses before any application sees it, such as an address that is none ({@code %00}), in our words
 * and shapes instead of its own page.
 */
class ContainerErrors extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

    private final Problems problems;
    private final ObjectProvider<LocaleResolver> locales;
    private final JsonMapper json;

    ContainerErrors(Problems problems, ObjectProvider<LocaleResolver> locales, JsonMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        @Nullable HttpStatus known = HttpStatus.resolve(status);
        try {
            write(Failure.of(known == null ? HttpStatus.BAD_REQUEST : known), request, response);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Nobody listens: {}", e.getClass().getName());
        }
    }

    private void write(Failure failure, Request request, Response response) throws IOException {
        Locale locale = locales.getObject().resolveLocale(request.getRequest());
        boolean program = FailureAnswer.readsProblems(path(request), request.getRequest());
        String answer = program
                ? json.writeValueAsString(problems.detail(failure, locale))
                : page(problems.sentence(failure, locale), locale);
        response.setContentType(program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }

    private static String path(Request request) {
        Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
        return path == null ? "" : path;
    }

    private static String page(String sentence, Locale locale) {
        return "<!doctype html><html lang=\"" + locale.toLanguageTag() + "\"><meta charset=\"utf-8\"><title>"
                + HtmlUtils.htmlEscape(sentence) + "</title><h1>" + HtmlUtils.htmlEscape(sentence)
                + "</h1><p><a href=\"/\">/</a></p></html>";
    }
}
