package org.shouwang.access;

/**
 * One row of the access matrix: a role may do an act within a reach.
 *
 * @param restricted whether it holds for restricted subjects too
 */
record Rule(String role, String act, Reach reach, boolean restricted) {

    enum Reach {
        /** What the officer filed. */
        OWN,
        /** Subjects on which the officer is named. */
        ASSIGNED,
        /** Subjects of which the officer is the responsible person (主责人员). */
        LEAD,
        /** Subjects into which the officer's unit was asked. */
        UNIT,
        /** Subjects the officer has opened in an emergency, for as long as that lasts. */
        EMERGENCY,
        /** Subjects within the division of the post. */
        TERRITORY,
        /** Everywhere: acts that are about no subject. */
        ANY
    }
}
