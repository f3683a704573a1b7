/** The report's pages and API, the receipt, and what needs no login: start page, tracking, quick exit. */
@NullMarked
package org.shouwang.reporting.web;

import org.jspecify.annotations.NullMarked;
