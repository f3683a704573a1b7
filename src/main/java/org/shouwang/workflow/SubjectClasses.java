package org.shouwang.workflow;

import java.util.Set;
import java.util.UUID;

/** What kind of harm a case is about, told by the module that knows what was said of it. */
public interface SubjectClasses {

    /**
     * @param subject a case or report that whoever asks may read
     * @return {@code SENSITIVE} codes
     */
    Set<String> of(UUID subject);
}
