package org.shouwang.reporting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.form.Choice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who has to report (报告义务单位) and who else does, by kind of unit and place, as {@code duty-bearers.yaml} says. */
@Component
public class DutyBearers implements CatalogueListener {

    static final String NAME = "duty-bearers.yaml";
    static final String KINDS = "REPORTER_KIND";

    private static final Set<String> MARKS = Set.of("T", "T2", "K", "U", "P");

    private final Agencies agencies;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private volatile Book inForce = new Book(Duration.ZERO, List.of(), Map.of());

    DutyBearers(Agencies agencies, Divisions divisions, Catalogues catalogues) {
        this.agencies = agencies;
        this.divisions = divisions;
        this.catalogues = catalogues;
    }

    /** @param logins role that speaks for an {@code ORGAN} */
    private record Book(Duration asksAfter, List<DutyBearer> bearers, Map<String, String> logins) {}

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        inForce = read(catalogue, new ArrayList<>());
    }

    /** How much later than found a report may come before somebody looks why; the county's own measure, no law's. */
    Duration asksAfter() {
        return inForce.asksAfter();
    }

    /** The role whose login speaks for an organ, where it has one. */
    Optional<String> login(String organ) {
        return Optional.ofNullable(inForce.logins().get(organ));
    }

    /** The organ above a kind of unit, where one is written. */
    Optional<String> superior(String kind) {
        return find(kind).flatMap(bearer -> Optional.ofNullable(bearer.superior()));
    }

    boolean hasDuty(String kind, String division) {
        return find(kind)
                .filter(bearer -> bearer.duty() && holds(bearer, division))
                .isPresent();
    }

    /** Whether this kind is on the list of a place. */
    boolean isListed(String kind, String division) {
        return find(kind).filter(bearer -> holds(bearer, division)).isPresent();
    }

    private Optional<DutyBearer> find(String kind) {
        return inForce.bearers().stream()
                .filter(bearer -> bearer.key().equals(kind))
                .findFirst();
    }

    private boolean holds(DutyBearer bearer, String division) {
        return bearer.divisions().isEmpty()
                || divisions.upwards(division).stream().map(Division::code).anyMatch(bearer.divisions()::contains);
    }

    /** Who may be chosen as reporter where this officer works. */
    public List<Choice> offered(Actor actor, Locale locale) {
        return choices(actor, locale, false);
    }

    /** Of these the ones with the duty to report. */
    public List<Choice> bound(Actor actor, Locale locale) {
        return choices(actor, locale, true);
    }

    private List<Choice> choices(Actor actor, Locale locale, boolean dutyOnly) {
        String division = actor.mainPost().map(Post::division).orElse("");
        Codes codes = catalogues.current().codes();
        return inForce.bearers().stream()
                .filter(bearer -> bearer.duty() || !dutyOnly)
                .filter(bearer -> bearer.divisions().isEmpty() || holds(bearer, division))
                .map(bearer -> Choice.of(bearer.key(), codes.name(KINDS, bearer.key(), locale)))
                .toList();
    }

    /** The kind of the unit somebody works for; empty where that is none of the list. */
    public Optional<String> kindOf(Actor actor) {
        @Nullable Post post = actor.mainPost().orElse(null);
        if (post == null) {
            return Optional.empty();
        }
        String type = agencies.type(post.agency()).orElse("");
        return inForce.bearers().stream()
                .filter(bearer -> bearer.agencyTypes().contains(type) && holds(bearer, post.division()))
                .map(DutyBearer::key)
                .findFirst();
    }

    private static Book read(Catalogue catalogue, List<Fault> faults) {
        List<DutyBearer> bearers = new ArrayList<>();
        Map<String, String> logins = new HashMap<>();
        Duration[] after = {Duration.ZERO};
        catalogue.files().yaml(NAME, faults).ifPresent(file -> {
            after[0] = duration(file);
            file.entries("kinds").forEach(entry -> bearers.add(bearer(entry, catalogue)));
            file.entries("logins").forEach(entry -> login(entry, catalogue, logins));
            codes(catalogue, KINDS).stream()
                    .filter(key -> bearers.stream()
                                    .filter(bearer -> bearer.key().equals(key))
                                    .count()
                            != 1)
                    .sorted()
                    .forEach(key -> file.fault("kinds", key + " of " + KINDS + " must stand there once"));
        });
        return new Book(after[0], List.copyOf(bearers), Map.copyOf(logins));
    }

    private static Duration duration(Entry file) {
        try {
            return Duration.parse(file.text("asks-after"));
        } catch (java.time.DateTimeException e) {
            file.fault("asks-after", "is no term such as P1D or PT12H");
            return Duration.ZERO;
        }
    }

    private static DutyBearer bearer(Entry entry, Catalogue catalogue) {
        String key = entry.text("key");
        one(entry, "key", key, codes(catalogue, KINDS));
        String mark = entry.text("mark");
        one(entry, "mark", mark, MARKS);
        List<String> types = texts(entry, "agency-types");
        types.forEach(type -> one(entry, "agency-types", type, codes(catalogue, "AGENCY_TYPE")));
        @Nullable String superior = entry.optional("superior").orElse(null);
        if (superior != null) {
            one(entry, "superior", superior, codes(catalogue, "ORGAN"));
        }
        List<String> places = texts(entry, "divisions");
        places.stream()
                .filter(place -> !place.matches("[0-9]{12}"))
                .forEach(place -> entry.fault("divisions", place + " is no code of 12 digits"));
        if (!entry.node().path("duty").isBoolean()) {
            entry.fault("duty", "must be true or false");
        }
        return new DutyBearer(
                key, entry.node().path("duty").asBoolean(false), types, superior, places, entry.text("basis"), mark);
    }

    private static void login(Entry entry, Catalogue catalogue, Map<String, String> logins) {
        String organ = entry.text("organ");
        one(entry, "organ", organ, codes(catalogue, "ORGAN"));
        String role = entry.text("role");
        one(entry, "role", role, catalogue.roles().keys());
        logins.put(organ, role);
    }

    private static List<String> texts(Entry entry, String field) {
        return entry.node().path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> codes(Catalogue catalogue, String list) {
        return catalogue.codes().find(list).map(CodeList::keys).stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static void one(Entry entry, String field, String said, Set<String> known) {
        if (!said.isEmpty() && !known.contains(said)) {
            entry.fault(field, said + " is none of " + known.stream().sorted().collect(Collectors.joining(", ")));
        }
    }
}
