package org.shouwang.measure;

import org.jspecify.annotations.Nullable;

/**
 * Whose login speaks for which organ.
 *
 * @param organ {@code ORGAN} code
 * @param agencyType {@code AGENCY_TYPE} code, for a role that is bound to none; null where the role says it
 */
record OrganLogin(String organ, String role, @Nullable String agencyType) {}
