package org.shouwang.officers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.officers.OfficerFile;
import org.shouwang.officers.OfficerRow;
import org.shouwang.officers.Officers;
import org.shouwang.officers.PostRow;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Role;
import org.springframework.stereotype.Component;

/** Officers as pages show them. */
@Component
class OfficerViews {

    private final Officers officers;
    private final Catalogues catalogues;
    private final Clock clock;

    OfficerViews(Officers officers, Catalogues catalogues, Clock clock) {
        this.officers = officers;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    record Line(UUID id, String name, String username, boolean active, String unit, String role, String login) {}

    /** @param state {@code now}, {@code later} or {@code ended} */
    record Seat(
            UUID id,
            String role,
            String unit,
            String place,
            LocalDate from,
            @Nullable LocalDate until,
            boolean main,
            String state) {}

    /**
     * @param manages whether the reader may change posts
     * @param logs whether the reader may end sessions and hand out secrets
     * @param own whether it is the reader's own entry, which somebody else has to change
     */
    record Shown(OfficerFile file, List<Seat> seats, boolean manages, boolean logs, boolean own) {}

    record Choice(String key, String name) {}

    List<Line> lines(List<OfficerRow> rows, Locale locale) {
        return rows.stream()
                .map(row -> new Line(
                        row.id(),
                        row.name(),
                        row.username(),
                        row.active(),
                        row.unit() == null ? "" : row.unit(),
                        row.role() == null ? "" : role(row.role(), locale),
                        row.login().key()))
                .toList();
    }

    Shown of(OfficerFile file, Actor by, Locale locale) {
        return new Shown(
                file,
                seats(file, locale),
                officers.may("officer.manage", file, by),
                !file.program() && officers.may("officer.login", file, by),
                file.id().equals(by.officer().id()));
    }

    private List<Seat> seats(OfficerFile file, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        List<PostRow> posts = file.posts();
        return posts.stream()
                .map(post -> new Seat(
                        post.id(),
                        role(post.role(), locale),
                        post.agencyName(),
                        post.divisionName(),
                        post.from(),
                        post.until(),
                        post.equals(posts.get(0)) && !post.ended(today),
                        post.ended(today) ? "ended" : post.from().isAfter(today) ? "later" : "now"))
                .toList();
    }

    /** Roles that fit whom a post is for: a program's to programs, all others to people. */
    List<Choice> roles(OfficerFile file, Locale locale) {
        return catalogues.current().roles().all().stream()
                .filter(role -> role.tier().equals("client") == file.program())
                .map(role -> new Choice(role.key(), role.name(locale)))
                .toList();
    }

    private String role(String key, Locale locale) {
        return catalogues
                .current()
                .roles()
                .find(key)
                .map((Role role) -> role.name(locale))
                .orElse(key);
    }
}
