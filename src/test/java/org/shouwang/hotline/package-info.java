/** The hotlines, as their workers and their platforms meet them. */
@NullMarked
package org.shouwang.hotline;

import org.jspecify.annotations.NullMarked;
