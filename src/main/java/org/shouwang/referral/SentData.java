package org.shouwang.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.person.PersonFile;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.FieldProblem;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes along with a referral: made of the person's file and the sender's words when it is sent, and frozen. */
@Component
class SentData {

    private static final String NEED = "need";
    private static final String MORE = "more";

    private final Persons persons;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final JsonMapper json;

    SentData(Persons persons, Catalogues catalogues, MessageSource messages, JsonMapper json) {
        this.persons = persons;
        this.catalogues = catalogues;
        this.messages = messages;
        this.json = json;
    }

    /** @param said the answers of {@code F25-referral}; every field that cannot go along is added to {@code wrong} */
    String freeze(@Nullable UUID person, JsonNode said, Actor by, List<FieldProblem> wrong) {
        ObjectNode sent = json.createObjectNode().put(NEED, said.path(NEED).asString(""));
        List<String> fields =
                said.path("fields").valueStream().map(JsonNode::asString).toList();
        if (!fields.contains("identity")) {
            // Whoever is to help has to know whom; the task names the child as well.
            wrong.add(FieldProblem.at("fields", "referral-identity"));
        }
        for (String field : fields) {
            Optional<String> value = value(field, person, said, by);
            value.ifPresent(words -> sent.put(field, words));
            if (value.isEmpty()) {
                wrong.add(FieldProblem.at(
                        "fields",
                        "referral-not-known",
                        catalogues.current().codes().name("DATA_FIELD", field, LocaleContextHolder.getLocale())));
            }
        }
        return sent.toString();
    }

    private Optional<String> value(String field, @Nullable UUID person, JsonNode said, Actor by) {
        if (said.hasNonNull(field + "Words")) {
            return Optional.of(said.path(field + "Words").asString());
        }
        Optional<UUID> known = Optional.ofNullable(person);
        return switch (field) {
            case "identity" -> known.flatMap(persons::find).map(this::identity);
            case "number" -> known.flatMap(id -> persons.idNumber(id, by));
            case "contact" -> known.flatMap(id -> persons.file(id, by)).map(PersonFile::phone);
            default -> Optional.empty();
        };
    }

    private String identity(PersonView person) {
        List<String> words = new ArrayList<>(
                List.of(person.name(), messages.getMessage("person.sex." + person.sex(), null, Locale.CHINA)));
        if (person.birthDate() != null) {
            words.add(person.birthDate() + (person.birthEstimated() ? "?" : ""));
        }
        return String.join("，", words);
    }

    /** The same with what the sender added when asked back. */
    String withMore(String sent, String words) {
        ObjectNode all = (ObjectNode) json.readTree(sent);
        all.withArray(MORE).add(words);
        return all.toString();
    }

    /** Line by line, in the order of the code list, each with what it is. */
    List<String> lines(String sent, Locale locale) {
        JsonNode all = json.readTree(sent);
        List<String> lines = new ArrayList<>();
        lines.add(say(messages.getMessage("referral.need", null, locale), all.path(NEED), locale));
        for (String field : catalogues.current().codes().get("DATA_FIELD").keys()) {
            if (all.has(field)) {
                lines.add(say(catalogues.current().codes().name("DATA_FIELD", field, locale), all.path(field), locale));
            }
        }
        all.path(MORE)
                .forEach(words -> lines.add(say(messages.getMessage("referral.more", null, locale), words, locale)));
        return lines;
    }

    private String say(String what, JsonNode words, Locale locale) {
        return messages.getMessage("referral.line.said", new Object[] {what, words.asString("")}, locale);
    }
}
