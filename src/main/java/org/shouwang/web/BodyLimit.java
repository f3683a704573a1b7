package org.shouwang.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a request may send in its body. Holds for JSON and whatever else a handler reads as it comes; forms and files
 * have limits of their own in the container. Nothing beyond it is read, and a body that says its length is not read at
 * all.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    private final DataSize most;

    BodyLimit(@Value("${shouwang.body-limit:1MB}") DataSize most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean limited =
                request.getContentType() == null || !request.getContentType().startsWith("multipart/");
        chain.doFilter(limited ? new LimitedRequest(request, most) : request, response);
    }
}
