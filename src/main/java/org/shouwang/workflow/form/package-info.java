/** Forms as JSON Schema: shown, drafted, checked, kept as immutable records. */
@NamedInterface("form")
@NullMarked
package org.shouwang.workflow.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
