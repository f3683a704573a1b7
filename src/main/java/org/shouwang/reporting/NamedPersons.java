package org.shouwang.reporting;

import java.util.List;
import java.util.UUID;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Posts;
import org.springframework.stereotype.Component;

/** Who is named on a restricted report from birth: the county's case workers and their head, the police liaison. */
@Component
class NamedPersons {

    private static final List<String> ROLES = List.of("case-worker", "county-supervisor");

    private final Divisions divisions;
    private final Posts posts;
    private final Participations participations;

    NamedPersons(Divisions divisions, Posts posts, Participations participations) {
        this.divisions = divisions;
        this.posts = posts;
        this.participations = participations;
    }

    /** The county's office alone. */
    void nameOffice(UUID subject, String county) {
        ROLES.forEach(role -> nameHolders(subject, role, county));
    }

    void name(UUID report, String division, boolean police) {
        String county = divisions.upwards(division).stream()
                .filter(each -> each.level().equals("county"))
                .map(Division::code)
                .findFirst()
                .orElse(division);
        ROLES.forEach(role -> nameHolders(report, role, county));
        if (police) {
            nameHolders(report, "police", county);
        }
    }

    private void nameHolders(UUID report, String role, String county) {
        for (Officer officer : posts.holders(role, county)) {
            participations.name(report, officer.id(), "named");
        }
    }
}
