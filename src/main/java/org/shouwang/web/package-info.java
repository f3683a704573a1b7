/** The shell around every page and the one shape of every refusal. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shouwang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
