package org.shouwang.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, told once on the next page (redirect attribute {@code flash}); until then it lies in the session,
 * and sessions lie in the database.
 *
 * @param undo where a POST takes it back; null where that cannot be
 */
public record Flash(String text, @Nullable String undo) implements Serializable {}
