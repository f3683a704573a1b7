/** DMN decisions that explain themselves. */
@NamedInterface("decision")
@NullMarked
package org.shouwang.workflow.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
