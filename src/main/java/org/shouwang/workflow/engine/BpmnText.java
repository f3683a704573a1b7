package org.shouwang.workflow.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A BPMN file read as plain XML. The engine's model knows expressions in two dozen places; here they are found
 * wherever they stand, and so is what no process of ours may contain.
 */
final class BpmnText {

    /** An expression or a forbidden part, and the id of the element it belongs to. */
    record Found(String place, String text) {}

    private static final Set<String> ENGINE = Set.of("http://flowable.org/bpmn", "http://activiti.org/bpmn");
    private static final Map<String, String> FORBIDDEN = Map.of(
            "class", "names a Java class",
            "delegateExpression", "has a delegate expression",
            "type", "has a built-in task type");
    private static final Set<String> SETS = Set.of(
            "resultVariable", "resultVariableName", "elementVariable", "elementIndexVariable", "errorVariableName");

    private final List<Found> expressions = new ArrayList<>();
    private final List<Found> forbidden = new ArrayList<>();
    private final Set<String> variables = new HashSet<>();
    private final Deque<String> places = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();

    private BpmnText() {}

    static BpmnText read(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        BpmnText text = new BpmnText();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> text.open(xml);
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.write(xml.getText());
                case XMLStreamReader.END_ELEMENT -> text.close();
                default -> {}
            }
        }
        return text;
    }

    private void open(XMLStreamReader xml) {
        String id = xml.getAttributeValue(null, "id");
        places.push(id != null ? id : places.isEmpty() ? "" : places.peek());
        texts.push(new StringBuilder());
        String element = xml.getLocalName();
        if (element.equals("scriptTask") || element.equals("script")) {
            forbidden.add(new Found(place(), "contains a script"));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(element, xml.getAttributeNamespace(i), xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    private void attribute(String element, String namespace, String name, String value) {
        boolean engine = namespace != null && ENGINE.contains(namespace);
        boolean listener = element.endsWith("Listener");
        if (FORBIDDEN.containsKey(name) && (engine || listener && !name.equals("type"))) {
            forbidden.add(new Found(place(), FORBIDDEN.get(name)));
        }
        if (SETS.contains(name) || name.equals("target") && (element.equals("out") || element.equals("in"))) {
            variables.add(value);
        }
        expression(value);
    }

    private void write(String characters) {
        if (!texts.isEmpty()) {
            texts.element().append(characters);
        }
    }

    private void close() {
        expression(texts.pop().toString());
        places.pop();
    }

    private void expression(String text) {
        if (text.contains("${") || text.contains("#{")) {
            expressions.add(new Found(place(), text.strip()));
        }
    }

    private String place() {
        return places.element();
    }

    List<Found> expressions() {
        return expressions;
    }

    List<Found> forbidden() {
        return forbidden;
    }

    /** Names of variables that the process itself sets. */
    Set<String> variables() {
        return variables;
    }
}
