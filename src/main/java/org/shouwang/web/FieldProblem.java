package org.shouwang.web;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param path where, as in JSON: {@code narrative}, {@code needs[0].who}; empty for the input as a whole
 * @param code the message key is {@code problem.<code>} in the bundles
 * @param arguments what the message names, such as a limit; never what the person typed
 */
public record FieldProblem(String path, String code, List<Object> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem at(String path, String code, Object... arguments) {
        return new FieldProblem(path, code, List.of(arguments));
    }
}
