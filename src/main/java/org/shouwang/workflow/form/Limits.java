package org.shouwang.workflow.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a field takes; the browser is told, the schema decides.
 *
 * @param notFuture whether it is a date or time that has come already, see {@link DateSense}
 */
public record Limits(
        @Nullable Integer maxLength,
        @Nullable Integer minItems,
        @Nullable Integer maxItems,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean notFuture) {}
