package org.shouwang.rescue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Post;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.springframework.stereotype.Component;

/** Who speaks for a hospital: its own login, or we for it, as it was told by phone or stands in its papers. */
@Component
class Hospitals {

    private static final String TYPE = "health";
    private static final String WAY = "way";
    private static final String OWN = "own";

    private final Agencies agencies;
    private final Actors actors;
    private final Access access;

    Hospitals(Agencies agencies, Actors actors, Access access) {
        this.agencies = agencies;
        this.actors = actors;
        this.access = access;
    }

    boolean is(UUID unit) {
        return agencies.type(unit).filter(TYPE::equals).isPresent();
    }

    /** One of a hospital's people who may record for it; none where nobody there logs in. */
    Optional<UUID> login(UUID unit, CaseView file) {
        return agencies.workers(unit).stream()
                .flatMap(officer -> actors.of(officer).stream())
                .filter(actor -> !actor.barred().contains(file.id()) && speaks(actor))
                .filter(actor -> access.may(
                        actor, "task.work", file.subject(), Stage.LATER.get(0).form()))
                .map(actor -> actor.officer().id())
                .findFirst();
    }

    boolean speaks(Actor actor) {
        Map<UUID, String> types =
                agencies.types(actor.posts().stream().map(Post::agency).toList());
        return actor.posts().stream()
                .anyMatch(post -> post.role().equals(TYPE)
                        || post.role().equals("agency-worker") && TYPE.equals(types.get(post.agency())));
    }

    /** A hospital's own login speaks for it and nobody else; whoever else records says how it came to be known. */
    void requireSpeaker(Completion said) {
        boolean own = said.data().get(WAY).asString().equals(OWN);
        if (own != speaks(said.by())) {
            throw Refusal.invalid(List.of(FieldProblem.at(WAY, own ? "rescue-not-own" : "rescue-own-login")));
        }
    }

    /** Whether it was recorded for the hospital, which may confirm it later. */
    static boolean forIt(Completion said) {
        return List.of("phone", "letter").contains(said.data().get(WAY).asString());
    }
}
