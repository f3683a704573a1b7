package org.shouwang.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which events of {@code clocks.yaml} a bean lets happen. The catalogue refuses a clock that waits for an event
 * which neither a bean nor a process ever fires: it would never start, or never stop, and nobody would see it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClockSignals {

    /** Words as in {@code event:<word>}. */
    String[] value();
}
