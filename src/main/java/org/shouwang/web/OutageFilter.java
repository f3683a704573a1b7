package org.shouwang.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers when the database does not. Stands before the sessions, which are in the database too: what fails there has
 * no handler, no login and no error page that could be shown without asking it again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    private final OutageAnswer answer;

    OutageFilter(OutageAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            Failure failure = Failure.of(root(e));
            if (!failure.isOutage() || response.isCommitted()) {
                throw e;
            }
            LOG.warn("A service we need does not answer: {}", root(e).getClass().getName());
            response.resetBuffer(); // the headers that protect the page stay
            answer.write(failure, request, response);
        }
    }

    private static Throwable root(Exception thrown) {
        return thrown instanceof ServletException wrapped && wrapped.getCause() != null ? wrapped.getCause() : thrown;
    }
}
