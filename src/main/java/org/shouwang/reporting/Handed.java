package org.shouwang.reporting;

import java.util.UUID;

/**
 * What a report rests on that somebody hands on for another: a hotline for its caller.
 *
 * @param source what it came from; stands where else the reporting officer would
 * @param channel {@code CHANNEL} code
 * @param name of whoever said it, empty where it was not given
 * @param confidential whether it goes past village and township, and nobody is called back
 */
public record Handed(UUID source, String channel, String name, boolean confidential) {

    @Override
    public String toString() {
        return "Handed[" + source + "]";
    }
}
