/** Field encryption, keys and blind indexes: what a database dump must not show. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shouwang.secrecy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
