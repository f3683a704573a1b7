package org.shouwang.workflow.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Item;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** What a field offers to choose from, and how a value reads. */
final class ChoiceViews {

    private static final int SHORT_LABEL = 6;
    private static final int FEW = 5;

    private final Filling filling;
    private final MessageSource messages;
    private final Locale locale;

    ChoiceViews(Filling filling, MessageSource messages, Locale locale) {
        this.filling = filling;
        this.messages = messages;
        this.locale = locale;
    }

    List<Choice> of(Field field, JsonNode value) {
        Set<String> chosen = answers(value).collect(Collectors.toSet());
        List<Choice> offered = filling.choices().get(field.name());
        if (offered == null) {
            offered = offered(field, value);
        }
        return offered.stream()
                .map(choice -> choice.chosenIf(chosen.contains(choice.value())))
                .toList();
    }

    private List<Choice> offered(Field field, JsonNode value) {
        CodeList codes = field.codes();
        if (codes != null) {
            return codes.items().stream().map(this::choice).toList();
        }
        return switch (field.kind()) {
            case BOOLEAN -> List.of(Choice.of("true", word("form.yes")), Choice.of("false", word("form.no")));
            case ID, IDS -> answers(value).map(id -> Choice.of(id, name(id))).toList();
            default -> List.of();
        };
    }

    private Choice choice(Item item) {
        return new Choice(item.key(), item.name(locale), item.help(), false);
    }

    private String name(String id) {
        return filling.names().getOrDefault(id, word("form.unnamed"));
    }

    private String word(String key) {
        return messages.getMessage(key, null, locale);
    }

    private static Stream<String> answers(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(one -> one.asString(""))
                : Stream.of(value.asString("")).filter(one -> !one.isEmpty());
    }

    /** A value in words, for reading. */
    String words(Field field, JsonNode value) {
        if (field.kind() == Kind.DATE_TIME) {
            return Values.typed(field, value).replace('T', ' ');
        }
        return answers(value).map(one -> words(field, one)).collect(Collectors.joining(comma()));
    }

    private String words(Field field, String value) {
        CodeList codes = field.codes();
        if (codes != null) {
            return codes.name(value, locale);
        }
        return switch (field.kind()) {
            case BOOLEAN -> word(value.equals("true") ? "form.yes" : "form.no");
            case ID, IDS -> name(value);
            default ->
                filling.choices().getOrDefault(field.name(), List.of()).stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(Choice::label)
                        .findFirst()
                        // A division is shown by its name, a text as it was written.
                        .orElseGet(() -> field.widget() == Widget.DIVISION
                                ? filling.names().getOrDefault(value, value)
                                : value);
        };
    }

    private String comma() {
        return locale.getLanguage().equals("en") ? ", " : "、";
    }

    /** Few short answers stand beside each other; others below each other. */
    static boolean fitInRow(List<Choice> choices) {
        return choices.size() <= FEW
                && choices.stream()
                        .allMatch(choice ->
                                choice.help() == null && choice.label().length() <= SHORT_LABEL);
    }
}
