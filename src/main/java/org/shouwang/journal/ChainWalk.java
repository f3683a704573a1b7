package org.shouwang.journal;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Verification.Finding;
import org.shouwang.journal.Verification.Kind;

/**
 * A walk along the chain from its first seal to the first thing that is not as it was sealed.
 *
 * @param end the last seal that holds
 * @param knowsHead whether the head that was kept elsewhere came by, or none was given
 */
record ChainWalk(Seal end, boolean knowsHead, Optional<Finding> finding) {

    /** @param sealed whether some seal of the chain was made over an entry with this hash */
    static ChainWalk along(Stream<Link> links, String knownHead, Predicate<byte[]> sealed) {
        boolean known = knownHead.isEmpty();
        Seal before = Seal.START;
        for (Iterator<Link> each = links.iterator(); each.hasNext(); ) {
            Link link = each.next();
            Optional<Finding> finding = look(before, link, sealed);
            if (finding.isPresent()) {
                return new ChainWalk(before, true, finding);
            }
            before = link.seal();
            known = known || Verification.head(before).equals(knownHead);
        }
        return new ChainWalk(before, known, Optional.empty());
    }

    /** @param added what stands among the sealed entries without a seal */
    Verification verification(Optional<Finding> added) {
        Optional<Finding> first = added.or(this::finding);
        if (first.isEmpty() && !knowsHead) {
            first = Optional.of(new Finding(Kind.HEAD_MISSING, end.entryId()));
        }
        return new Verification(end.seq(), Verification.head(end), first);
    }

    private static Optional<Finding> look(Seal before, Link link, Predicate<byte[]> sealed) {
        Seal seal = link.seal();
        if (!seal.follows(before)) {
            return Optional.of(new Finding(Kind.CHAIN_BROKEN, seal.entryId()));
        }
        @Nullable Row row = link.row();
        if (row == null) {
            return Optional.of(new Finding(Kind.REMOVED, seal.entryId()));
        }
        byte[] hash = row.hash();
        return Arrays.equals(hash, seal.entryHash())
                ? Optional.empty()
                : Optional.of(new Finding(changed(seal, row, sealed.test(hash)), seal.entryId()));
    }

    private static Kind changed(Seal seal, Row row, boolean elsewhere) {
        if (elsewhere) {
            return Kind.SWAPPED;
        }
        return row.at() < seal.at() ? Kind.BACKDATED : Kind.ALTERED;
    }
}
