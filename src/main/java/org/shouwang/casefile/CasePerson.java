package org.shouwang.casefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a case.
 *
 * @param part {@code child}, {@code sibling}, {@code guardian} or {@code suspect}
 * @param relation what the person is to the child, a {@code RELATION} code
 */
public record CasePerson(UUID person, String part, @Nullable String relation) {}
