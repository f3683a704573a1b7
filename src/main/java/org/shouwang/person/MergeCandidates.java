package org.shouwang.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.person.MergeStore.Pair;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that may be one person (疑似同一人), for the township of both, or the county of two townships and of people who stand
 * in no register. Found to be one, they are shown as one to whoever may read both; nothing moves from file to file, so
 * that it can be taken back.
 */
@Service
@Transactional
public class MergeCandidates {

    /** Lists there are. */
    public static final List<String> LISTS = List.of("open", "done");

    /** Longest reason, in characters. */
    public static final int LONGEST = 200;

    private static final String DECIDE = "merge.decide";
    private static final Set<String> VERDICTS = Set.of("same", "different");
    private static final UUID LAST = new UUID(-1L, -1L);

    private final MergeStore store;
    private final PersonViews views;
    private final PersonTable table;
    private final PersonHistory history;
    private final Access access;
    private final RowIdentity identity;
    private final Journal journal;
    private final Clock clock;

    MergeCandidates(
            MergeStore store,
            PersonViews views,
            PersonTable table,
            PersonHistory history,
            Access access,
            RowIdentity identity,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.views = views;
        this.table = table;
        this.history = history;
        this.access = access;
        this.identity = identity;
        this.journal = journal;
        this.clock = clock;
    }

    /** Some of them, and where the next ones begin. */
    public record Page(List<MergeCandidate> items, @Nullable String next) {}

    /**
     * One page of those within reach, the newest first; that it was read goes into the journal.
     *
     * @param list one of {@link #LISTS}
     */
    public Page page(String list, @Nullable String after, int limit, Actor by) {
        if (!LISTS.contains(list)) {
            throw Refusal.notFound();
        }
        List<Pair> found =
                store.page(list.equals("done"), access.scope(DECIDE), after == null ? LAST : cursor(after), limit + 1);
        List<MergeCandidate> items = found.stream()
                .limit(limit)
                .flatMap(pair -> whole(pair).stream())
                .toList();
        tell("merge.listed", null, by, Map.of("list", list, "rows", String.valueOf(items.size())));
        return new Page(
                items, found.size() <= limit ? null : found.get(limit - 1).id().toString());
    }

    private static UUID cursor(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("malformed");
        }
    }

    /**
     * Both files side by side; that they were read goes into the journal.
     *
     * @throws Refusal 404 where it is not for this officer
     */
    public MergeCandidate read(UUID id, Actor by) {
        MergeCandidate read = required(id);
        tell("merge.read", id, by, Map.of("read", "identity"));
        return read;
    }

    /**
     * Says whether they are one person. Where one of them stands in no register this is a proposal, and another officer
     * confirms it.
     *
     * @param verdict {@code same} or {@code different}
     * @throws Refusal 404 as {@link #read}; 422 naming what is missing; 409 when it is decided already
     */
    public void decide(UUID id, String verdict, String reason, Actor by) {
        MergeCandidate pair = required(id);
        List<FieldProblem> problems = new ArrayList<>();
        if (!VERDICTS.contains(verdict)) {
            problems.add(FieldProblem.at("verdict", "merge-verdict"));
        }
        checked(reason, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        boolean alone = pair.sealedClass().equals("open");
        String state = alone ? verdict : "proposed-" + verdict;
        if (!store.decide(id, state, reason.strip(), by.officer().id(), clock.instant())) {
            throw Refusal.conflict("merge-decided");
        }
        tell(alone ? "merge.decided" : "merge.proposed", id, by, Map.of("verdict", verdict));
    }

    /**
     * Confirms what another officer proposed.
     *
     * @throws Refusal 404 as {@link #read}; 409 when nothing is proposed, or by this officer
     */
    public void confirm(UUID id, Actor by) {
        MergeCandidate pair = required(id);
        if (by.officer().id().equals(pair.decidedBy())) {
            throw Refusal.conflict("merge-second");
        }
        if (!store.confirm(id, by.officer().id())) {
            throw Refusal.conflict("merge-not-proposed");
        }
        tell("merge.decided", id, by, Map.of("verdict", pair.state().substring("proposed-".length())));
    }

    /**
     * Takes a decision or a proposal back: the files are two again, and wait to be looked at.
     *
     * @throws Refusal 404 as {@link #read}; 403 for whoever decided it alone where somebody is restricted; 409 when there is none; 422 without a reason
     */
    public void undo(UUID id, String reason, Actor by) {
        MergeCandidate decided = required(id);
        if (!decided.sealedClass().equals("open") && by.officer().id().equals(decided.decidedBy())) {
            throw Refusal.forbidden("four-eyes");
        }
        List<FieldProblem> problems = new ArrayList<>();
        checked(reason, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        if (!store.reopen(id, reason.strip())) {
            throw Refusal.conflict("merge-not-decided");
        }
        tell("merge.undone", id, by, Map.of());
    }

    private MergeCandidate required(UUID id) {
        Pair pair = store.find(id).orElseThrow(Refusal::notFound);
        access.require(DECIDE, Subject.of(id, "merge", pair.division(), pair.sealedClass()));
        return whole(pair).orElseThrow(Refusal::notFound);
    }

    private Optional<MergeCandidate> whole(Pair pair) {
        identity.open(List.of(pair.person(), pair.other()));
        return side(pair.person()).flatMap(one -> side(pair.other())
                .map(other -> new MergeCandidate(
                        pair.id(),
                        one,
                        other,
                        pair.score(),
                        pair.signs(),
                        pair.state(),
                        pair.reason(),
                        pair.decidedBy(),
                        pair.decidedAt(),
                        pair.foundAt(),
                        pair.division(),
                        pair.sealedClass())));
    }

    private Optional<MergeCandidate.Side> side(UUID id) {
        return views.find(id).flatMap(person -> table.facts(id)
                .map(facts -> new MergeCandidate.Side(
                        person,
                        facts.idNumber() == null ? null : facts.idNumber().masked(),
                        history.firstSource(id))));
    }

    private static void checked(String reason, List<FieldProblem> problems) {
        String words = reason.strip();
        if (words.isEmpty()) {
            problems.add(FieldProblem.at("reason", "merge-reason"));
        } else if (words.codePointCount(0, words.length()) > LONGEST) {
            problems.add(FieldProblem.at("reason", "merge-reason-long", LONGEST));
        }
    }

    private void tell(String act, @Nullable UUID pair, Actor by, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        journal.append(
                new Event(act, null, by.officer().id(), agency, null, pair == null ? null : pair.toString(), details));
    }
}
