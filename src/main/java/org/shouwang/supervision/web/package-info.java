/** The board's pages and their API. */
@NullMarked
package org.shouwang.supervision.web;

import org.jspecify.annotations.NullMarked;
