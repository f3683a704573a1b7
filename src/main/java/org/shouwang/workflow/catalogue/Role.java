package org.shouwang.workflow.catalogue;

import java.util.Locale;

/**
 * A role as tasks and the access matrix name it.
 *
 * @param tier where its holders sit: village, township, county, agency, system, or client: a program without a person
 */
public record Role(String key, String zh, String en, String tier) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
