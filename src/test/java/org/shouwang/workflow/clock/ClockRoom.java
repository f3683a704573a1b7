package org.shouwang.workflow.clock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.testing.BareDatabase;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.shouwang.workflow.catalogue.Role;
import org.shouwang.workflow.catalogue.Roles;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The beans of this room on a real database, with the application's login and none of the other rooms. */
final class ClockRoom implements AutoCloseable {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(Wiring.class, Heard.class);
    private final Map<String, byte[]> files = new HashMap<>();

    ClockRoom(String clocks) {
        new JdbcTemplate(BareDatabase.get().superuser()).execute("truncate clock, journal_entry");
        Books.files(Map.of()).all().forEach(files::put);
        take("clocks.yaml", clocks);
    }

    /** As when an administrator takes over a changed file. */
    void take(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        Roles roles = Roles.of(Books.ROLES.stream()
                .map(key -> new Role(key, key, key, "county"))
                .toList());
        Catalogue catalogue = new Catalogue(ProcessFiles.of(files), Codes.of(List.of()), roles, "");
        context.getBean(ClockBooks.class).take(catalogue);
    }

    Clocks clocks() {
        return context.getBean(Clocks.class);
    }

    ClockSweeper sweeper() {
        return context.getBean(ClockSweeper.class);
    }

    CalendarGaps gaps() {
        return context.getBean(CalendarGaps.class);
    }

    MovedClock time() {
        return context.getBean(MovedClock.class);
    }

    Heard heard() {
        return context.getBean(Heard.class);
    }

    UUID start(String key, UUID subject, @Nullable String task) {
        ClockHolder holder = new ClockHolder("case-worker", "450223000000", null);
        return clocks().start(
                        new ClockStart(key, subject, task, time().instant(), holder, null, "450223000000", "open"));
    }

    ClockView only(UUID subject) {
        List<ClockView> clocks = clocks().of(subject);
        if (clocks.size() != 1) {
            throw new AssertionError("expected one clock: " + clocks.size());
        }
        return clocks.get(0);
    }

    /** How often an act stands in the journal. */
    int journalled(String act) {
        return JdbcClient.create(BareDatabase.get().superuser())
                .sql("select count(*) from journal_entry where act = :act")
                .param("act", act)
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Hears every event, and fails where told to. */
    static class Heard {

        private final Queue<Object> events = new ConcurrentLinkedQueue<>();
        private volatile @Nullable UUID broken;

        void failFor(@Nullable UUID clock) {
            broken = clock;
        }

        @EventListener
        void warned(ClockWarned event) {
            if (event.clock().equals(broken)) {
                throw new IllegalStateException("a listener that fails");
            }
            events.add(event);
        }

        @EventListener({ClockPassed.class, ClockEscalated.class})
        void other(Object event) {
            events.add(event);
        }

        List<Object> events() {
            return new ArrayList<>(events);
        }

        <T> List<T> events(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        Journal.class,
        RowIdentity.class,
        ClockTable.class,
        ClockBooks.class,
        Pauses.class,
        Clocks.class,
        ClockStep.class,
        CalendarGaps.class,
        ClockSweeper.class
    })
    static class Wiring {

        @Bean
        DataSource database() {
            return BareDatabase.get().app();
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        JdbcClient client(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        MovedClock time() {
            return new MovedClock();
        }
    }
}
