/** Pages and API of persons. */
@NullMarked
package org.shouwang.person.web;

import org.jspecify.annotations.NullMarked;
