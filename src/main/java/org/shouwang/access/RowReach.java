package org.shouwang.access;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.access.Rule.Reach;

/**
 * How far an actor reaches, as the settings that row-level security compares rows with. Made from the same matrix and
 * posts that {@link Access} judges by, so that the second lock cannot mean something else than the first.
 *
 * @param parties the officer, and the units he or she works for, where taking part lets read, as {@code uuid[]}
 * @param posts {@code role/division} of every post, as {@code text[]}
 * @param workOpen where cases and reports may be read, as {@code division_multirange}
 * @param workRestricted where restricted ones may be, too
 * @param people where the register of persons may be read
 * @param board where cases may be counted, or listed by where their children are
 * @param merges where files that may be one person are looked at
 * @param mergesRestricted where those of restricted people are, too
 * @param barred cases and reports he or she is kept off
 * @param opened cases he or she reads in an emergency now
 * @param unsealed of these the sealed juvenile records, opened as such
 * @param hands under whose names he or she holds tasks
 * @param self ids under which the officer's own drafts, notices and reports stand
 */
record RowReach(
        String parties,
        String posts,
        String workOpen,
        String workRestricted,
        String people,
        String board,
        String merges,
        String mergesRestricted,
        String barred,
        String opened,
        String unsealed,
        String hands,
        String self) {

    private static final String NOTHING = "{}";
    private static final List<String> WORK = List.of("case.read", "report.read", "task.read");

    private static final List<String> MERGES = List.of("merge.decide");

    /** Whoever is not logged in, and work that runs by itself: reaches what is opened to it, and nothing else. */
    static final RowReach NOBODY = new RowReach(
            NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING,
            NOTHING);

    static RowReach of(Actor actor, AccessMatrix matrix) {
        String officer = actor.officer().id().toString();
        return new RowReach(
                array(Stream.concat(
                        posts(actor, matrix, WORK, Reach.ASSIGNED)
                                .filter(Post::named)
                                .map(post -> actor.holder(post).toString()),
                        posts(actor, matrix, WORK, Reach.UNIT)
                                .map(post -> post.agency().toString()))),
                array(actor.posts().stream().map(post -> post.role() + "/" + post.place())),
                places(actor, matrix, WORK, rule -> true),
                places(actor, matrix, WORK, Rule::restricted),
                places(actor, matrix, List.of("person.read", "person.search"), rule -> true),
                places(actor, matrix, List.of("board.read", "board.list", "placement.list"), rule -> true),
                places(actor, matrix, MERGES, rule -> true),
                places(actor, matrix, MERGES, Rule::restricted),
                array(actor.barred().stream().map(UUID::toString)),
                array(opened(actor, matrix)),
                array(unsealed(actor, matrix)),
                array(actor.names().stream().map(UUID::toString)),
                array(Stream.of(officer)));
    }

    private static Stream<String> opened(Actor actor, AccessMatrix matrix) {
        boolean may = matrix.rules("case.read").stream()
                .anyMatch(rule -> rule.reach() == Reach.EMERGENCY && actor.holds(rule.role()));
        return actor.emergencies().stream()
                .map(Emergency::subject)
                .filter(subject -> may && !actor.barred().contains(subject))
                .map(UUID::toString);
    }

    private static Stream<String> unsealed(Actor actor, AccessMatrix matrix) {
        boolean may = matrix.rules("juvenile.open").stream().anyMatch(rule -> actor.holds(rule.role()));
        return actor.emergencies().stream()
                .filter(opening -> may && opening.juvenile() && !actor.barred().contains(opening.subject()))
                .map(opening -> opening.subject().toString());
    }

    private static String places(Actor actor, AccessMatrix matrix, List<String> acts, Predicate<Rule> which) {
        return posts(actor, matrix, acts, Reach.TERRITORY, which)
                .flatMap(post -> post.area().stream())
                .map(range -> "[" + range.first() + "," + range.last() + "]")
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Stream<Post> posts(Actor actor, AccessMatrix matrix, List<String> acts, Reach reach) {
        return posts(actor, matrix, acts, reach, rule -> true);
    }

    private static Stream<Post> posts(
            Actor actor, AccessMatrix matrix, List<String> acts, Reach reach, Predicate<Rule> which) {
        return actor.posts().stream().filter(post -> acts.stream()
                .flatMap(act -> matrix.rules(act).stream())
                .anyMatch(rule -> rule.role().equals(post.role()) && rule.reach() == reach && which.test(rule)));
    }

    private static String array(Stream<String> values) {
        return values.distinct().collect(Collectors.joining(",", "{", "}"));
    }
}
