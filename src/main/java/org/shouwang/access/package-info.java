/** Officers, posts, agencies and divisions; the one judge of who may do what. */
@ApplicationModule(allowedDependencies = {"web", "secrecy", "journal", "rowsecurity"})
@NullMarked
package org.shouwang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
