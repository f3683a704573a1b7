package org.shouwang.bench;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.reporting.Reports;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What row-level security costs: the same two pages with its policies and without, turn about. */
final class Locking {

    private static final int CASES = 40;
    private static final int WARMING = 120;
    private static final int BLOCKS = 6;
    private static final int BLOCK = 80;

    private final JdbcTemplate superuser;
    private final MockMvc pages;
    private final List<UUID> cases;
    private int turn;

    Locking(WebApplicationContext house, JdbcTemplate superuser) {
        this.superuser = superuser;
        this.pages = MockMvcBuilders.webAppContextSetup(house).build();
        this.cases = cases(house);
        superuser.execute("analyze");
        Identity.is("caseworker");
    }

    private List<UUID> cases(WebApplicationContext house) {
        Identity.is("director");
        Reporting.Sender sender = new Reporting.Sender(
                house.getBean(Reports.class), house.getBean(Actors.class).current(), Reporting.version(house));
        for (int i = 0; i < CASES; i++) {
            sender.submit("yes");
        }
        return superuser.queryForList(
                "select id from case_file where number not like 'B%' order by opened_at desc limit " + CASES,
                UUID.class);
    }

    /** House: with the policies; "engine": without them. */
    Benchmark.Pair inbox() {
        return measure(() -> page("/inbox?box=team"));
    }

    Benchmark.Pair casePage() {
        return measure(() -> page("/cases/" + cases.get(turn++ % cases.size())));
    }

    private Benchmark.Pair measure(Runnable page) {
        Times locked = new Times();
        Times open = new Times();
        for (int i = 0; i < WARMING; i++) {
            page.run();
        }
        for (int block = 0; block < BLOCKS; block++) {
            time(true, locked, page);
            time(false, open, page);
        }
        policies(true);
        return new Benchmark.Pair(locked, open);
    }

    private void time(boolean policies, Times times, Runnable page) {
        policies(policies);
        for (int i = 0; i < BLOCK / 4; i++) {
            page.run(); // plans are made anew after a policy has come or gone
        }
        for (int i = 0; i < BLOCK; i++) {
            times.add(page);
        }
    }

    private void policies(boolean on) {
        superuser
                .queryForList("select distinct tablename from pg_policies", String.class)
                .forEach(table -> superuser.execute(
                        "alter table " + table + (on ? " enable" : " disable") + " row level security"));
    }

    private void page(String path) {
        try {
            MockHttpServletResponse answer =
                    pages.perform(get(path)).andReturn().getResponse();
            if (answer.getStatus() != 200) {
                throw new IllegalStateException(path + ": " + answer.getStatus());
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
