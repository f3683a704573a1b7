package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code x-sections}: every field belongs to exactly one. */
final class SectionReader {

    private final FaultList faults;

    SectionReader(FaultList faults) {
        this.faults = faults;
    }

    List<Section> read(JsonNode form, List<Field> fields) {
        List<Section> sections = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode node : form.path("x-sections")) {
            Section section = section(node, sections.size());
            if (!keys.add(section.key())) {
                faults.add("x-sections/" + section.key(), "is there twice");
            }
            section.fields().forEach(name -> place(name, section.key(), form, placed));
            sections.add(section);
        }
        if (sections.isEmpty()) {
            faults.add("x-sections", "is missing or empty");
        }
        for (Field field : fields) {
            if (!placed.contains(field.name())) {
                faults.add(field.name(), "stands in no section");
            }
        }
        return sections;
    }

    private Section section(JsonNode node, int at) {
        String place = "x-sections/" + node.path("key").asString(String.valueOf(at));
        List<String> fields = new ArrayList<>();
        node.path("fields").forEach(name -> fields.add(name.asString("")));
        if (fields.isEmpty()) {
            faults.add(place, "has no fields");
        }
        return new Section(
                faults.text(node, place, "key"),
                faults.words(node, place, "title", "title-en"),
                FaultList.perhaps(node, "help", "help-en"),
                fields);
    }

    private void place(String name, String section, JsonNode form, Set<String> placed) {
        if (!form.path("properties").has(name)) {
            faults.add("x-sections/" + section, "names " + name + ", which is no field");
        } else if (!placed.add(name)) {
            faults.add("x-sections/" + section, "names " + name + ", which stands in a section already");
        }
    }
}
