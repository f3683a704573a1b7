/**
 * Every deadline with its article: calendars, the clock table, the sweeper that warns and escalates.
 *
 * <p>"Why is this clock late?" is answered by one entry of {@code processes/clocks.yaml} and {@code Deadline}: the row
 * keeps the entry it was started with, {@code Escalation} says what it asks for next, {@code ClockStep} does it.
 */
@NamedInterface("clock")
@NullMarked
package org.shouwang.workflow.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
