/** Sending files and getting them back. */
@NullMarked
package org.shouwang.attachment.web;

import org.jspecify.annotations.NullMarked;
