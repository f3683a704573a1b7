package org.shouwang.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.clock.Term;
import org.springframework.stereotype.Component;

/** {@code referral.yaml}: how long each kind of unit has to answer each other, and who has it where a post is vacant. */
@Component
class AnswerTerms implements CatalogueListener {

    static final String NAME = "referral.yaml";

    /** In place of a unit's kind: another county. */
    static final String OUTSIDE = "outside";

    private static final String ANY = "*";

    private volatile Book book = new Book(List.of(), Map.of());

    private record Pair(String from, String to, Term within) {

        boolean fits(@Nullable String sender, @Nullable String receiver) {
            return (from.equals(ANY) || from.equals(sender)) && (to.equals(ANY) || to.equals(receiver));
        }
    }

    private record Book(List<Pair> pairs, Map<String, String> superiors) {}

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        book = read(catalogue, new ArrayList<>());
    }

    /** The first that fits; there is one for any two. */
    Term between(@Nullable String sender, @Nullable String receiver) {
        return book.pairs().stream()
                .filter(pair -> pair.fits(sender, receiver))
                .findFirst()
                .map(Pair::within)
                .orElseThrow();
    }

    /** The kind of unit that has what a unit of this kind cannot take, its posts being vacant. */
    Optional<String> superior(String kind) {
        return Optional.ofNullable(book.superiors().get(kind));
    }

    private static Book read(Catalogue catalogue, List<Fault> faults) {
        Set<String> kinds = catalogue
                .codes()
                .find("AGENCY_TYPE")
                .map(list -> Set.copyOf(list.keys()))
                .orElse(Set.of());
        List<Pair> pairs = new ArrayList<>();
        Map<String, String> superiors = new HashMap<>();
        catalogue.files().yaml(NAME, faults).ifPresent(file -> {
            file.entries("answers").forEach(entry -> pair(entry, kinds).ifPresent(pairs::add));
            if (pairs.isEmpty() || !pairs.get(pairs.size() - 1).fits(null, null)) {
                file.fault("answers", "the last has to be from \"*\" to \"*\": some would have no term");
            }
            file.node().path("superiors").propertyStream().forEach(each -> {
                String above = each.getValue().asString("");
                known(file, "superiors." + each.getKey(), each.getKey(), kinds);
                known(file, "superiors." + each.getKey(), above, kinds);
                superiors.put(each.getKey(), above);
            });
        });
        return new Book(List.copyOf(pairs), Map.copyOf(superiors));
    }

    private static Optional<Pair> pair(Entry entry, Set<String> kinds) {
        String from = entry.text("from");
        String to = entry.text("to");
        Optional<Term> within = Term.parse(entry.text("within"));
        if (!from.equals(ANY)) {
            known(entry, "from", from, kinds);
        }
        if (!to.equals(ANY) && !to.equals(OUTSIDE)) {
            known(entry, "to", to, kinds);
        }
        if (within.isEmpty()) {
            entry.fault("within", "is no term such as P3WD or P10D");
        }
        return within.map(term -> new Pair(from, to, term));
    }

    private static void known(Entry entry, String field, String kind, Set<String> kinds) {
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            entry.fault(field, kind + " is no code of AGENCY_TYPE");
        }
    }
}
