package org.shouwang.reporting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Programs;

/**
 * Who sends a report in.
 *
 * @param known under whose pseudonym it stands
 * @param officer sealed with it; null where whoever sends it only hands it on
 * @param handsOn whether {@link #by} is no reporter, and may be named
 */
record Sender(
        UUID known,
        @Nullable UUID officer,
        String name,
        String channel,
        boolean confidential,
        boolean handsOn,
        Actor by) {

    static Sender of(Actor by) {
        UUID officer = by.officer().id();
        boolean program = Programs.isOne(by.officer().username());
        String channel = program ? by.holds("hotline-client") ? "hotline" : "system" : "here";
        return new Sender(officer, officer, by.officer().name(), channel, false, program, by);
    }

    static Sender of(Handed handed, Actor by) {
        return new Sender(handed.source(), null, handed.name(), handed.channel(), handed.confidential(), true, by);
    }

    @Override
    public String toString() {
        return "Sender[sealed]";
    }
}
