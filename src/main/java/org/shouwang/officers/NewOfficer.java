package org.shouwang.officers;

/**
 * Somebody to be enrolled.
 *
 * @param username the login's name, a telephone number if the township likes
 * @param phone empty where the login's name is one
 */
public record NewOfficer(String username, String name, String phone) {

    @Override
    public String toString() {
        return "NewOfficer[]";
    }
}
