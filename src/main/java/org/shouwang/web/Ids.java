package org.shouwang.web;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Time-ordered UUIDs (version 7): keys that any node can make and that keep new rows together. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
