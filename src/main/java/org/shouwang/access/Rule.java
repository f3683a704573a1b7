package org.shouwang.access;

import org.jspecify.annotations.Nullable;

/**
 * One row of the access matrix: a role may do an act within a reach.
 *
 * @param restricted whether it holds for restricted subjects too
 * @param stage codes of {@code STAGE} in which it holds
 * @param state {@code lead}, {@code open} or {@code closed}, as far as it holds
 * @param form keys of the forms it is about
 * @param field of those forms: names, {@code row.name} within a group, {@code @class} for all of a data class; {@code *}
 *     is every field without a class
 * @param note why, for whoever reads the file
 * @param line of the file
 */
public record Rule(
        String role,
        String act,
        Reach reach,
        boolean restricted,
        Cell stage,
        Cell state,
        Cell form,
        Cell field,
        String note,
        int line) {

    /** Nobody holds this role: a row of it says that something is for no one. */
    public static final String NOBODY = "nobody";

    /** How far it reaches, the narrowest first. */
    public enum Reach {
        /** What the officer filed. */
        OWN,
        /** Subjects of which the officer is the responsible person (主责人员). */
        LEAD,
        /** Subjects on which the officer is named. */
        ASSIGNED,
        /** Subjects into which the officer's unit was asked. */
        UNIT,
        /** Subjects the officer has opened in an emergency, for as long as that lasts. */
        EMERGENCY,
        /** Subjects within the division of the post. */
        TERRITORY,
        /** Everywhere: acts that are about no subject. */
        ANY
    }

    /** Whether it asks where a subject stands. */
    boolean asksStanding() {
        return !stage.isAll() || !state.isAll();
    }

    /** Whether it lets see this field; one with a class has to be named by class or name. */
    boolean sees(String path, @Nullable String dataClass) {
        String group = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        if (field.out().contains(path)
                || field.out().contains(group)
                || field.out().contains("@" + dataClass)) {
            return false;
        }
        if (field.in().contains(path)) {
            return true;
        }
        return dataClass == null
                ? field.all() || field.in().contains(group)
                : field.in().contains("@" + dataClass);
    }
}
