package org.shouwang.web;

/**
 * One way to go.
 *
 * @param key the label is {@code nav.<key>}, on the phone {@code nav.<key>.short}
 * @param icon a drawing of the sprite, without {@code i-}
 * @param count what waits there; 0 shows nothing
 */
public record NavItem(String key, String href, String icon, int count) {

    public static NavItem to(String key, String href, String icon) {
        return new NavItem(key, href, icon, 0);
    }
}
