/** What breaks, broken on purpose: nodes killed, the database and the login service gone, logins that ran out. */
@NullMarked
package org.shouwang.faults;

import org.jspecify.annotations.NullMarked;
