package org.shouwang.casefile;

import java.time.OffsetDateTime;
import java.util.Map;
import org.shouwang.web.Ids;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code F06-conference}: the conclusion of a conference (会商), for all children it was about. */
@Component
@Transactional
class ConferenceRecord implements RecordHandler {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final GuardianshipGrounds grounds;

    ConferenceRecord(JdbcClient jdbc, Cases cases, GuardianshipGrounds grounds) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.grounds = grounds;
    }

    @Override
    public String form() {
        return "F06-conference";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        jdbc.sql("insert into case_conference (id, case_id, record_id, conclusion, held_at) values (?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        completion.subject(),
                        completion.record(),
                        completion.data().get("conclusion").asString(),
                        OffsetDateTime.parse(completion.data().get("heldAt").asString()))
                .update();
        cases.alsoConcerns(completion.subject(), completion.record(), Children.named(completion.data(), "siblings"));
        String assessed = grounds.assessed(completion.subject()) ? "yes" : "no";
        return Map.of("conference", "no", "removed", "no", "guardianshipAssessed", assessed);
    }
}
