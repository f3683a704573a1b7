package org.shouwang.rescue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Participations;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code E01-first-aid}: who called, when, which hospital; where it has a login, it records what follows itself. */
@Component
class FirstAidRecord implements RecordHandler {

    private static final String UNIT = "hospitalUnit";

    private final RescueStore store;
    private final Hospitals hospitals;
    private final Confirmations confirmations;
    private final Participations participations;
    private final Cases cases;

    FirstAidRecord(
            RescueStore store,
            Hospitals hospitals,
            Confirmations confirmations,
            Participations participations,
            Cases cases) {
        this.store = store;
        this.hospitals = hospitals;
        this.confirmations = confirmations;
        this.participations = participations;
        this.cases = cases;
    }

    @Override
    public String form() {
        return Stage.FIRST_AID.form();
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        hospitals.requireSpeaker(said);
        ObjectNode data = said.data();
        if (data.hasNonNull("arrivedAt")
                && RescueStore.moment(data, "arrivedAt").isBefore(RescueStore.moment(data, "calledAt"))) {
            throw Refusal.invalid(List.of(FieldProblem.at("arrivedAt", "rescue-arrived-early")));
        }
        CaseView file = cases.find(said.subject()).orElseThrow();
        Optional<UUID> unit = Optional.of(data)
                .filter(answers -> answers.hasNonNull(UNIT))
                .map(answers -> UUID.fromString(answers.get(UNIT).asString()));
        if (unit.filter(each -> !hospitals.is(each)).isPresent()) {
            throw Refusal.invalid(List.of(FieldProblem.at(UNIT, "rescue-not-hospital")));
        }
        Optional<UUID> login = unit.flatMap(each -> hospitals.login(each, file));
        store.begun(said, unit.orElse(null), login.orElse(null));
        store.add(said, Stage.FIRST_AID);
        login.ifPresent(officer -> participations.name(said.subject(), officer, Confirmations.PART));
        confirmations.ask(said, file);
        return Map.of("hospitalLogin", login.map(UUID::toString).orElse("none"));
    }
}
