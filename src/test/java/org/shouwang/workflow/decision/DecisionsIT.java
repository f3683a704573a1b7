package org.shouwang.workflow.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.BareDatabase;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class DecisionsIT {

    private static final String RULE = """
            <rule id="danger"><description>%s</description>
              <inputEntry><text>"yes"</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"1"</text></outputEntry></rule>
            """;

    private final UUID subject = BareDatabase.get().subject();
    private final DataSource app = BareDatabase.get().app(subject);
    private final DecisionRoom room = new DecisionRoom();
    private final Decisions decisions =
            new Decisions(room, new DecisionLog(JdbcClient.create(app), new JsonMapper()), Clock.systemUTC());

    @Test
    void showsAChangedSentenceForNewDecisionsAndKeepsTheOldOneForOldOnes() {
        work("现在有危险。");
        Decided before = decide("yes");
        work("孩子此刻不安全。");
        Decided after = decide("yes");
        assertThat(before.reasons()).containsExactly(new Reason("danger", "现在有危险。"));
        assertThat(after.reasons()).containsExactly(new Reason("danger", "孩子此刻不安全。"));
        List<DecisionMade> made = decisions.of(subject);
        assertThat(made).extracting(DecisionMade::reasons).containsExactly(before.reasons(), after.reasons());
        assertThat(made.get(0).dmnSha256()).isNotEqualTo(made.get(1).dmnSha256());
    }

    @Test
    void keepsWhatItWasMadeFrom() {
        work("现在有危险。");
        Decided decided = decisions.decide("grade", Map.of("danger", "yes", "risks", 2), subject);
        assertThat(decided.text("grade")).contains("1");
        assertThat(decisions.of(subject)).singleElement().satisfies(made -> {
            assertThat(made.id()).isEqualTo(decided.id());
            assertThat(made.inputs()).isEqualTo(Map.of("danger", "yes", "risks", 2));
            assertThat(made.outputs()).containsExactly(Map.of("grade", "1"));
        });
    }

    @Test
    void refusesWhatAPersonTypedAndDoesNotRepeatIt() {
        work("现在有危险。");
        assertThatThrownBy(() -> decide("孩子被打"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("input danger of decision grade is no code");
        assertThat(decisions.of(subject)).isEmpty();
    }

    @Test
    void letsNobodyChangeADecision() {
        work("现在有危险。");
        decide("yes");
        JdbcTemplate database = new JdbcTemplate(app);
        assertThatThrownBy(() -> database.update("update decision_made set decision = 'x'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.update("delete from decision_made"))
                .hasStackTraceContaining("permission denied");
    }

    private Decided decide(String danger) {
        return decisions.decide("grade", Map.of("danger", danger), subject);
    }

    private void work(String sentence) {
        String dmn = DecisionBookTests.dmn("FIRST", RULE.formatted(sentence)).replace(" sw:code=\"YES_NO\"", "");
        List<Fault> faults = new ArrayList<>();
        Catalogue catalogue = Catalogue.read(
                ProcessFiles.of(Map.of("dmn/grade.dmn", dmn.getBytes(UTF_8), "roles.yaml", "[]".getBytes(UTF_8))),
                faults);
        room.check(catalogue, faults);
        assertThat(faults).isEmpty();
        room.take(catalogue);
    }
}
