package org.shouwang.liaison;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.casefile.PoliceStations;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.inbox.Claims;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the stations of the county still have to say: for the liaison, who has all of it within reach, as one list, and taken
 * over to be recorded for a station by the form it would have filled in itself. A station that logs in sees its own.
 */
@Service
@Transactional
public class PoliceDesk {

    static final String ACT = "police.liaison";

    /** More than a county has open at once. */
    static final int MOST = 500;

    private final PoliceTaskStore store;
    private final PoliceStations stations;
    private final Claims claims;
    private final Access access;
    private final RowIdentity identity;
    private final Journal journal;

    PoliceDesk(
            PoliceTaskStore store,
            PoliceStations stations,
            Claims claims,
            Access access,
            RowIdentity identity,
            Journal journal) {
        this.store = store;
        this.stations = stations;
        this.claims = claims;
        this.access = access;
        this.identity = identity;
        this.journal = journal;
    }

    /** Everything open, due first; of restricted cases only what the liaison is named on. */
    public List<PoliceTask> open(Actor by) {
        List<PoliceTask> found = identity.as(RowService.LIAISON, () -> store.open(access.scope(ACT), MOST));
        journal.append(event("police.listed", by, Map.of("rows", String.valueOf(found.size()))));
        return found.stream().map(task -> task.of(station(task, by))).toList();
    }

    /**
     * Takes a task for a station, from it if somebody there has it.
     *
     * @throws Refusal 404 when it is not within reach, 409 when it is done
     */
    public void take(String task, Actor by) {
        PoliceTask found = find(task, by);
        identity.open(found.subjectId());
        claims.takeOver(task, ACT, by);
    }

    /** @throws Refusal 404 when it is none of the police, or not within reach */
    PoliceTask find(String task, Actor by) {
        PoliceTask found =
                identity.as(RowService.LIAISON, () -> store.find(task)).orElseThrow(Refusal::notFound);
        if (!access.may(by, ACT, found.subject())) {
            throw Refusal.notFound();
        }
        return found.of(station(found, by));
    }

    private String station(PoliceTask task, Actor by) {
        return stations.of(task.division())
                .map(PoliceStations.Station::name)
                .orElseGet(() -> by.mainPost().map(Post::agencyName).orElse(""));
    }

    static Event event(String act, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, null, by.officer().id(), agency, null, null, details);
    }
}
