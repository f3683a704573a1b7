package org.shouwang.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in lists of other registers, by file or by program: every row is looked at, those that hold become hints, the
 * others stay to be seen with their reason. The same list comes in once, whoever sends it however often.
 */
@Service
@Transactional
public class SourceLists {

    /** Rows of one list. */
    public static final int MOST = 500;

    private final SourceListStore store;
    private final SourceKinds kinds;
    private final Hints hints;
    private final Divisions divisions;
    private final Idempotency idempotency;
    private final Access access;
    private final RowIdentity identity;
    private final Journal journal;
    private final Clock clock;

    SourceLists(
            SourceListStore store,
            SourceKinds kinds,
            Hints hints,
            Divisions divisions,
            Idempotency idempotency,
            Access access,
            RowIdentity identity,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.hints = hints;
        this.divisions = divisions;
        this.idempotency = idempotency;
        this.access = access;
        this.identity = identity;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is stored of the answer to a submission. */
    record Taken(UUID list) {}

    /**
     * Takes a list in.
     *
     * @param kind key of a {@link SourceKind} this officer may send
     * @param via {@code file} or {@code api}
     * @param key idempotency key
     * @throws Refusal 422 for a list that cannot be read at all, 409 for one that another officer has sent already
     */
    public SourceList send(String kind, String via, List<ListedRow> rows, @Nullable String key, Actor by) {
        SourceKind known = kinds.of(by).stream()
                .filter(each -> each.key().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("kind", "source-list-kind"))));
        List<ListedRow> filled = rows.stream().filter(row -> !row.empty()).toList();
        if (filled.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("rows", "source-list-empty")));
        }
        if (filled.size() > MOST) {
            throw Refusal.invalid(List.of(FieldProblem.at("rows", "source-list-rows", MOST)));
        }
        byte[] digest = store.digest(content(kind, filled));
        String content = "source-lists " + new java.math.BigInteger(1, digest).toString(16);
        Taken taken = idempotency.once(
                key, by.officer().id(), content, Taken.class, () -> new Taken(once(known, via, filled, digest, by)));
        return store.find(taken.list()).orElseThrow(Refusal::notFound);
    }

    private static String content(String kind, List<ListedRow> rows) {
        return kind
                + rows.stream()
                        .map(row -> ListedRow.FIELDS.stream().map(row::cell).collect(Collectors.joining("\u001f")))
                        .collect(Collectors.joining("\u001e"));
    }

    private UUID once(SourceKind kind, String via, List<ListedRow> rows, byte[] digest, Actor by) {
        store.lock(digest);
        Optional<SourceList> before = identity.as(RowService.MATCHING, () -> store.byDigest(digest));
        if (before.isPresent()) {
            if (!access.may(by, "source-list.read", before.get().subject())) {
                throw Refusal.conflict("source-list-known");
            }
            return before.get().id();
        }
        return take(kind, via, rows, digest, by);
    }

    private UUID take(SourceKind kind, String via, List<ListedRow> rows, byte[] digest, Actor by) {
        Division county = county(by);
        RowCheck check = new RowCheck(villages(county), LocalDate.now(clock));
        Set<String> seen = new HashSet<>();
        List<ListedChild> good = new ArrayList<>();
        List<RejectedRow> bad = new ArrayList<>();
        for (ListedRow row : rows) {
            RowCheck.Checked checked = check.check(row);
            List<FieldProblem> problems = new ArrayList<>(checked.problems());
            ListedChild child = checked.child();
            if (child != null && (!seen.add(child.identity()) || hints.known(kind, child))) {
                problems.add(FieldProblem.at(ListedRow.NAME, "row-known"));
            }
            if (child == null || !problems.isEmpty()) {
                bad.add(new RejectedRow(row.no(), row.cells(), problems));
            } else {
                good.add(child);
            }
        }
        SourceList list = new SourceList(
                Ids.next(),
                kind.key(),
                via,
                by.mainPost().map(Post::agency).orElseThrow(Refusal::notFound),
                by.officer().id(),
                clock.instant(),
                good.size(),
                bad.size(),
                county.code());
        store.insert(list, digest);
        bad.forEach(row -> store.insert(list, row));
        good.forEach(child -> hints.open(kind, list, child));
        journal.append(new Event(
                "source-list.received",
                null,
                by.officer().id(),
                list.agency(),
                null,
                list.id().toString(),
                Map.of("taken", String.valueOf(list.taken()), "rejected", String.valueOf(list.rejected()))));
        return list.id();
    }

    /** The county the sender works in: its villages are what a list may name. */
    private Division county(Actor by) {
        return by.mainPost()
                .flatMap(post -> divisions.upwards(post.division()).stream()
                        .filter(each -> each.level().equals("county"))
                        .findFirst())
                .orElseThrow(() -> Refusal.forbidden("source-list.send"));
    }

    private RowCheck.Villages villages(Division county) {
        Map<String, String> townships =
                divisions.children(county.code()).stream().collect(Collectors.toMap(Division::code, Division::name));
        Map<String, List<String>> byName = new HashMap<>();
        divisions.villagesOf(county.code()).forEach(village -> {
            String township = townships.getOrDefault(String.valueOf(village.parent()), "");
            for (String name : Set.of(village.code(), village.name(), township + village.name())) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(village.code());
            }
        });
        return new RowCheck.Villages(byName);
    }

    /** Lists within reach, the newest first: one's own, or the county's. */
    @Transactional(readOnly = true)
    public List<SourceList> latest(int limit) {
        return store.latest(access.scope("source-list.read"), limit);
    }

    /** @throws Refusal 404 when it is not there or not within reach */
    @Transactional(readOnly = true)
    public SourceList read(UUID id) {
        SourceList list = store.find(id).orElseThrow(Refusal::notFound);
        access.require("source-list.read", list.subject());
        return list;
    }

    /** What of the list could not be taken; that it was read goes into the journal. */
    public List<RejectedRow> rejected(SourceList list, Actor by) {
        access.require("source-list.read", list.subject());
        journal.append(new Event(
                "source-list.read",
                null,
                by.officer().id(),
                by.mainPost().map(Post::agency).orElse(null),
                null,
                list.id().toString(),
                Map.of("read", "rejected")));
        return store.rejected(list.id());
    }
}
