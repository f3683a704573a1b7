package org.shouwang.workflow.form;

import java.util.Locale;

/** Words in the two languages of the house. */
public record Text(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
