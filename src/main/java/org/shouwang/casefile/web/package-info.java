/** Cases on pages and in the API: lists, the file with its parts, and what may be done to a case. */
@NullMarked
package org.shouwang.casefile.web;

import org.jspecify.annotations.NullMarked;
