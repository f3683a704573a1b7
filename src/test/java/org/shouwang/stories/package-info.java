/** The stories of a county, each step its own user's login and click, or call with a token of one's own. */
@NullMarked
package org.shouwang.stories;

import org.jspecify.annotations.NullMarked;
