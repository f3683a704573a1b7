package org.shouwang.bench;

import org.flowable.engine.TaskService;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.workflow.inbox.Box;
import org.shouwang.workflow.inbox.InboxLists;
import org.springframework.context.ApplicationContext;

/** The first page of what a township's supervisor may take, asked of the inbox and of the engine's own tables. */
final class Reading {

    private static final int PAGE = 20;
    private static final int WARMING = 60;
    private static final int MEASURED = 300;
    private static final int ENGINE_MEASURED = 60;

    private final InboxLists inbox;
    private final TaskService engine;
    private final Actor supervisor;

    Reading(ApplicationContext house) {
        Identity.is("supervisor");
        supervisor = house.getBean(Actors.class).current();
        inbox = house.getBean(InboxLists.class);
        engine = house.getBean(TaskService.class);
    }

    Benchmark.Pair measure() {
        Times house = new Times();
        Times bare = new Times();
        for (int i = 0; i < WARMING; i++) {
            page();
            query();
        }
        for (int i = 0; i < MEASURED; i++) {
            house.add(this::page);
        }
        for (int i = 0; i < ENGINE_MEASURED; i++) {
            bare.add(this::query);
        }
        return new Benchmark.Pair(house, bare);
    }

    private void page() {
        Identity.request();
        filled(inbox.page(supervisor, Box.TEAM, null, null, PAGE).items().size());
    }

    private void query() {
        filled(engine.createTaskQuery()
                .taskCandidateGroup("township-supervisor")
                .processVariableValueEquals("division", "450223102000")
                .orderByTaskDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, PAGE)
                .size());
    }

    private static void filled(int rows) {
        if (rows != PAGE) {
            throw new IllegalStateException("a page of " + rows + ": both must find the same kind of work");
        }
    }
}
