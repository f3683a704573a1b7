package org.shouwang.casefile;

import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which station it is the map says; nobody has to. */
@Configuration(proxyBeanMethods = false)
class PoliceRecordPrefill {

    private record OfStation(String form, PoliceStations stations) implements Prefill {

        @Override
        public ObjectNode prefill(UUID subject) {
            ObjectNode known = JsonNodeFactory.instance.objectNode();
            stations.ofCase(subject).ifPresent(station -> known.put("station", station.name()));
            return known;
        }
    }

    @Bean
    Prefill policeRecordOfStation(PoliceStations stations) {
        return new OfStation("P02-police-record", stations);
    }

    @Bean
    Prefill policeConfirmOfStation(PoliceStations stations) {
        return new OfStation("P03-police-confirm", stations);
    }

    @Bean
    Prefill caseStatusOfStation(PoliceStations stations) {
        return new OfStation("P04-case-status", stations);
    }
}
