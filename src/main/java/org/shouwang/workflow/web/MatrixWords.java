package org.shouwang.workflow.web;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.access.Cell;
import org.shouwang.access.Rule;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Role;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rows of the access matrix in plain words. */
@Component
class MatrixWords {

    private final Catalogues catalogues;
    private final FormBook forms;
    private final MessageSource messages;

    MatrixWords(Catalogues catalogues, FormBook forms, MessageSource messages) {
        this.catalogues = catalogues;
        this.forms = forms;
        this.messages = messages;
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String role(String key, Locale locale) {
        if (key.equals(Rule.NOBODY)) {
            return say("matrix.nobody", locale);
        }
        return catalogues
                .current()
                .roles()
                .find(key)
                .map((Role role) -> locale.getLanguage().equals("en") ? role.en() : role.zh())
                .orElse(key);
    }

    String act(String key, Locale locale) {
        String said = messages.getMessage("act." + key, null, key, locale);
        return said == null ? key : said;
    }

    /** How far, restricted ones said apart. */
    String reach(Rule rule, Locale locale) {
        String reach = reach(rule.reach(), locale);
        return rule.restricted() && rule.reach() != Rule.Reach.ANY
                ? say("matrix.restricted-too", locale, reach)
                : reach;
    }

    String reach(Rule.Reach reach, Locale locale) {
        return say("matrix.reach." + reach.name().toLowerCase(Locale.ROOT), locale);
    }

    /** Empty where the rule holds in every stage. */
    String stages(Rule rule, Locale locale) {
        return cell(rule.stage(), code -> catalogues.current().codes().name("STAGE", code, locale), locale);
    }

    String states(Rule rule, Locale locale) {
        return cell(rule.state(), state -> say("matrix.state." + state, locale), locale);
    }

    String forms(Rule rule, Locale locale) {
        return cell(
                rule.form(),
                key -> forms.current()
                        .find(key)
                        .map(form -> form.title().in(locale))
                        .orElse(key),
                locale);
    }

    /** Empty for acts that are about no field. */
    String fields(Rule rule, Locale locale) {
        if (!rule.act().equals("record.read")) {
            return "";
        }
        String named = cell(rule.field(), name -> field(rule, name, locale), locale);
        if (!rule.field().all()) {
            return named;
        }
        String plain = say("matrix.field.plain", locale);
        return named.isEmpty() ? plain : say("matrix.and", locale, plain, named);
    }

    private String field(Rule rule, String name, Locale locale) {
        if (name.startsWith("@")) {
            return say("matrix.class." + name.substring(1), locale);
        }
        return forms.current().all().stream()
                .filter(form -> rule.form().has(form.key()))
                .flatMap(form -> label(form, name, locale))
                .findFirst()
                .orElse(name);
    }

    private static Stream<String> label(Form form, String name, Locale locale) {
        String[] path = name.split("\\.");
        Stream<Field> found = form.field(path[0]).stream();
        if (path.length > 1) {
            found = found.flatMap(group -> group.fields().stream())
                    .filter(field -> field.name().equals(path[1]));
        }
        return found.map(field -> field.label().in(locale));
    }

    private String cell(Cell cell, Function<String, String> word, Locale locale) {
        if (cell.out().isEmpty()) {
            boolean none = cell.in().isEmpty() && !cell.all();
            return none ? say("matrix.none-yet", locale) : join(cell.in(), word, locale);
        }
        return say("matrix.except", locale, join(cell.out(), word, locale));
    }

    private String join(Collection<String> keys, Function<String, String> word, Locale locale) {
        return keys.stream().sorted().map(word).collect(Collectors.joining(say("matrix.comma", locale)));
    }
}
