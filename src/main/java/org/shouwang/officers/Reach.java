package org.shouwang.officers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Scope;
import org.shouwang.access.Subject;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Role;
import org.springframework.stereotype.Component;

/**
 * Who may see and change whom. Who reaches everywhere reaches everybody; who reaches a territory, there only those whose
 * every post is a village's. Nobody changes what is his or her own: that takes a second pair of eyes.
 */
@Component
class Reach {

    static final String READ = "officer.read";
    static final String MANAGE = "officer.manage";
    static final String LOGIN = "officer.login";

    private static final String VILLAGE = "village";

    /** Lies in no territory: only who reaches everywhere reaches it. */
    private static final String NOWHERE = "";

    private final Access access;
    private final Catalogues catalogues;
    private final Clock clock;

    Reach(Access access, Catalogues catalogues, Clock clock) {
        this.access = access;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    boolean everywhere(String act, Actor by) {
        return access.may(by, act, Subject.of(by.officer().id(), "officer", NOWHERE, "open"));
    }

    boolean reaches(String act, OfficerFile officer, Actor by) {
        List<PostRow> posts = officer.standing(LocalDate.now(clock));
        return everywhere(act, by)
                || !posts.isEmpty()
                        && posts.stream()
                                .allMatch(post -> village().contains(post.role())
                                        && access.may(
                                                by, act, Subject.of(officer.id(), "officer", post.division(), "open")));
    }

    /** @throws Refusal 404 for whom one may not see, 403 for whom one may not change */
    void require(String act, OfficerFile officer, Actor by) {
        if (!reaches(READ, officer, by)) {
            throw Refusal.notFound();
        }
        if (!reaches(act, officer, by)) {
            throw Refusal.forbidden(act);
        }
        if (!act.equals(READ) && isOwn(officer, by)) {
            throw Refusal.forbidden("own-entry");
        }
    }

    static boolean isOwn(OfficerFile officer, Actor by) {
        return officer.id().equals(by.officer().id());
    }

    List<Scope.Range> territory() {
        return access.scope(READ).territory();
    }

    /** Roles of villages, the only ones a territory's right reaches. */
    Collection<String> village() {
        Stream<Role> roles = catalogues.current().roles().all().stream();
        return roles.filter(role -> role.tier().equals(VILLAGE)).map(Role::key).collect(Collectors.toSet());
    }
}
