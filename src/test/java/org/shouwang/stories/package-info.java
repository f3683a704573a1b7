/**
 * The stories of a county, each step its own user's login and click.
 *
 * <p>Not part of {@code mvn verify} yet: they were written last and have not all been seen green. One is run by
 * {@code mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=FalseReportStory}.
 */
@NullMarked
package org.shouwang.stories;

import org.jspecify.annotations.NullMarked;
