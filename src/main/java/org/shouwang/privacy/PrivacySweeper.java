package org.shouwang.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.access.Officer;
import org.shouwang.access.Posts;
import org.shouwang.notification.Notices;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks once an hour what has fallen due and tells people of it. It archives nothing, erases nothing, ends nothing. */
@Component
class PrivacySweeper {

    /** How long before its end a consent is told of (our default). */
    private static final int DAYS_BEFORE = 14;

    private static final int ROUND = 200;
    private static final String HEAD = "county-supervisor";

    private final RetentionStore retention;
    private final ConsentStore consents;
    private final Posts posts;
    private final Notices notices;
    private final RowIdentity identity;
    private final Clock clock;

    PrivacySweeper(
            RetentionStore retention,
            ConsentStore consents,
            Posts posts,
            Notices notices,
            RowIdentity identity,
            Clock clock) {
        this.retention = retention;
        this.consents = consents;
        this.posts = posts;
        this.notices = notices;
        this.identity = identity;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shouwang.privacy.sweep-every:PT1H}", initialDelayString = "PT1M")
    @Transactional
    public void sweep() {
        identity.as(RowService.RETENTION, () -> {
            due();
            ending();
            return true;
        });
    }

    private void due() {
        retention.due(LocalDate.now(clock), clock.instant()).stream()
                .flatMap(division -> posts.nearest(HEAD, division).stream())
                .distinct()
                .flatMap(place -> posts.holders(HEAD, place).stream())
                .map(Officer::id)
                .distinct()
                .forEach(officer -> notices.tell(officer, "retention-due", null, "/retention"));
    }

    private void ending() {
        List<Consent> ending = consents.ending(LocalDate.now(clock).plusDays(DAYS_BEFORE), ROUND);
        for (Consent each : ending) {
            UUID officer = each.recordedBy();
            notices.tell(officer, "consent-ends", each.caseId(), "/cases/" + each.caseId() + "/privacy");
            consents.reminded(each.id(), clock.instant());
        }
    }
}
