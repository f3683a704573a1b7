/** People who try what is not theirs: every door, every id, every trick. What must come back is written by hand. */
@NullMarked
package org.shouwang.adversary;

import org.jspecify.annotations.NullMarked;
