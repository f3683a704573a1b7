/** The list of notices. */
@NullMarked
package org.shouwang.notification.web;

import org.jspecify.annotations.NullMarked;
