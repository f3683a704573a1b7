/** Officers, posts, agencies and divisions; the one judge of who may do what. */
@ApplicationModule(allowedDependencies = {"web", "secrecy", "journal"})
@NullMarked
package org.shouwang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
