package org.shouwang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who acts. Keycloak says who somebody is; what he or she may do comes from the posts that hold today, read from the
 * database once a request, so that a post that ended this morning ends now.
 */
@Component
public class Actors {

    static final String CACHED = Actors.class.getName();

    private static final String REACH = RowReach.class.getName();

    private final JdbcClient jdbc;
    private final AccessMatrix matrix;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    Actors(JdbcClient jdbc, AccessMatrix matrix, Jurisdictions jurisdictions, Clock clock) {
        this.jdbc = jdbc;
        this.matrix = matrix;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /** The officer logged in, if this thread serves one. */
    public Optional<Actor> find() {
        Optional<String> username = username();
        if (username.isEmpty()) {
            return Optional.empty();
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(CACHED, RequestAttributes.SCOPE_REQUEST) instanceof Actor actor) {
            return Optional.of(actor);
        }
        Optional<Actor> found = username.flatMap(this::byUsername).map(Programs::narrowed);
        found.ifPresent(actor -> {
            if (request != null) {
                request.setAttribute(CACHED, actor, RequestAttributes.SCOPE_REQUEST);
            }
        });
        return found;
    }

    /** How far the officer logged in reaches, found out once a request. */
    RowReach reach() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(REACH, RequestAttributes.SCOPE_REQUEST) instanceof RowReach reach) {
            return reach;
        }
        Optional<RowReach> reach = find().map(actor -> RowReach.of(actor, matrix));
        if (request != null) {
            reach.ifPresent(found -> request.setAttribute(REACH, found, RequestAttributes.SCOPE_REQUEST));
        }
        return reach.orElse(RowReach.NOBODY);
    }

    /** The officer logged in; refused where the login is known to Keycloak but enrolled nowhere here. */
    public Actor current() {
        return find().orElseThrow(() -> Refusal.forbidden("enrolled"));
    }

    public Optional<Actor> byUsername(String username) {
        return jdbc.sql("select id, username, name from officer where username = ? and active")
                .param(username)
                .query(Officer.class)
                .optional()
                .map(this::withPosts);
    }

    public Optional<Actor> of(UUID officer) {
        return jdbc.sql("select id, username, name from officer where id = ? and active")
                .param(officer)
                .query(Officer.class)
                .optional()
                .map(this::withPosts);
    }

    private Actor withPosts(Officer officer) {
        List<Post> posts = jdbc.sql("""
                        with held (officer_id, acting_for, named) as (
                            select cast(:officer as uuid), cast(null as uuid), true
                            union all
                            select officer_id, officer_id, declared_by = officer_id from delegation
                            where deputy_id = :officer and ended_at is null
                              and :today between valid_from and valid_until)
                        select post.id, post.role, agency.id agency, agency.name agency_name,
                               division.code division, division.name division_name,
                               division.first_code, division.last_code, post.place, agency.key agency_key,
                               held.acting_for, held.named
                        from held
                        join post on post.officer_id = held.officer_id
                        join agency on agency.id = post.agency_id
                        join division on division.code = post.division
                        where post.valid_from <= :today and (post.valid_until is null or post.valid_until >= :today)
                        order by held.acting_for nulls first, post.rank, post.id""")
                .param("officer", officer.id())
                .param("today", LocalDate.now(clock))
                .query(this::post)
                .list();
        return new Actor(officer, posts, barred(officer, posts), emergencies(officer));
    }

    private Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                row.getString("role"),
                row.getObject("agency", UUID.class),
                row.getString("agency_name"),
                row.getString("division"),
                row.getString("division_name"),
                row.getString("place"),
                area(row),
                row.getObject("acting_for", UUID.class),
                row.getBoolean("named"));
    }

    private List<Scope.Range> area(ResultSet row) throws SQLException {
        return row.getString("place").equals(row.getString("division"))
                ? List.of(new Scope.Range(row.getString("first_code"), row.getString("last_code")))
                : jurisdictions.area(row.getString("agency_key"));
    }

    /** None of them outlives its time, whatever runs or does not run to end it. */
    private List<Emergency> emergencies(Officer officer) {
        return jdbc.sql("""
                        select id, case_id subject, ground, until, kind from emergency_access
                        where officer_id = ? and until > ? order by until desc""")
                .params(officer.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Emergency.class)
                .list();
    }

    /** A deputy is kept off what those are whose posts he or she holds, save where named in person. */
    private Set<UUID> barred(Officer officer, List<Post> posts) {
        UUID[] absent = posts.stream()
                .map(Post::actingFor)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return jdbc.sql("""
                        select subject_id from participation
                        where officer_id = :officer and part = 'barred' and until is null
                        union
                        select subject_id from participation their
                        where officer_id = any(:absent) and part = 'barred' and until is null and not exists (
                            select from participation own
                            where own.subject_id = their.subject_id and own.officer_id = :officer and own.until is null)""")
                .param("officer", officer.id())
                .param("absent", absent)
                .query(UUID.class)
                .set();
    }

    static Optional<String> username() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication instanceof JwtAuthenticationToken || authentication.getPrincipal() instanceof OAuth2User) {
            return Optional.of(authentication.getName());
        }
        return Optional.empty();
    }
}
