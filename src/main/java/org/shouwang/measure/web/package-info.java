/** What is ordered of guardians, for programs. */
@NullMarked
package org.shouwang.measure.web;

import org.jspecify.annotations.NullMarked;
