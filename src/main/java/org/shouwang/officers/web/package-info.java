/** The pages 岗位 and 单位, and their API. */
@NullMarked
package org.shouwang.officers.web;

import org.jspecify.annotations.NullMarked;
