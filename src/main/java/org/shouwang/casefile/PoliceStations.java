package org.shouwang.casefile;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Jurisdictions;
import org.springframework.stereotype.Component;

/** Which police station has the place of a case, and who speaks for all of them: the county's liaison (联络员). */
@Component
public class PoliceStations {

    private static final String POLICE = "police";

    private final Jurisdictions jurisdictions;
    private final Agencies agencies;
    private final Cases cases;

    PoliceStations(Jurisdictions jurisdictions, Agencies agencies, Cases cases) {
        this.jurisdictions = jurisdictions;
        this.agencies = agencies;
        this.cases = cases;
    }

    /** @param key of the agency */
    public record Station(String key, String name) {}

    /** Empty where the bureau does it itself. */
    public Optional<Station> of(String division) {
        return jurisdictions.agency(division).flatMap(key -> agencies.policeStation(key)
                .map(name -> new Station(key, name)));
    }

    Optional<Station> ofCase(UUID caseId) {
        return cases.find(caseId).map(CaseView::division).flatMap(this::of);
    }

    /** Whether this officer is the police's, and of the bureau, not of a station. */
    public static boolean liaison(Actor actor) {
        return actor.posts().stream()
                .anyMatch(post -> post.role().equals(POLICE) && post.place().equals(post.division()));
    }
}
