package org.shouwang.liaison;

import java.time.Instant;
import java.util.UUID;

/** A weekly sheet that came back, and how many of its rows were taken, were done already, could not be taken. */
public record PoliceSheet(UUID id, UUID sentBy, Instant receivedAt, int taken, int known, int rejected) {}
