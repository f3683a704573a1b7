/** How fast the house is beside the bare engine in it; run by hand, never by a build. */
@NullMarked
package org.shouwang.bench;

import org.jspecify.annotations.NullMarked;
