/** Handing papers out. */
@NullMarked
package org.shouwang.document.web;

import org.jspecify.annotations.NullMarked;
