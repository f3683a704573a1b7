package org.shouwang.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Whatever went wrong, reduced to what may be told: never an exception's own message, which may quote what was typed.
 *
 * @param code the sentence is {@code problem.<code>} in the bundles
 * @param headers what the answer carries besides, such as {@code Retry-After}
 */
record Failure(
        HttpStatus status,
        String code,
        List<Object> arguments,
        List<FieldProblem> problems,
        Map<String, String> headers) {

    /** SQLSTATE "character not in repertoire". */
    private static final String BAD_CHARACTER = "22021";

    /** Codes of the statuses that the framework answers by itself. */
    private static final Map<HttpStatus, String> BY_STATUS = Map.of(
            HttpStatus.BAD_REQUEST, "malformed",
            HttpStatus.UNAUTHORIZED, "unauthenticated",
            HttpStatus.FORBIDDEN, "forbidden",
            HttpStatus.NOT_FOUND, "not-found",
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
            HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
            HttpStatus.CONTENT_TOO_LARGE, "too-large",
            HttpStatus.SERVICE_UNAVAILABLE, "unavailable");

    static Failure of(@Nullable Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            Map<String, String> headers =
                    refusal.status() == HttpStatus.TOO_MANY_REQUESTS ? Map.of(HttpHeaders.RETRY_AFTER, "60") : Map.of();
            return new Failure(refusal.status(), refusal.code(), refusal.arguments(), refusal.problems(), headers);
        }
        if (thrown instanceof InvalidParameterException container) {
            // Read before any handler: a form larger than the container takes, or one it cannot take apart.
            return of(HttpStatus.valueOf(container.getErrorCode()));
        }
        if (thrown instanceof MethodArgumentNotValidException invalid) {
            return invalid(invalid.getBindingResult());
        }
        if (thrown instanceof AccessDeniedException) {
            return of(HttpStatus.FORBIDDEN);
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return Unreadable.failure(unreadable);
        }
        if (thrown instanceof MaxUploadSizeExceededException) {
            return of(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (thrown instanceof MultipartException || thrown instanceof TypeMismatchException) {
            return of(HttpStatus.BAD_REQUEST);
        }
        if (thrown instanceof ErrorResponse response) {
            return framework(response);
        }
        return database(thrown);
    }

    static Failure of(HttpStatus status) {
        return of(status, BY_STATUS.getOrDefault(status, status.is4xxClientError() ? "malformed" : "internal"));
    }

    boolean isOurs() {
        return status.is5xxServerError() && !isOutage();
    }

    /** Nothing is wrong with what was asked: later it will do. */
    boolean isOutage() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    static Failure of(HttpStatus status, String code) {
        return new Failure(status, code, List.of(), List.of(), Map.of());
    }

    private static Failure framework(ErrorResponse response) {
        HttpStatusCode status = response.getStatusCode();
        HttpStatus known = HttpStatus.resolve(status.value());
        Failure failure = of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
        String allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? failure
                : new Failure(failure.status, failure.code, List.of(), List.of(), Map.of(HttpHeaders.ALLOW, allow));
    }

    private static Failure database(@Nullable Throwable thrown) {
        if (thrown instanceof OptimisticLockingFailureException
                || thrown instanceof DuplicateKeyException
                || thrown instanceof PessimisticLockingFailureException) {
            return of(HttpStatus.CONFLICT, "conflict");
        }
        if (isUnstorable(thrown)) {
            return of(HttpStatus.BAD_REQUEST);
        }
        if (thrown instanceof TransientDataAccessException || Outage.isBehind(thrown)) {
            return new Failure(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    List.of(),
                    List.of(),
                    Map.of(HttpHeaders.RETRY_AFTER, "5"));
        }
        return of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** Characters that no text of the database can hold, such as U+0000: whoever sent them typed nothing. */
    private static boolean isUnstorable(@Nullable Throwable thrown) {
        return thrown instanceof DataIntegrityViolationException violation
                && violation.getRootCause() instanceof SQLException sql
                && BAD_CHARACTER.equals(sql.getSQLState());
    }

    private static Failure invalid(BindingResult result) {
        return invalid(result.getFieldErrors().stream()
                .map(error -> FieldProblem.at(error.getField(), error.isBindingFailure() ? "type" : "constraint"))
                .toList());
    }

    static Failure invalid(List<FieldProblem> problems) {
        return new Failure(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(), problems, Map.of());
    }
}
