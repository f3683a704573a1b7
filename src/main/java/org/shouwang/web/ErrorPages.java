package org.shouwang.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails outside every handler (a filter, the container) answers in the same shapes as everything else. */
@Controller
class ErrorPages implements ErrorController {

    private final FailureAnswer answers;

    ErrorPages(FailureAnswer answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Failure failure = thrown == null ? Failure.of(status(request)) : Failure.of(root(thrown));
        failure.headers().forEach(response::setHeader);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Throwable cause = thrown == null ? new IllegalStateException("status " + failure.status()) : thrown;
        return answers.answer(failure, path.substring(request.getContextPath().length()), request, cause);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof jakarta.servlet.ServletException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
    }
}
