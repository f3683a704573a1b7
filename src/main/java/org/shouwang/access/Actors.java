package org.shouwang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
                        select post.id, post.role, agency.id agency, agency.name agency_name,
                               division.code division, division.name division_name,
                               division.first_code, division.last_code, post.place, agency.key agency_key
                        from post
                        join agency on agency.id = post.agency_id
                        join division on division.code = post.division
                        where post.officer_id = :officer
                          and post.valid_from <= :today and (post.valid_until is null or post.valid_until >= :today)
                        order by post.rank, post.id""")
                .param("officer", officer.id())
                .param("today", LocalDate.now(clock))
                .query(this::post)
                .list();
        return new Actor(officer, posts, barred(officer), emergencies(officer));
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
                area(row));
    }

    private List<Scope.Range> area(ResultSet row) throws SQLException {
        return row.getString("place").equals(row.getString("division"))
                ? List.of(new Scope.Range(row.getString("first_code"), row.getString("last_code")))
                : jurisdictions.area(row.getString("agency_key"));
    }

    /** None of them outlives its time, whatever runs or does not run to end it. */
    private List<Emergency> emergencies(Officer officer) {
        return jdbc.sql("""
                        select id, case_id subject, ground, until from emergency_access
                        where officer_id = ? and until > ? order by until desc""")
                .params(officer.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Emergency.class)
                .list();
    }

    private Set<UUID> barred(Officer officer) {
        return jdbc.sql("""
                        select subject_id from participation
                        where officer_id = ? and part = 'barred' and until is null""").param(officer.id()).query(UUID.class).set();
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
