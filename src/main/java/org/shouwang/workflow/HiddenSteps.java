package org.shouwang.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.workflow.engine.EngineRoom;
import org.shouwang.workflow.engine.SensitiveSteps;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps whose kind alone says what happened to a child: whoever does not handle the case sees that something is under
 * way, not what. What one's own unit did or has to do stays open to it.
 */
@Component
public class HiddenSteps {

    private final Access access;
    private final EngineRoom engine;
    private final SensitiveSteps steps;
    private final ObjectProvider<SubjectClasses> told;

    HiddenSteps(Access access, EngineRoom engine, SensitiveSteps steps, ObjectProvider<SubjectClasses> told) {
        this.told = told;
        this.access = access;
        this.engine = engine;
        this.steps = steps;
    }

    /**
     * How a reader is shown the steps of one subject.
     *
     * @param on whether any may be hidden: not from those who handle it
     * @param classes {@code SENSITIVE} ones the subject belongs to: steps hidden in those count
     * @param units the reader's own, whose steps stay open
     */
    public record Hiding(boolean on, Set<String> classes, Set<String> units) {

        /** For whoever sees everything. */
        public static final Hiding NOTHING = new Hiding(false, Set.of(), Set.of());
    }

    public Hiding of(Subject subject, Actor reader) {
        boolean on = !access.may(reader, "step.read", subject);
        return new Hiding(
                on,
                on ? classes(subject) : Set.of(),
                reader.posts().stream().map(Post::agencyName).collect(Collectors.toSet()));
    }

    private Set<String> classes(Subject subject) {
        Set<String> classes = new HashSet<>();
        if (!subject.sealedClass().equals("open")) {
            classes.add("restricted");
        }
        told.forEach(each -> classes.addAll(each.of(subject.id())));
        return classes;
    }

    /** The same tasks; those that are hidden say only that something is under way. */
    @Transactional(readOnly = true)
    public List<InboxTask> mask(List<InboxTask> tasks, Hiding hiding, Actor reader) {
        if (!hiding.on() || tasks.isEmpty()) {
            return tasks;
        }
        Map<String, String> definitions = tasks.stream()
                .map(InboxTask::subjectId)
                .distinct()
                .map(engine::instances)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(EngineRoom.Instance::id, EngineRoom.Instance::definition));
        return tasks.stream()
                .map(task -> isOwn(task, hiding, reader) || !hides(task, hiding, definitions) ? task : task.underWay())
                .toList();
    }

    private boolean hides(InboxTask task, Hiding hiding, Map<String, String> definitions) {
        String definition = definitions.get(task.instanceId());
        return definition != null && steps.hides(definition, task.taskKey(), hiding.classes());
    }

    private static boolean isOwn(InboxTask task, Hiding hiding, Actor reader) {
        UUID officer = reader.officer().id();
        return officer.equals(task.assignee())
                || officer.equals(task.doneBy())
                || task.doneUnit() != null && hiding.units().contains(task.doneUnit());
    }
}
