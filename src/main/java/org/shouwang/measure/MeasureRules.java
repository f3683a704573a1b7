package org.shouwang.measure;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Post;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** Who may issue which measure on a guardian, as the county's {@code measures.yaml} says. */
@Component
class MeasureRules implements CatalogueListener {

    private final Agencies agencies;
    private volatile MeasureFile.Read inForce =
            new MeasureFile.Read(List.of(), List.of(), new RestorationTerm(Period.ZERO, Period.ZERO, ""));

    MeasureRules(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        MeasureFile.read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        inForce = MeasureFile.read(catalogue, new ArrayList<>());
    }

    /** When restoration of guardianship may be asked for. */
    RestorationTerm restoration() {
        return inForce.restoration();
    }

    /** {@code ORGAN} codes that may issue it. */
    List<String> organs(String measure) {
        return inForce.measures().stream()
                .filter(rule -> rule.key().equals(measure))
                .findFirst()
                .map(MeasureRule::organs)
                .orElse(List.of());
    }

    /** {@code ORGAN} codes this officer's own posts speak for; none for those who record for others. */
    Set<String> organsOf(Actor actor) {
        Collection<UUID> units = actor.posts().stream().map(Post::agency).toList();
        Map<UUID, String> types = agencies.types(units);
        return actor.posts().stream()
                .flatMap(post -> inForce.logins().stream()
                        .filter(login -> login.role().equals(post.role()))
                        .filter(login ->
                                login.agencyType() == null || login.agencyType().equals(types.get(post.agency()))))
                .map(OrganLogin::organ)
                .collect(Collectors.toSet());
    }
}
