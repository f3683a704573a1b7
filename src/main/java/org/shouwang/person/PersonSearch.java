package org.shouwang.person;

/**
 * A question for persons.
 *
 * @param text a piece of the name, or a whole ID number; blank asks for everybody, within one township at most
 * @param firstDivision lowest code asked for
 * @param lastDivision highest code asked for
 * @param onlyChildren whether only people under 18 or of unknown age are wanted
 * @param onlyRegistered whether those are left out whom nothing but a report has brought in: finding one would tell that
 *     there was a report
 */
public record PersonSearch(
        String text, String firstDivision, String lastDivision, boolean onlyChildren, boolean onlyRegistered) {

    boolean withinOneTownship() {
        return firstDivision.length() == 12
                && lastDivision.length() == 12
                && firstDivision.regionMatches(0, lastDivision, 0, 9);
    }

    @Override
    public String toString() {
        return "PersonSearch[" + firstDivision + "-" + lastDivision + "]";
    }
}
