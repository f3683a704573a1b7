package org.shouwang.workflow.clock;

/** Who is on duty and under which number; the roster is data that the county keeps. */
public record DutyOfficer(String username, String phone) {

    /** A number must not slip into a log. */
    @Override
    public String toString() {
        return "DutyOfficer[" + username + "]";
    }
}
