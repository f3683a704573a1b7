package org.shouwang.access;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where cases stand now, for rules that hold in some stages or states only; whoever keeps the cases answers. */
public interface Standings {

    /** @param state {@code open} or {@code closed} */
    record Standing(@Nullable String stage, String state) {}

    /** Empty for what is no case. */
    Optional<Standing> of(UUID subject);
}
