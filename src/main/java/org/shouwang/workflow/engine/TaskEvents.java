package org.shouwang.workflow.engine;

import java.util.Collection;
import java.util.Set;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventType;
import org.flowable.task.api.Task;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears of every task the engine makes or drops, and of every timer before it moves a process, in the engine's
 * transaction; a failure here undoes the step.
 */
final class TaskEvents extends AbstractFlowableEventListener {

    private final ObjectProvider<TaskProjection> projection;

    TaskEvents(ObjectProvider<TaskProjection> projection) {
        this.projection = projection;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event.getType() == FlowableEngineEventType.TIMER_FIRED
                && event instanceof FlowableEngineEvent fired
                && fired.getProcessInstanceId() != null) {
            projection.getObject().woken(fired.getProcessInstanceId());
        }
        if (event instanceof FlowableEntityEvent entity && entity.getEntity() instanceof Task task) {
            if (event.getType() == FlowableEngineEventType.TASK_CREATED) {
                projection.getObject().opened(task);
            } else if (event.getType() == FlowableEngineEventType.ENTITY_DELETED) {
                projection.getObject().dropped(task);
            }
        }
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }

    @Override
    public Collection<? extends FlowableEventType> getTypes() {
        return Set.of(
                FlowableEngineEventType.TASK_CREATED,
                FlowableEngineEventType.ENTITY_DELETED,
                FlowableEngineEventType.TIMER_FIRED);
    }
}
