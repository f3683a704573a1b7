/** The only room that knows the process engine. */
@NullMarked
package org.shouwang.workflow.engine;

import org.jspecify.annotations.NullMarked;
