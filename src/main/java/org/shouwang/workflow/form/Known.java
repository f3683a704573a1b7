package org.shouwang.workflow.form;

import java.util.Map;
import java.util.Set;

/**
 * What one reader may be shown for the ids and codes in a form.
 *
 * @param names of people and divisions; of files, what kind they are
 * @param files ids of the files this reader may open
 */
public record Known(Map<String, String> names, Set<String> files) {

    public static final Known NOTHING = new Known(Map.of(), Set.of());

    public Known {
        names = Map.copyOf(names);
        files = Set.copyOf(files);
    }
}
