package org.shouwang.workflow.web;

import java.util.Locale;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.inbox.Box;

/** Boxes by the names that addresses use. */
final class Boxes {

    private Boxes() {}

    static Box named(String name) {
        try {
            return Box.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("unknown-box");
        }
    }
}
