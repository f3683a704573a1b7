/** Tables that come as files: what stands in their cells, read with care; and written so that nothing in them calculates. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.shouwang.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
