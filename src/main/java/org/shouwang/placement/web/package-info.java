/** The placement ledger's page and its API. */
@NullMarked
package org.shouwang.placement.web;

import org.jspecify.annotations.NullMarked;
