package org.shouwang.workflow.form;

import java.util.Map;

/**
 * What one reader may be shown for the ids and codes in a form.
 *
 * @param names of people and divisions; of files, what kind they are
 * @param files links to the files this reader may open, by their ids
 */
public record Known(Map<String, String> names, Map<String, String> files) {

    public static final Known NOTHING = new Known(Map.of(), Map.of());

    public Known {
        names = Map.copyOf(names);
        files = Map.copyOf(files);
    }
}
