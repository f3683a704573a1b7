package org.shouwang.workflow.form;

import org.shouwang.workflow.catalogue.Codes;
import tools.jackson.databind.JsonNode;

/** Reads how a field is asked for: as the file says, or as fields of its kind usually are. */
final class WidgetReader {

    private static final int RADIO_ROWS = 7;
    private static final int ONE_LINE = 200;

    private final Codes codes;
    private final FaultList faults;

    WidgetReader(Codes codes, FaultList faults) {
        this.codes = codes;
        this.faults = faults;
    }

    Widget widget(JsonNode node, Kind kind, String place) {
        String name = node.path("x-widget").asString("");
        Widget usual = usual(node, kind);
        if (name.isEmpty()) {
            return usual;
        }
        Widget widget = Widget.named(name).orElse(null);
        if (widget == null) {
            faults.add(place, "x-widget " + name + " is not known");
            return usual;
        }
        if (!widget.fits(kind)) {
            faults.add(place, "x-widget " + name + " does not fit a field of this type");
            return usual;
        }
        return widget;
    }

    private Widget usual(JsonNode node, Kind kind) {
        return switch (kind) {
            case TEXT -> node.path("maxLength").asInt(0) > ONE_LINE ? Widget.TEXTAREA : Widget.TEXT;
            case CODE ->
                codes.find(node.path("x-code").asString(""))
                        .filter(list -> list.items().size() > RADIO_ROWS)
                        .map(list -> Widget.SELECT)
                        .orElse(Widget.RADIO);
            case BOOLEAN -> Widget.RADIO;
            case DATE -> Widget.DATE;
            case DATE_TIME -> Widget.DATETIME;
            case NUMBER, INTEGER -> Widget.NUMBER;
            case ID -> Widget.PERSON;
            case CODES -> Widget.CHECKBOXES;
            case IDS -> Widget.FILE;
            case GROUP -> Widget.GROUP;
        };
    }
}
