package org.shouwang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where an exception becomes an answer, for pages and the API alike. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final FailureAnswer answers;

    ProblemAdvice(FailureAnswer answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Failure failure = Failure.of(thrown);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (failure.isOutage() && !FailureAnswer.readsProblems(path, request)) {
            throw thrown; // the usual page would ask the database again: OutageFilter has one that does not
        }
        failure.headers().forEach(response::setHeader);
        return answers.answer(failure, path, request, thrown);
    }

    /** Who is not logged in, the filter chain sends to the login. */
    @ExceptionHandler(AuthenticationException.class)
    void leaveToTheFilterChain(AuthenticationException thrown) {
        throw thrown;
    }

    /** The caller hung up: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    @Nullable
    Object nobodyListens() {
        return null;
    }
}
