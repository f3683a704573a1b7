/** Notices that tell a person that something waits, and never what it says about whom. */
@ApplicationModule(allowedDependencies = {"web", "journal", "access", "rowsecurity"})
@NullMarked
package org.shouwang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
