package org.shouwang.hotline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Programs;
import org.shouwang.access.Subject;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** The lines of the county, and who may work on which. */
@Component
public class Hotlines implements CatalogueListener {

    static final String NAME = "hotlines.yaml";
    static final String LINES = "HOTLINE";

    private static final UUID ANY = new UUID(0, 0);

    private final Access access;
    private volatile List<Hotline> inForce = List.of();

    Hotlines(Access access) {
        this.access = access;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        inForce = read(catalogue, new ArrayList<>());
    }

    /** Those this officer or program may do {@code act} on. */
    public List<Hotline> of(Actor actor, String act) {
        return inForce.stream().filter(line -> may(actor, act, line)).toList();
    }

    Optional<Hotline> find(String key, Actor actor, String act) {
        return of(actor, act).stream().filter(line -> line.key().equals(key)).findFirst();
    }

    private boolean may(Actor actor, String act, Hotline line) {
        boolean receives =
                actor.holds(line.receives()) || Programs.isOne(actor.officer().username());
        return receives && access.may(actor, act, subject(ANY, line.division()));
    }

    static Subject subject(UUID id, String division) {
        return Subject.of(id, "hotline", division, "open");
    }

    private static List<Hotline> read(Catalogue catalogue, List<Fault> faults) {
        List<Hotline> lines = new ArrayList<>();
        Set<String> codes = catalogue
                .codes()
                .find(LINES)
                .map(CodeList::keys)
                .map(Set::copyOf)
                .orElse(Set.of());
        catalogue.files().yaml(NAME, faults).ifPresent(file -> {
            file.entries().forEach(entry -> lines.add(line(entry, codes, catalogue, lines)));
            codes.stream()
                    .filter(code -> lines.stream().noneMatch(line -> line.key().equals(code)))
                    .sorted()
                    .forEach(code -> file.fault("", "says nothing of " + code + " of " + LINES));
        });
        return List.copyOf(lines);
    }

    private static Hotline line(Entry entry, Set<String> codes, Catalogue catalogue, List<Hotline> before) {
        Hotline line =
                new Hotline(entry.text("key"), entry.text("number"), entry.text("division"), entry.text("receives"));
        if (!line.key().isEmpty() && !codes.contains(line.key())) {
            entry.fault("key", line.key() + " is no code of " + LINES);
        }
        if (before.stream().anyMatch(other -> other.key().equals(line.key()))) {
            entry.fault("key", "is there twice");
        }
        if (!line.number().matches("[0-9]{5,12}")) {
            entry.fault("number", "is no number of 5 to 12 digits");
        }
        if (!line.division().matches("[0-9]{12}")) {
            entry.fault("division", "is no code of 12 digits");
        }
        if (!catalogue.roles().keys().contains(line.receives())) {
            entry.fault("receives", line.receives() + " is no role of roles.yaml");
        }
        return line;
    }
}
