package org.shouwang.reporting;

import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.Idempotency;
import org.springframework.stereotype.Service;

/** Photos and recordings of a report: nothing about them says who took them. */
@Service
public class ReportFiles {

    private final Attachments attachments;
    private final Reporters reporters;
    private final Idempotency idempotency;

    ReportFiles(Attachments attachments, Reporters reporters, Idempotency idempotency) {
        this.attachments = attachments;
        this.reporters = reporters;
        this.idempotency = idempotency;
    }

    /** @param extension what kind of file it is, all that is told of it */
    public record Kept(UUID id, String extension) {}

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

    /**
     * Takes a file in once, however often it is sent under its key; like the report, the key is kept under a pseudonym.
     *
     * @param fingerprint tells the file from others
     * @param work stores it
     */
    public Kept once(@Nullable String key, String fingerprint, Actor by, Supplier<Attachment> work) {
        UUID pseudonym = reporters.pseudonym(by.officer().id());
        return idempotency.once(key, pseudonym, "report-file " + fingerprint, Kept.class, () -> {
            Attachment stored = work.get();
            return new Kept(stored.id(), stored.extension());
        });
    }
}
