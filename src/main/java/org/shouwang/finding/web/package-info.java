/** The pages of lists and hints and their API. */
@NullMarked
package org.shouwang.finding.web;

import org.jspecify.annotations.NullMarked;
