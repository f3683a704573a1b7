package org.shouwang.workflow.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what kind of answer a property takes, from its type, format and code list. */
final class KindReader {

    private final FaultList faults;

    KindReader(FaultList faults) {
        this.faults = faults;
    }

    /** Null when it is none that a form knows; the reason has been reported then. */
    @Nullable
    Kind kind(JsonNode node, String place) {
        return switch (node.path("type").asString("")) {
            case "string" -> stringKind(node, place);
            case "number" -> Kind.NUMBER;
            case "integer" -> Kind.INTEGER;
            case "boolean" -> Kind.BOOLEAN;
            case "array" -> arrayKind(node.path("items"), node.has("x-code"), place);
            default -> {
                faults.add(place, "type has to be string, number, integer, boolean or array");
                yield null;
            }
        };
    }

    private @Nullable Kind stringKind(JsonNode node, String place) {
        if (node.has("x-code")) {
            return Kind.CODE;
        }
        return switch (node.path("format").asString("")) {
            case "" -> Kind.TEXT;
            case "date" -> Kind.DATE;
            case "date-time" -> Kind.DATE_TIME;
            case "uuid" -> Kind.ID;
            default -> {
                faults.add(place, "format has to be date, date-time or uuid");
                yield null;
            }
        };
    }

    private @Nullable Kind arrayKind(JsonNode items, boolean coded, String place) {
        if (items.path("type").asString("").equals("object")) {
            if (!items.path("additionalProperties").isBoolean()
                    || items.path("additionalProperties").asBoolean()) {
                faults.add(place, "the rows of a group need additionalProperties: false");
            }
            return Kind.GROUP;
        }
        if (coded || items.has("x-code")) {
            return Kind.CODES;
        }
        if (items.path("format").asString("").equals("uuid")) {
            return Kind.IDS;
        }
        faults.add(place, "items have to be objects, codes (x-code) or ids (format: uuid)");
        return null;
    }
}
