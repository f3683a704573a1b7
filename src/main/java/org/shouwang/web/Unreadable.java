package org.shouwang.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells a body that is no JSON from one that is, but has a field too many or of another kind. */
final class Unreadable {

    private static final int DEPTH = 20;

    private Unreadable() {}

    static Failure failure(HttpMessageNotReadableException thrown) {
        @Nullable Refusal refusal = cause(thrown, Refusal.class); // the body's own limit, wrapped by the parser
        if (refusal != null) {
            return Failure.of(refusal);
        }
        @Nullable DatabindException misfit = cause(thrown, DatabindException.class);
        boolean atField = misfit instanceof MismatchedInputException || misfit instanceof ValueInstantiationException;
        return misfit == null || !atField || misfit.getPath().isEmpty()
                ? Failure.of(HttpStatus.BAD_REQUEST, "unreadable")
                : Failure.invalid(List.of(problem(misfit)));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        @Nullable Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEPTH; depth++) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
            each = each.getCause();
        }
        return null;
    }

    private static FieldProblem problem(DatabindException mismatch) {
        String code = mismatch instanceof UnrecognizedPropertyException ? "unknown-field" : "type";
        return FieldProblem.at(path(mismatch.getPath()), code);
    }

    /** {@code needs[0].who}. */
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            @Nullable String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
