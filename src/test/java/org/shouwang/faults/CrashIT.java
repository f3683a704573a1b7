package org.shouwang.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.PackedApplication;
import org.shouwang.testing.TestParts;

/**
 * Two packed applications on one database, killed ({@code kill -9}) in turn while people report and decide, at moments
 * a seed chooses, and then the database the same way. What was acknowledged is there; what was not is sent again with
 * the same key; nothing is there twice. Then what two nodes may not do twice, and what one does without the other.
 *
 * <p>A killed node takes its time to come back, so {@code mvn verify} kills five times;
 * {@code -Dshouwang.crash.kills=20} is the whole of it.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("shouwang.crash.kills", 5);
    private static final long SEED = Long.getLong("shouwang.crash.seed", 20261123);
    private static final int LOAD_MILLIS = 3000;
    private static final Path FOLDER = Path.of("target", "crash").toAbsolutePath();

    private final Random random = new Random(SEED);
    private final List<Map<String, Object>> settings = new ArrayList<>();
    private final List<PackedApplication> nodes = new ArrayList<>();
    private Outside outside;
    private Ledger ledger;
    private Load load;

    @BeforeEach
    void twoNodesOnOneDatabase() {
        outside = Outside.in(FOLDER);
        ledger = new Ledger(outside.superuser());
        TestParts.running().issuer(); // waits for Keycloak
        for (int i = 0; i < 2; i++) {
            Map<String, Object> node = outside.node("node-" + i);
            node.put("shouwang.issuer", TestParts.running().settings().get("shouwang.issuer"));
            node.put("shouwang.client-secret", TestParts.running().settings().get("shouwang.client-secret"));
            settings.add(node);
        }
        PackedApplication.unpack(outside.logs("unpacked"), settings.get(0)); // migrates, too
        nodes.add(start(0));
        nodes.add(start(1));
        nodes.forEach(PackedApplication::ready);
        load = new Load(
                nodes.stream().map(PackedApplication::address).toList(),
                TestParts.running().issuer());
    }

    @AfterEach
    void end() {
        nodes.forEach(PackedApplication::kill);
        outside.close();
    }

    private PackedApplication start(int node, String... arguments) {
        return PackedApplication.startUnpacked(outside.logs("node-" + node), settings.get(node), arguments);
    }

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        load.begin();
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(random.nextInt(LOAD_MILLIS)); // the moment of death
            int dying = random.nextInt(nodes.size());
            nodes.get(dying).kill();
            nodes.set(dying, start(dying).ready());
        }
        killTheDatabase();
        load.end();
        System.out.printf(
                "%d kills, seed %d: %d reports, %d decisions acknowledged%n",
                KILLS, SEED, load.reports().size(), load.completed().size());
        assertThat(load.surprises()).isEmpty();
        assertThat(load.reports()).hasSizeGreaterThan(KILLS);
        assertThat(load.completed()).hasSizeGreaterThan(KILLS);
        makesOneReportOfFiftyPosts();
        ledger.holds(load);
        followsEachClockOnce();
        String person = load.person("0772-0000222");
        theOtherGoesOn();
        opensWhatEitherSealed(person);
        ledger.holds(load);
    }

    /** The nodes stay up and find it again by themselves. */
    private void killTheDatabase() {
        int before = load.completed().size();
        outside.kill();
        outside.startAgain();
        await().atMost(Duration.ofSeconds(60)).until(() -> load.completed().size() > before + 1);
    }

    private void makesOneReportOfFiftyPosts() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> post = () -> load.report(key);
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : crowd.invokeAll(Collections.nCopies(50, post))) {
            answers.add(answer.get());
        }
        crowd.shutdown();
        assertThat(answers).hasSize(50).containsOnly(answers.get(0));
    }

    /** Both sweepers find the same clocks at the same moment. */
    private void followsEachClockOnce() {
        int passed = ledger.letClocksPass();
        assertThat(passed).isPositive();
        await().atMost(Duration.ofSeconds(60)).until(() -> ledger.clocksToFollow() == 0);
        assertThat(ledger.clocksPassedOnce()).isEqualTo(passed);
    }

    /** A node dies with timers in its hands, and does not come back: the other takes them over within a minute. */
    private void theOtherGoesOn() {
        int due = ledger.letTimersFall("node-0");
        assertThat(due).isPositive();
        nodes.get(0).kill();
        Instant death = Instant.now();
        takesCommandsMeanwhile();
        Duration left = Duration.ofSeconds(60).minus(Duration.between(death, Instant.now()));
        await().atMost(left.isNegative() ? Duration.ofSeconds(1) : left).until(() -> ledger.timersDue() == 0);
        assertThat(ledger.timersFiredOnce()).isEqualTo(due);
        assertThat(ledger.givenUp()).isZero();
    }

    /** Commands stand beside the node that lives and take nothing from it. */
    private void takesCommandsMeanwhile() {
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.unsealed() == 0);
        PackedApplication verifier = start(0, "--shouwang.verify-journal");
        assertThat(verifier.end()).isZero();
        assertThat(verifier.output()).contains("WHOLE: ").doesNotContain("NOT WHOLE");
        PackedApplication rotation = start(0, "--shouwang.rotate-keys");
        assertThat(rotation.end()).isZero();
        assertThat(rotation.output()).contains("Added a new key");
    }

    /** One node has started with the new key, the other still runs with the old one. */
    private void opensWhatEitherSealed(String person) {
        nodes.set(0, start(0).ready());
        String issuer = TestParts.running().issuer();
        Load renewed = new Load(List.of(nodes.get(0).address()), issuer);
        Load running = new Load(List.of(nodes.get(1).address()), issuer);
        assertThat(renewed.phone(person)).isEqualTo("0772-0000222");
        assertThat(running.phone(renewed.person("0772-0000333"))).isEqualTo("0772-0000333");
    }
}
