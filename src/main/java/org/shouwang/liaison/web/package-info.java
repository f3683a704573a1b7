@NullMarked
package org.shouwang.liaison.web;

import org.jspecify.annotations.NullMarked;
