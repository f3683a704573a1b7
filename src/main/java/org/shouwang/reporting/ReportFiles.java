package org.shouwang.reporting;

import java.io.InputStream;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.casefile.CaseView;
import org.springframework.stereotype.Service;

/** Photos and recordings of a report: nothing about them says who took them. */
@Service
public class ReportFiles {

    private final Attachments attachments;
    private final Reporters reporters;

    ReportFiles(Attachments attachments, Reporters reporters) {
        this.attachments = attachments;
        this.reporters = reporters;
    }

    /** What came with a report that became part of a case is from then on the case's, for those who work on it. */
    void follow(UUID report, CaseView into) {
        attachments.handOver(report, into.subject());
    }

    /**
     * Takes a file in for a report that is still being written.
     *
     * @param draft the report's page
     * @throws org.shouwang.web.Refusal 422 at {@code file} when it is of a kind not taken, disguised or unreadable
     */
    public Attachment store(UUID draft, String originalName, InputStream content, Actor by) {
        return attachments.storeUnnamed(draft, reporters.pseudonym(by.officer().id()), originalName, content);
    }
}
