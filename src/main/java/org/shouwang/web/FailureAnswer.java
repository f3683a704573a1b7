package org.shouwang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Puts a failure into the shape its reader understands: a problem for the API, a page for people. */
@Component
class FailureAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswer.class);

    private final Problems problems;
    private final LocaleResolver locales;
    private final ObjectProvider<Why.Source> reasons;

    FailureAnswer(Problems problems, LocaleResolver locales, ObjectProvider<Why.Source> reasons) {
        this.problems = problems;
        this.locales = locales;
        this.reasons = reasons;
    }

    /** Either a {@code ResponseEntity} or a {@code ModelAndView}, as the path asks. */
    Object answer(Failure failure, String path, HttpServletRequest request, Throwable thrown) {
        String trace = failure.isOurs() ? log(thrown) : "";
        if (thrown instanceof ConcurrencyFailureException) {
            LOG.info("Two at once: {}", Trace.of(thrown));
        }
        Locale locale = locales.resolveLocale(request);
        return readsProblems(path, request) ? problem(failure, locale, trace) : page(failure, request, locale, trace);
    }

    /** The API, and a page's script that sends something in the background. */
    static boolean readsProblems(String path, HttpServletRequest request) {
        return path.startsWith("/api/")
                || path.startsWith("/v3/api-docs")
                || "fetch".equals(request.getHeader("X-Requested-With"));
    }

    private ResponseEntity<ProblemDetail> problem(Failure failure, Locale locale, String trace) {
        ProblemDetail detail = problems.detail(failure, locale);
        why(Problems.rule(failure), locale).ifPresent(why -> detail.setProperty("why", why));
        if (!trace.isEmpty()) {
            detail.setProperty("trace", trace);
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        failure.headers().forEach(answer::header);
        return answer.body(detail);
    }

    private ModelAndView page(Failure failure, HttpServletRequest request, Locale locale, String trace) {
        ModelAndView page = new ModelAndView(template(failure));
        page.setStatus(failure.status());
        page.addObject("status", failure.status().value());
        page.addObject("code", failure.code());
        page.addObject("sentence", problems.sentence(failure, locale));
        page.addObject("rule", Problems.rule(failure));
        page.addObject("why", why(rule(failure, request), locale).orElse(null));
        page.addObject("trace", trace.isEmpty() ? null : trace);
        return page;
    }

    /** Of what is not found the rule of the door that was asked: the same whether there is something behind it or not. */
    private static @Nullable String rule(Failure failure, HttpServletRequest request) {
        return failure.status() == HttpStatus.NOT_FOUND
                ? (String) request.getAttribute(Why.ASKED)
                : Problems.rule(failure);
    }

    private Optional<Why> why(@Nullable String rule, Locale locale) {
        return rule == null
                ? Optional.empty()
                : reasons.stream()
                        .flatMap(source -> source.of(rule, locale).stream())
                        .findFirst();
    }

    private static String template(Failure failure) {
        return switch (failure.status()) {
            case FORBIDDEN -> "error/403";
            case NOT_FOUND -> "error/404";
            default -> failure.status().is5xxServerError() ? "error/5xx" : "error";
        };
    }

    private static String log(Throwable thrown) {
        String trace = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}: {}", trace, Trace.of(thrown));
        return trace;
    }
}
