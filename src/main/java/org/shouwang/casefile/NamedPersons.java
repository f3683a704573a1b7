package org.shouwang.casefile;

import java.util.List;
import java.util.UUID;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Officer;
import org.shouwang.access.Participations;
import org.shouwang.access.Posts;
import org.shouwang.notification.Notices;
import org.springframework.stereotype.Component;

/** Who is named on what is restricted: the county's case workers and their head, the police liaison. */
@Component
public class NamedPersons {

    private static final String POLICE = "police";
    private static final List<String> ROLES = List.of("case-worker", "county-supervisor");

    private final Divisions divisions;
    private final Posts posts;
    private final Participations participations;
    private final Notices notices;

    NamedPersons(Divisions divisions, Posts posts, Participations participations, Notices notices) {
        this.divisions = divisions;
        this.posts = posts;
        this.participations = participations;
        this.notices = notices;
    }

    /** Names them on a report or case, from birth or from when it is restricted. */
    public void name(UUID subject, String division, boolean police) {
        String county = county(division);
        nameOffice(subject, county);
        if (police) {
            nameHolders(subject, POLICE, county);
        }
    }

    /** The county's office alone. */
    public void nameOffice(UUID subject, String county) {
        ROLES.forEach(role -> nameHolders(subject, role, county));
    }

    /** Tells the police liaison at once: nobody waits for somebody else to call. */
    public void tellPolice(UUID caseId, String division) {
        List<UUID> liaison = posts.holders(POLICE, county(division)).stream()
                .map(Officer::id)
                .toList();
        notices.tell(liaison, "case-named", caseId, "/cases/" + caseId);
    }

    private String county(String division) {
        return divisions.upwards(division).stream()
                .filter(each -> each.level().equals("county"))
                .map(Division::code)
                .findFirst()
                .orElse(division);
    }

    private void nameHolders(UUID subject, String role, String county) {
        for (Officer officer : posts.holders(role, county)) {
            participations.name(subject, officer.id(), "named");
        }
    }
}
