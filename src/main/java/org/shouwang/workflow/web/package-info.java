/** Inbox, task and notices pages with their API twins, and what the bars around every page show. */
@NullMarked
package org.shouwang.workflow.web;

import org.jspecify.annotations.NullMarked;
