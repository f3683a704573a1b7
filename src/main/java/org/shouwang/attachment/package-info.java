/** Files people attach: checked by content, re-encoded, encrypted, addressed by hash. */
@ApplicationModule(allowedDependencies = {"web", "secrecy", "journal", "access", "rowsecurity"})
@NullMarked
package org.shouwang.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
