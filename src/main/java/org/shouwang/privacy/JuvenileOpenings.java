package org.shouwang.privacy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.casefile.ArchivedCases;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a sealed juvenile record (查询): only for an organ that handles a case, or a unit that asks by a rule of the state
 * (刑事诉讼法 第二百八十六条第二款), by its whole number, for an hour, to read. Each opening is in the journal with its ground.
 */
@Service
@Transactional
public class JuvenileOpenings {

    private static final String ACT = "juvenile.open";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}-[0-9]{4}-[0-9]{5}");

    private final JuvenileStore store;
    private final JuvenileCheck check;
    private final ArchivedCases shut;
    private final Access access;
    private final Journal journal;
    private final RowIdentity identity;

    JuvenileOpenings(
            JuvenileStore store,
            JuvenileCheck check,
            ArchivedCases shut,
            Access access,
            Journal journal,
            RowIdentity identity) {
        this.store = store;
        this.check = check;
        this.shut = shut;
        this.access = access;
        this.journal = journal;
        this.identity = identity;
    }

    /**
     * Opens one; what one has open already is not opened again.
     *
     * @return the case; empty alike when there is none of this number, when it is not sealed, and when it is not for this
     *     officer
     */
    public Optional<UUID> open(NewOpening said, Actor by) {
        String reason = check.check(said);
        String number = JuvenileCheck.text(said.number());
        Optional<JuvenileSeal> found = NUMBER.matcher(number).matches()
                ? identity.as(RowService.JUVENILE, () -> store.findByNumber(number))
                : Optional.empty();
        Optional<JuvenileSeal> granted = found.filter(seal -> access.may(by, ACT, seal.asSubject()));
        if (granted.isEmpty()) {
            // Which number was tried is left out: it may be that of a sealed record.
            UUID agency = by.mainPost().map(Post::agency).orElse(null);
            journal.append(new Event("juvenile.refused", null, by.officer().id(), agency, null, null, Map.of()));
        }
        granted.filter(seal -> !running(seal, by)).ifPresent(seal -> {
            identity.open(seal.caseId());
            shut.openSealed(
                    seal.asSubject(),
                    Objects.requireNonNull(said.ground()),
                    Objects.requireNonNull(said.organ()),
                    reason,
                    by);
        });
        return granted.map(JuvenileSeal::caseId);
    }

    private static boolean running(JuvenileSeal seal, Actor by) {
        return by.emergencies().stream()
                .anyMatch(each -> each.juvenile() && each.subject().equals(seal.caseId()));
    }
}
