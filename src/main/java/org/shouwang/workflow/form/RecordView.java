package org.shouwang.workflow.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A completed form to read and print; made by {@link RecordViews}. */
public record RecordView(String title, int version, List<Part> parts) {

    /** One section, without what was not asked. */
    public record Part(String title, List<Line> lines) {}

    /**
     * One answer.
     *
     * @param field its name in the form
     * @param text in words; empty when nothing was answered or rows say it
     * @param withheld there is an answer, but not for this reader
     * @param files each by itself, where files were given
     * @param rows of a group, each a list of answers
     */
    public record Line(
            String field, String label, String text, boolean withheld, List<File> files, List<List<Line>> rows) {}

    /**
     * A file given with an answer.
     *
     * @param text what kind it is, numbered
     * @param link where the reader may open it, null where that is not allowed
     */
    public record File(String id, String text, @Nullable String link) {}
}
