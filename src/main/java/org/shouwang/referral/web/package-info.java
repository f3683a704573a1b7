/** The pages of referrals and their API. */
@NullMarked
package org.shouwang.referral.web;

import org.jspecify.annotations.NullMarked;
