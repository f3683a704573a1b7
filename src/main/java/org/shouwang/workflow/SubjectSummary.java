package org.shouwang.workflow;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What somebody working on a task needs to know of its subject, told by the module that owns it. */
public interface SubjectSummary {

    /** {@code case} or {@code report}. */
    String kind();

    /** Short lines: why this grade, who is on it. Only called for somebody who works on the subject. */
    List<String> lines(UUID subject, Locale locale);
}
