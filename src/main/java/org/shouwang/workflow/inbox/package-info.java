/** The inbox: our own table of tasks, projected in the engine's transaction. */
@NamedInterface("inbox")
@NullMarked
package org.shouwang.workflow.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
