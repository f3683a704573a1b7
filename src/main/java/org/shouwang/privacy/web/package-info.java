/** The pages and the API of consents, requests and retention. */
@NullMarked
package org.shouwang.privacy.web;

import org.jspecify.annotations.NullMarked;
