package org.shouwang.rescue;

import java.util.Map;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;

/** A later stage of a treatment. */
final class StageRecord implements RecordHandler {

    private final Stage stage;
    private final RescueStore store;
    private final Hospitals hospitals;
    private final Confirmations confirmations;
    private final Cases cases;

    StageRecord(Stage stage, RescueStore store, Hospitals hospitals, Confirmations confirmations, Cases cases) {
        this.stage = stage;
        this.store = store;
        this.hospitals = hospitals;
        this.confirmations = confirmations;
        this.cases = cases;
    }

    @Override
    public String form() {
        return stage.form();
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        hospitals.requireSpeaker(said);
        store.add(said, stage);
        confirmations.ask(said, cases.find(said.subject()).orElseThrow());
        if (stage.last(said.data())) {
            store.ended(said);
            confirmations.end(said);
        }
        return Map.of();
    }
}
