package org.shouwang.adversary;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A matter somewhere in the county, with every id that belongs to it and with the people it is for. Who they are is
 * written down by hand from what each post is for; nothing here is asked of the code that is tried.
 *
 * @param child the child's name, which nobody else's page may carry
 * @param readers who may read case, report, records and files
 * @param turners who may ask for another turn of the case, by act
 * @param workers who may see its open tasks
 * @param keepers who may read the child's file in the register
 * @param finders who may find the child by name
 * @param hearers whose lists may name the child
 * @param reporter who sent it, and knows its state
 */
record Scene(
        String child,
        UUID report,
        UUID caseId,
        UUID person,
        UUID photo,
        List<String> records,
        List<String> tasks,
        Set<String> readers,
        Turners turners,
        Set<String> workers,
        Set<String> keepers,
        Set<String> finders,
        Set<String> hearers,
        String reporter) {

    /** Who may ask for which turn. */
    record Turners(Set<String> review, Set<String> newHarm, Set<String> reopen) {

        Set<String> of(String turn) {
            return switch (turn) {
                case "review" -> review;
                case "new-harm" -> newHarm;
                case "reopen" -> reopen;
                default -> throw new IllegalArgumentException(turn);
            };
        }
    }

    /** Everybody of the demo county. */
    static final List<String> EVERYBODY = List.of(
            "director",
            "director2",
            "supervisor",
            "station",
            "supervisor2",
            "station2",
            "grid",
            "women",
            "caseworker",
            "civil",
            "police",
            "court",
            "procurator",
            "justice",
            "federation",
            "school",
            "education",
            "health",
            "shelter",
            "hotline",
            "county",
            "committee",
            "statistics",
            "auditor",
            "admin");

    /** The same matter with the rule falsified: this person is taken for somebody it is not for. */
    Scene without(String person) {
        return new Scene(
                child,
                report,
                caseId,
                person(),
                photo,
                records,
                tasks,
                less(readers, person),
                new Turners(less(turners.review(), person), less(turners.newHarm(), person), turners.reopen()),
                less(workers, person),
                less(keepers, person),
                less(finders, person),
                less(hearers, person),
                reporter);
    }

    private static Set<String> less(Set<String> people, String person) {
        return people.stream().filter(each -> !each.equals(person)).collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public String toString() {
        return child;
    }
}
