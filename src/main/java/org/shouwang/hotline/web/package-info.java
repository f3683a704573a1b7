/** The pages of hotlines and their API. */
@NullMarked
package org.shouwang.hotline.web;

import org.jspecify.annotations.NullMarked;
