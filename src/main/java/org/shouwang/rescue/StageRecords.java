package org.shouwang.rescue;

import org.shouwang.casefile.Cases;
import org.shouwang.workflow.RecordHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The later stages differ by their forms only. */
@Configuration(proxyBeanMethods = false)
class StageRecords {

    private final RescueStore store;
    private final Hospitals hospitals;
    private final Confirmations confirmations;
    private final Cases cases;

    StageRecords(RescueStore store, Hospitals hospitals, Confirmations confirmations, Cases cases) {
        this.store = store;
        this.hospitals = hospitals;
        this.confirmations = confirmations;
        this.cases = cases;
    }

    @Bean
    RecordHandler admissionStage() {
        return stage(0);
    }

    @Bean
    RecordHandler dischargeStage() {
        return stage(1);
    }

    @Bean
    RecordHandler rehabilitationStage() {
        return stage(2);
    }

    @Bean
    RecordHandler reviewStage() {
        return stage(3);
    }

    private RecordHandler stage(int number) {
        return new StageRecord(Stage.LATER.get(number), store, hospitals, confirmations, cases);
    }
}
