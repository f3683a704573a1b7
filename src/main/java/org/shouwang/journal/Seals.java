package org.shouwang.journal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the journal is sealed. */
@Service
public class Seals {

    private final Sealer sealer;
    private final SealLag lag;

    Seals(Sealer sealer, SealLag lag) {
        this.sealer = sealer;
        this.lag = lag;
    }

    /**
     * The end of the chain.
     *
     * @param sealed how many entries it holds
     * @param head the last seal as {@code <seq>:<hash>}
     * @param until time of the last entry that is sealed, null before the first
     * @param complaint what keeps later ones from being sealed, for whoever runs the system
     */
    public record State(long sealed, String head, @Nullable Instant until, Optional<String> complaint) {}

    @Transactional(readOnly = true)
    public State state() {
        Seal last = sealer.last();
        Instant until = last.seq() == 0 ? null : Instant.EPOCH.plusNanos(last.at() * 1000);
        return new State(
                last.seq(), last.seq() + ":" + HexFormat.of().formatHex(last.chainHash()), until, lag.complaint());
    }
}
