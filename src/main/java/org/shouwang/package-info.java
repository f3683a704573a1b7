/** Shouwang: case management for child and women protection in a county. */
@NullMarked
package org.shouwang;

import org.jspecify.annotations.NullMarked;
