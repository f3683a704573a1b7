package org.shouwang.referral.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.referral.Referral;
import org.shouwang.referral.Referrals;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 转介 for programs. One is begun as every process beside a case's main one, and sent with its first task. */
@RestController
@RequestMapping("/api/v1")
class ReferralApi {

    private final Referrals referrals;
    private final Actors actors;

    ReferralApi(Referrals referrals, Actors actors) {
        this.referrals = referrals;
        this.actors = actors;
    }

    record All(List<Referral> items) {}

    @GetMapping("/cases/{id}/referrals")
    @Requires("referral.read")
    All ofCase(@PathVariable UUID id) {
        return new All(referrals.of(referrals.read(id, actors.current())));
    }

    @PostMapping("/cases/{id}/referrals/{referral}/recall")
    @Requires("referral.recall")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recall(@PathVariable UUID id, @PathVariable UUID referral) {
        referrals.recall(id, referral, actors.current());
    }

    /** What came to whoever asks, the latest first. */
    @GetMapping("/referrals")
    @Requires("referral.receive")
    All received() {
        return new All(referrals.received(actors.current()));
    }

    @GetMapping("/referrals/{id}")
    @Requires("referral.receive")
    Referrals.Sight one(@PathVariable UUID id, Locale locale) {
        return referrals.open(id, locale, actors.current());
    }
}
