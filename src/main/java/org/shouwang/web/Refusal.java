package org.shouwang.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A "no" that a person gets to read: a page or an RFC 9457 problem, its sentence from the bundles under
 * {@code problem.<code>}. Carries no personal data.
 */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final List<FieldProblem> problems;
    private final List<Object> arguments;

    private Refusal(HttpStatus status, String code, List<FieldProblem> problems, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.problems = List.copyOf(problems);
        this.arguments = List.of(arguments);
    }

    /** Not there, or not for this person to know that it is. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", List.of());
    }

    /** Known to the person, but not theirs to do; {@code rule} is the act of the access matrix that says so. */
    public static Refusal forbidden(String rule) {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden", List.of(), rule);
    }

    /** The request cannot be read at all. */
    public static Refusal malformed(String code, Object... arguments) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, List.of(), arguments);
    }

    /** Readable, but wrong at these fields. */
    public static Refusal invalid(List<FieldProblem> problems) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", problems);
    }

    /** Somebody else was faster, or the same key came with other content. */
    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, code, List.of(), arguments);
    }

    /** Was there, and is over, such as a link that has expired. */
    public static Refusal gone(String code) {
        return new Refusal(HttpStatus.GONE, code, List.of());
    }

    /** Too large to take in, such as an oversize file. */
    public static Refusal tooLarge(String code, Object... arguments) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, code, List.of(), arguments);
    }

    /** Asked too often. */
    public static Refusal tooMany() {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many", List.of());
    }

    /** More files opened within an hour than one officer's work explains. */
    public static Refusal tooMuchRead() {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-much-read", List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
