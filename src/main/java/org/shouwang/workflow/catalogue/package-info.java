/** Reads the county's files under processes/ and refuses them whole when one is wrong. */
@NamedInterface("catalogue")
@NullMarked
package org.shouwang.workflow.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
