package org.shouwang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.shouwang.ShouwangApplication;
import org.shouwang.launch.FileTree;
import org.shouwang.launch.LocalPostgres;
import org.shouwang.launch.Secrets;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Measures the house against the bare engine on the same rows of the same PostgreSQL, and prints the ratios. */
final class Benchmark {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private Benchmark() {}

    public static void main(String[] args) throws IOException {
        int cases = Arrays.stream(args)
                .filter(each -> !each.startsWith("-"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1_000);
        LocalPostgres.endOrphan(FOLDER.resolve("postgres"));
        FileTree.delete(FOLDER);
        LocalPostgres postgres =
                LocalPostgres.start(FOLDER.resolve("postgres"), new Secrets(FOLDER.resolve("secrets")), true);
        try (ConfigurableApplicationContext house = start(postgres)) {
            new Load(new JdbcTemplate(postgres.superuser("shouwang"))).cases(cases);
            Reporting reporting = new Reporting(house);
            Reading reading = new Reading(house);
            print(cases, reporting.measure(), reading.measure());
            Locking locking =
                    new Locking((WebApplicationContext) house, new JdbcTemplate(postgres.superuser("shouwang")));
            print(locking.inbox(), locking.casePage());
        } finally {
            postgres.close();
        }
    }

    private static ConfigurableApplicationContext start(LocalPostgres postgres) {
        Map<String, Object> settings = new HashMap<>(postgres.settings());
        // Nobody logs in: who acts is set on the thread.
        settings.put("shouwang.issuer", "http://localhost:9/realms/none");
        settings.put("shouwang.client-secret", "unused");
        settings.put("shouwang.data", FOLDER.resolve("data").toString());
        settings.put("server.port", "0");
        settings.put("spring.profiles.active", "demo");
        settings.put("logging.level.root", "warn");
        SpringApplication application = new SpringApplication(ShouwangApplication.class);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        return application.run(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    private static void print(int cases, Pair reporting, Pair reading) {
        System.out.printf(
                "%n%,d cases%n%-22s %12s %12s %12s %12s %8s %8s%n",
                cases, "", "house p50", "house p95", "engine p50", "engine p95", "ratio", "target");
        line(
                "report submission",
                reporting,
                reporting.engine().mean() / reporting.house().mean(),
                0.6);
        line(
                "inbox page (unit)",
                reading,
                reading.engine().mean() / reading.house().mean(),
                20);
    }

    private static void print(Pair inbox, Pair casePage) {
        System.out.printf(
                "%n%-22s %12s %12s %12s %12s %8s %8s%n",
                "row-level security", "with p50", "with p95", "without p50", "without p95", "cost", "target");
        cost("inbox, whole page", inbox);
        cost("case, whole page", casePage);
    }

    private static void cost(String what, Pair pair) {
        line(what, pair, pair.house().at(95) / pair.engine().at(95), 1.15);
    }

    private static void line(String what, Pair pair, double ratio, double target) {
        System.out.printf(
                "%-22s %9.2f ms %9.2f ms %9.2f ms %9.2f ms %7.2fx %7.1fx%n",
                what,
                pair.house().at(50),
                pair.house().at(95),
                pair.engine().at(50),
                pair.engine().at(95),
                ratio,
                target);
    }

    /** The same question put to the house and to the engine alone. */
    record Pair(Times house, Times engine) {}
}
