package org.shouwang.workflow.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much a field takes; the browser is told, the schema decides. */
public record Limits(
        @Nullable Integer maxLength,
        @Nullable Integer minItems,
        @Nullable Integer maxItems,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {}
