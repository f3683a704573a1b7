package org.shouwang.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Post;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** The kinds of lists there are, and who may send which. */
@Component
public class SourceKinds implements CatalogueListener {

    /** The one that findings of planned checks become hints of. */
    public static final String CHECK = "check";

    private final Agencies agencies;
    private final Access access;
    private volatile List<SourceKind> inForce = List.of();

    SourceKinds(Agencies agencies, Access access) {
        this.agencies = agencies;
        this.access = access;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        SourceListFile.read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        inForce = SourceListFile.read(catalogue, new ArrayList<>());
    }

    public Optional<SourceKind> find(String key) {
        return inForce.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What this officer may send: of one's own agency's registers, and all for the county that takes in for others. */
    public List<SourceKind> of(Actor by) {
        if (access.may("hint.read")) {
            return inForce;
        }
        Set<String> types = new HashSet<>(
                agencies.types(by.posts().stream().map(Post::agency).toList()).values());
        return inForce.stream()
                .filter(kind -> kind.agencies().stream().anyMatch(types::contains))
                .toList();
    }
}
