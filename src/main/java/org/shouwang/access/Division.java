package org.shouwang.access;

import org.jspecify.annotations.Nullable;

/**
 * A place in the administrative tree.
 *
 * @param code 12 digits (GB/T 2260 padded to the statistical form)
 * @param level {@code province}, {@code prefecture}, {@code county}, {@code township} or {@code village}
 * @param first lowest code of the subtree
 * @param last highest code of the subtree
 */
public record Division(
        String code, String name, String level, @Nullable String parent, String first, String last) {}
