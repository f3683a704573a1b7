package org.shouwang.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.springframework.stereotype.Component;

/** What the liaison says for a station names the station and its officer. */
@Component
class PoliceForStation {

    private static final List<String> NAMED = List.of("station", "handler");

    private final PoliceStations stations;

    PoliceForStation(PoliceStations stations) {
        this.stations = stations;
    }

    /**
     * The station a form speaks for, where the liaison filled it in for one.
     *
     * @throws Refusal 422 when it does not say which officer of it
     */
    Optional<PoliceStations.Station> of(Completion said) {
        boolean ours = said.data().path("byPhone").asString("no").equals("yes");
        Optional<PoliceStations.Station> station =
                ours || !PoliceStations.liaison(said.by()) ? Optional.empty() : stations.ofCase(said.subject());
        if (station.isPresent()) {
            List<FieldProblem> missing = new ArrayList<>();
            NAMED.stream()
                    .filter(field -> !said.data().hasNonNull(field))
                    .forEach(field -> missing.add(FieldProblem.at(field, "police-for-station")));
            if (!missing.isEmpty()) {
                throw Refusal.invalid(missing);
            }
        }
        return station;
    }
}
