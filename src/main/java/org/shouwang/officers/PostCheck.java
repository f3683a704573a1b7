package org.shouwang.officers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Role;
import org.springframework.stereotype.Component;

/** Whether a post makes sense: a role there is, at a place of its tier, with an end after its beginning. */
@Component
class PostCheck {

    private static final String PROGRAM = "client";
    private static final List<String> TIERS_WITH_A_PLACE = List.of("village", "township");
    private static final int RANKS = 9;

    private final Units units;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final Clock clock;

    PostCheck(Units units, Divisions divisions, Catalogues catalogues, Clock clock) {
        this.units = units;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /** @throws Refusal 422 with every field that is wrong */
    PostRow made(NewPost asked, OfficerFile officer) {
        List<FieldProblem> wrong = new ArrayList<>();
        Optional<Role> role = catalogues.current().roles().find(asked.role());
        if (role.isEmpty() || role.get().tier().equals(PROGRAM) != officer.program()) {
            wrong.add(FieldProblem.at("role", "post-role"));
        }
        Optional<Unit> unit = Optional.ofNullable(asked.agency()).flatMap(units::find);
        if (unit.isEmpty()) {
            wrong.add(FieldProblem.at("agency", "post-agency"));
        }
        Optional<Division> place = place(asked, unit);
        if (unit.isPresent() && place.isEmpty()) {
            wrong.add(FieldProblem.at("division", "post-division"));
        } else if (place.isPresent() && role.isPresent() && !fits(role.get(), place.get())) {
            wrong.add(FieldProblem.at("division", "post-division-tier"));
        }
        LocalDate from = asked.from() == null ? LocalDate.now(clock) : asked.from();
        if (asked.until() != null
                && (asked.until().isBefore(from) || asked.until().isBefore(LocalDate.now(clock)))) {
            wrong.add(FieldProblem.at("until", "post-until"));
        }
        if (asked.rank() < 0 || asked.rank() > RANKS) {
            wrong.add(FieldProblem.at("rank", "post-rank", RANKS));
        }
        if (wrong.isEmpty() && isHeld(asked, officer, place.orElseThrow())) {
            wrong.add(FieldProblem.at("role", "post-held"));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        Unit agency = unit.orElseThrow();
        Division where = place.orElseThrow();
        return new PostRow(
                Ids.next(),
                asked.role(),
                agency.id(),
                agency.name(),
                where.code(),
                where.name(),
                from,
                asked.until(),
                asked.rank());
    }

    private Optional<Division> place(NewPost asked, Optional<Unit> unit) {
        String said = asked.division();
        return said == null || said.isBlank()
                ? unit.flatMap(agency -> divisions.find(agency.division()))
                : divisions.find(said.strip());
    }

    private static boolean fits(Role role, Division place) {
        return !TIERS_WITH_A_PLACE.contains(role.tier()) || role.tier().equals(place.level());
    }

    private boolean isHeld(NewPost asked, OfficerFile officer, Division place) {
        return officer.standing(LocalDate.now(clock)).stream()
                .anyMatch(post -> post.role().equals(asked.role())
                        && post.agency().equals(asked.agency())
                        && post.division().equals(place.code()));
    }
}
