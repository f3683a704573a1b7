package org.shouwang.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.engine.Drawings;
import org.shouwang.workflow.engine.EngineRoom;
import org.shouwang.workflow.inbox.InboxTask;
import org.shouwang.workflow.inbox.SubjectTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the processes of a subject stand, as pictures and in words. */
@Service
public class Courses {

    private final EngineRoom engine;
    private final Drawings drawings;
    private final SubjectTasks tasks;

    Courses(EngineRoom engine, Drawings drawings, SubjectTasks tasks) {
        this.engine = engine;
        this.drawings = drawings;
        this.tasks = tasks;
    }

    /**
     * One run of a process.
     *
     * @param process key of its file
     * @param endedAt null while it runs
     */
    public record Course(
            String process, Instant startedAt, @Nullable Instant endedAt, DiagramView picture, List<StepText> steps) {

        public boolean running() {
            return endedAt == null;
        }

        /** The steps in this state, in the order of the drawing. */
        public List<StepText> steps(String state) {
            return steps.stream()
                    .filter(step -> step.state().css().equals(state))
                    .toList();
        }
    }

    /** All runs, the oldest first; steps that are hidden from the reader show as under way. */
    @Transactional(readOnly = true)
    public List<Course> of(UUID subject, HiddenSteps.Hiding hiding) {
        Map<String, String> units = units(subject);
        return engine.instances(subject).stream()
                .map(run -> course(run, units, hiding))
                .toList();
    }

    private Course course(EngineRoom.Instance run, Map<String, String> units, HiddenSteps.Hiding hiding) {
        Drawings.Drawing drawing = drawings.draw(run, units::get, hiding);
        return new Course(run.process(), run.startedAt(), run.endedAt(), drawing.picture(), drawing.steps());
    }

    /** Who did each task, or has it, or may take it. */
    private Map<String, String> units(UUID subject) {
        Map<String, String> units = new HashMap<>();
        tasks.units(List.of(subject)).forEach((task, names) -> units.put(task, String.join("、", names)));
        for (InboxTask task : tasks.of(List.of(subject))) {
            if (task.doneUnit() != null) {
                units.put(task.id(), task.doneUnit());
            }
        }
        return units;
    }
}
