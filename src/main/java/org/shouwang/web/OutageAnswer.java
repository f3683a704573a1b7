package org.shouwang.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** What is said while the database is away: made without a session, a shell or anything else that stands in it. */
@Component
class OutageAnswer {

    /** One answer somebody typed, to be sent again. */
    record Kept(String name, String value) {}

    private final Problems problems;
    private final LocaleResolver locales;
    private final ThymeleafViewResolver views;
    private final JsonMapper json;

    OutageAnswer(Problems problems, LocaleResolver locales, ThymeleafViewResolver views, JsonMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.views = views;
        this.json = json;
    }

    void write(Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Locale locale = locales.resolveLocale(request);
        response.setStatus(failure.status().value());
        failure.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        if (FailureAnswer.readsProblems(path(request), request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            String problem = json.writeValueAsString(problems.detail(failure, locale));
            response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
        } else {
            page(request, response, locale);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Locale locale) throws ServletException {
        Map<String, Object> model = new HashMap<>();
        String query = request.getQueryString();
        model.put("again", request.getRequestURI() + (query == null ? "" : "?" + query));
        if (request.getMethod().equals("POST")) {
            model.put("kept", kept(request));
            model.put(
                    "files",
                    request.getContentType() != null && request.getContentType().startsWith("multipart/"));
        }
        // Both would look into the session.
        request.removeAttribute(CsrfToken.class.getName());
        request.removeAttribute("_csrf");
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        response.setContentType("text/html;charset=UTF-8");
        try {
            Objects.requireNonNull(views.resolveViewName("error/503", locale)).render(model, request, response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** What was typed goes back to whoever typed it, the form's own token with it: sent again, it is the same. */
    private static List<Kept> kept(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(typed -> Arrays.stream(typed.getValue()).map(value -> new Kept(typed.getKey(), value)))
                .toList();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
