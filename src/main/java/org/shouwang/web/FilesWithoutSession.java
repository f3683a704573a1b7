package org.shouwang.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Style sheets, scripts and pictures are handed out without asking for a session. It lies in the database, and the page
 * that says that the database is away wants its dress.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
class FilesWithoutSession extends OncePerRequestFilter {

    private static final List<String> FILES = List.of("/css/", "/js/", "/img/", "/webjars/");

    /** By this mark the session's filter knows what it need not touch. */
    private static final String DONE = SessionRepositoryFilter.class.getName() + ".FILTERED";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (FILES.stream().anyMatch(path::startsWith)) {
            request.setAttribute(DONE, Boolean.TRUE);
        }
        chain.doFilter(request, response);
    }
}
