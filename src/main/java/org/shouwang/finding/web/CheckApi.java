package org.shouwang.finding.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.finding.CheckPlan;
import org.shouwang.finding.CheckPlans;
import org.shouwang.finding.HouseholdFlag;
import org.shouwang.finding.HouseholdFlags;
import org.shouwang.finding.VillageCheck;
import org.shouwang.person.PersonView;
import org.shouwang.web.Idempotency;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planned checks and flags on households for programs. */
@RestController
@RequestMapping("/api/v1")
class CheckApi {

    private static final int MOST = 100;

    private final CheckPlans plans;
    private final HouseholdFlags flags;
    private final Actors actors;

    CheckApi(CheckPlans plans, HouseholdFlags flags, Actors actors) {
        this.plans = plans;
        this.flags = flags;
        this.actors = actors;
    }

    record Made(UUID id) {}

    /** What somebody asks a group of villages to look at. */
    record Plan(
            @Nullable String screened,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable List<String> villages) {

        CheckPlans.Asked asked() {
            return new CheckPlans.Asked(
                    screened == null ? "" : screened, from, until, villages == null ? List.of() : villages);
        }
    }

    @PostMapping("/check-plans")
    @Requires("check.plan")
    ResponseEntity<Made> plan(
            @RequestBody Plan plan, @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        UUID made = plans.make(plan.asked(), key, actors.current());
        return ResponseEntity.created(URI.create("/api/v1/check-plans/" + made)).body(new Made(made));
    }

    record Plans(List<CheckPlan> items) {}

    @GetMapping("/check-plans")
    @Requires("check.read")
    Plans plans() {
        return new Plans(plans.latest(MOST));
    }

    /** @param villages how far each has come */
    record Progress(CheckPlan plan, List<VillageCheck> villages) {}

    @GetMapping("/check-plans/{id}")
    @Requires("check.read")
    Progress progress(@PathVariable UUID id) {
        CheckPlan plan = plans.read(id);
        return new Progress(plan, plans.progress(plan));
    }

    /** @param items those that hold and those that have ended, the latest end first */
    record Flags(List<HouseholdFlag> items) {}

    @GetMapping("/persons/{id}/flags")
    @Requires("household.flag-read")
    Flags flags(@PathVariable UUID id) {
        PersonView person = flags.require(id);
        return new Flags(flags.history(person, actors.current()));
    }

    record Flag(
            @Nullable String kind,
            @Nullable String source,
            @Nullable String reason,
            @Nullable LocalDate until) {

        private static String text(@Nullable String said) {
            return said == null ? "" : said;
        }

        HouseholdFlags.Asked asked() {
            return new HouseholdFlags.Asked(text(kind), text(source), text(reason), until);
        }
    }

    @PostMapping("/persons/{id}/flags")
    @Requires("household.flag")
    ResponseEntity<Made> flag(
            @PathVariable UUID id,
            @RequestBody Flag flag,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        UUID made = flags.set(id, flag.asked(), key, actors.current());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Made(made));
    }
}
