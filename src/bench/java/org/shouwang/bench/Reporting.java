package org.shouwang.bench;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.reporting.Reports;
import org.shouwang.workflow.form.FormBook;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report sent in, with all the house does for it, beside the bare engine starting the same two processes with the
 * same variables in one transaction of its own.
 */
final class Reporting {

    private static final int WARMING = 150;
    private static final int BLOCKS = 10;
    private static final int BLOCK = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;
    private final RuntimeService bare;

    Reporting(ApplicationContext house) {
        Identity.is("director");
        sender = new Sender(
                house.getBean(Reports.class), house.getBean(Actors.class).current(), version(house));
        bare = engine(house.getBean(DataSource.class)).getRuntimeService();
    }

    private static ProcessEngine engine(DataSource source) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("bare");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        Map<Object, Object> beans = new HashMap<>();
        configuration.setBeans(beans);
        ProcessEngine engine = configuration.buildProcessEngine();
        beans.put("processes", new Calls(engine.getRuntimeService()));
        beans.put("clocks", new Terms());
        return engine;
    }

    Benchmark.Pair measure() {
        for (int i = 0; i < WARMING; i++) {
            submit();
            start();
        }
        Times house = new Times();
        Times engine = new Times();
        // Turn about, so that a checkpoint or a busy neighbour meets both.
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = 0; i < BLOCK; i++) {
                house.add(this::submit);
            }
            for (int i = 0; i < BLOCK; i++) {
                engine.add(this::start);
            }
        }
        return new Benchmark.Pair(house, engine);
    }

    private void submit() {
        sender.submit("no");
    }

    static int version(ApplicationContext house) {
        return house.getBean(FormBook.class).get(Reports.FORM).version();
    }

    /** Sends reports as a director's page would. */
    record Sender(Reports reports, Actor director, int version) {

        void submit(String danger) {
            Identity.request();
            ObjectNode answers = JSON.createObjectNode()
                    .put("danger", danger)
                    .put("division", "450223102901")
                    .put("childKnown", "no")
                    .put("childAge", 6)
                    .put("narrative", "孩子白天一个人在家，邻居说已经好几天了。")
                    .put("contactPhone", "0772-0000101")
                    .put("insider", "no");
            if (danger.equals("yes")) {
                answers.put("policeCalled", "no");
            }
            answers.putArray("worries").add("21");
            reports.submit(answers, version, UUID.randomUUID().toString(), director);
        }
    }

    private void start() {
        String subject = UUID.randomUUID().toString();
        bare.startProcessInstanceByKey(
                "report-intake",
                subject,
                Map.of(
                        "subject", subject,
                        "reportId", subject,
                        "division", "450223102901",
                        "danger", "no",
                        "nine", false,
                        "insider", "no",
                        "route", "township",
                        "opened", false,
                        "lead", "township"));
    }

    /** What the processes call, doing no more than the engine's own part of it. */
    public static final class Calls {

        private final RuntimeService runtime;

        Calls(RuntimeService runtime) {
            this.runtime = runtime;
        }

        public void start(DelegateExecution execution, String process) {
            runtime.startProcessInstanceByKey(
                    process, execution.getProcessInstanceBusinessKey(), execution.getVariables());
        }
    }

    /** Any date a timer can wait for. */
    public static final class Terms {

        private static final long THREE_DAYS = 3 * 24 * 3600L;

        public Date due(String key, DelegateExecution execution) {
            return Date.from(Instant.now().plusSeconds(THREE_DAYS));
        }
    }
}
