package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an expression of a process names: enough to check the names, not to compute it. */
final class BpmnExpression {

    /** {@code bean.method(…)}; an argument that is no text literal is null. */
    record Call(String bean, String method, List<@Nullable String> arguments) {}

    /** {@code variable == 'value'} or the other way round. */
    record Comparison(String variable, String value) {}

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|==|!=|&&|\\|\\||\\S");
    private static final Set<String> WORDS = Set.of(
            "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null");
    private static final Set<String> EQUALITY = Set.of("==", "!=", "eq", "ne");

    private final List<String> tokens = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<String> properties = new ArrayList<>();

    private BpmnExpression() {}

    /** All expressions in a text; an opening brace without a closing one yields nothing. */
    static List<BpmnExpression> all(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(found -> of(found.group(1)))
                .toList();
    }

    private static BpmnExpression of(String body) {
        BpmnExpression expression = new BpmnExpression();
        Matcher matcher = TOKEN.matcher(body);
        while (matcher.find()) {
            expression.tokens.add(matcher.group());
        }
        for (int i = 0; i < expression.tokens.size(); i++) {
            expression.token(i);
        }
        return expression;
    }

    private void token(int i) {
        String token = at(i);
        if (EQUALITY.contains(token)) {
            compare(at(i - 1), at(i + 1));
            compare(at(i + 1), at(i - 1));
        }
        if (!isName(token) || at(i - 1).equals(".")) {
            return;
        }
        if (!at(i + 1).equals(".")) {
            names.add(token);
        } else if (at(i + 3).equals("(")) {
            calls.add(new Call(token, at(i + 2), arguments(i + 4)));
        } else {
            properties.add(token);
        }
    }

    private void compare(String name, String literal) {
        if (isName(name) && isText(literal)) {
            comparisons.add(new Comparison(name, unquote(literal)));
        }
    }

    /** From behind the opening bracket to its closing one. */
    private List<@Nullable String> arguments(int start) {
        List<@Nullable String> arguments = new ArrayList<>();
        List<String> argument = new ArrayList<>();
        int depth = 1;
        for (int i = start; i < tokens.size() && depth > 0; i++) {
            String token = at(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 || depth == 1 && token.equals(",")) {
                if (!argument.isEmpty()) {
                    arguments.add(literal(argument));
                }
                argument = new ArrayList<>();
            } else {
                argument.add(token);
            }
        }
        return arguments;
    }

    private static @Nullable String literal(List<String> argument) {
        return argument.size() == 1 && isText(argument.get(0)) ? unquote(argument.get(0)) : null;
    }

    private String at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
    }

    private static boolean isText(String token) {
        return token.startsWith("'") || token.startsWith("\"");
    }

    private static String unquote(String token) {
        return token.substring(1, token.length() - 1);
    }

    private static boolean isName(String token) {
        return !token.isEmpty()
                && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_')
                && !WORDS.contains(token);
    }

    /** Names that stand alone: variables. */
    List<String> names() {
        return names;
    }

    /** Names of which a property is read without a call. */
    List<String> properties() {
        return properties;
    }

    List<Call> calls() {
        return calls;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }
}
