package org.shouwang.reporting;

import java.time.Instant;

/** What somebody was told about one's own report: that it goes on or is done, no detail of the case. */
public record Told(Instant at, String words) {}
