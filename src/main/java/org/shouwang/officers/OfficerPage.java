package org.shouwang.officers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next after whom the following page begins; null at the end */
public record OfficerPage(List<OfficerRow> items, @Nullable UUID next) {}
