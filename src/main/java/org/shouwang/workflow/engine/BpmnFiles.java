package org.shouwang.workflow.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.Message;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.Process;
import org.flowable.validation.ProcessValidatorFactory;
import org.flowable.validation.ValidationError;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/** The processes under bpmn/, read and checked without deploying anything. */
public final class BpmnFiles {

    private final Map<String, BpmnFile> files;

    private BpmnFiles(Map<String, BpmnFile> files) {
        this.files = files;
    }

    /** Reads and checks every bpmn/*.bpmn; a file that cannot be read is left out and reported. */
    public static BpmnFiles read(ProcessFiles all, BpmnContext context, List<Fault> faults) {
        Map<String, BpmnFile> files = new TreeMap<>();
        all.under("bpmn/").forEach((path, content) -> {
            String key = path.substring("bpmn/".length()).replaceFirst("\\.bpmn$", "");
            BpmnFile file = parse(key, path, content, faults);
            if (file != null) {
                files.put(key, file);
            }
        });
        BpmnFiles read = new BpmnFiles(files);
        Set<String> messages = read.messages();
        for (BpmnFile file : files.values()) {
            check(file, faults);
            new BpmnTasks(file, context, faults).check();
            new BpmnFlow(file, faults).check();
            new BpmnNames(file, context, files.keySet(), messages, faults).check();
            new BpmnLayout(file, faults).check();
        }
        return read;
    }

    private static @Nullable BpmnFile parse(String key, String path, byte[] content, List<Fault> faults) {
        try {
            BpmnText text = BpmnText.read(content);
            BpmnModel model =
                    new BpmnXMLConverter().convertToBpmnModel(() -> new ByteArrayInputStream(content), true, true);
            Process process = model.getProcessById(key);
            if (process == null || model.getProcesses().size() != 1) {
                faults.add(new Fault(path, "", "must hold one process, with the file's name as its id: " + key));
                return null;
            }
            return new BpmnFile(key, path, content, model, process, text);
        } catch (XMLStreamException e) {
            faults.add(new Fault(path, "line " + e.getLocation().getLineNumber(), "not readable as XML"));
        } catch (RuntimeException e) {
            faults.add(new Fault(path, "", "not readable as BPMN: " + root(e).getMessage()));
        }
        return null;
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private static void check(BpmnFile file, List<Fault> faults) {
        if (!file.process().isExecutable()) {
            faults.add(new Fault(file.path(), file.key(), "isExecutable is not true"));
        }
        if (file.process().getName() == null || file.process().getName().isBlank()) {
            faults.add(new Fault(file.path(), file.key(), "the process has no name"));
        }
        file.text()
                .forbidden()
                .forEach(found -> faults.add(new Fault(
                        file.path(),
                        found.place(),
                        found.text() + "; only flowable:expression=\"${bean.method(execution)}\" may be called")));
        for (ValidationError error :
                new ProcessValidatorFactory().createDefaultProcessValidator().validate(file.model())) {
            if (!error.isWarning()) {
                String place =
                        error.getActivityId() == null ? "line " + error.getXmlLineNumber() : error.getActivityId();
                faults.add(new Fault(file.path(), place, error.getProblem() + ": " + error.getDefaultDescription()));
            }
        }
    }

    /** Names of the messages that some process waits for or starts by. */
    private Set<String> messages() {
        List<String> names = new ArrayList<>();
        for (BpmnFile file : files.values()) {
            file.all(Event.class).stream()
                    .flatMap(event -> event.getEventDefinitions().stream())
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(definition -> ((MessageEventDefinition) definition).getMessageRef())
                    .map(ref -> name(file.model(), ref))
                    .forEach(names::add);
        }
        return names.stream().collect(Collectors.toSet());
    }

    private static String name(BpmnModel model, String ref) {
        Message message = model.getMessage(ref);
        return message == null ? ref : message.getName();
    }

    public Set<String> keys() {
        return Set.copyOf(files.keySet());
    }

    Optional<BpmnFile> find(String key) {
        return Optional.ofNullable(files.get(key));
    }

    Collection<BpmnFile> all() {
        return files.values();
    }
}
