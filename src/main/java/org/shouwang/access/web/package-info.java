/** Login, the filter chains, and the question every request is asked first. */
@NullMarked
package org.shouwang.access.web;

import org.jspecify.annotations.NullMarked;
