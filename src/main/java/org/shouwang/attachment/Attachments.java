package org.shouwang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Post;
import org.shouwang.access.Sight;
import org.shouwang.access.Subject;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in, binds them to what they belong to, and opens them for those who may. */
@Service
public class Attachments {

    private static final String CONTENT = "attachment.content";

    /** A division that no post covers. */
    private static final String NOWHERE = "000000000000";

    private final Rows rows;
    private final Store store;
    private final RemovedFiles removed;
    private final Secrecy secrecy;
    private final Actors actors;
    private final Access access;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final FileCheck check;
    private final VirusScanner scanner;

    Attachments(
            Rows rows,
            Store store,
            RemovedFiles removed,
            Secrecy secrecy,
            Actors actors,
            Access access,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction,
            VirusScanner scanner,
            @Value("${shouwang.attachment.max-megabytes:12}") int megabytes) {
        this.rows = rows;
        this.store = store;
        this.removed = removed;
        this.secrecy = secrecy;
        this.actors = actors;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
        this.scanner = scanner;
        this.check = new FileCheck(megabytes * 1024 * 1024);
    }

    /**
     * Takes a file in for a draft of the current officer, in his or her own division until {@link #keep} binds it.
     *
     * @param subject the draft's, task's or case's id
     * @throws Refusal at field {@code file} when it is empty, of a kind not taken, disguised or unreadable
     */
    public Attachment store(UUID subject, String originalName, InputStream content) {
        Actor actor = actors.current();
        String division = actor.mainPost().map(Post::division).orElseThrow(() -> Refusal.forbidden("attachment.store"));
        FileCheck.Checked file = checked(originalName, content);
        Attachment attachment =
                attachment(subject, file, file.name(), division, actor.officer().id());
        return add(attachment, file, event("attachment.stored", attachment, actor));
    }

    /**
     * Takes a file in without keeping who brought it: no officer, no unit and no name of the file stand anywhere, and
     * nobody may open it before {@link #keepUnnamed} binds it.
     *
     * @param pseudonym stands for the officer; only who can make it again can bind the file
     * @throws Refusal as {@link #store}; also for papers, in which their writer's name often stands
     */
    public Attachment storeUnnamed(UUID subject, UUID pseudonym, String originalName, InputStream content) {
        FileCheck.Checked file = checked(originalName, content);
        if (!file.type().nameless()) {
            throw FileCheck.refuse("file-may-name");
        }
        String name = "file." + file.type().extension();
        Attachment attachment = attachment(subject, file, name, NOWHERE, pseudonym);
        Event stored = new Event(
                "attachment.stored",
                subject,
                null,
                null,
                null,
                attachment.id().toString(),
                Map.of("type", attachment.extension()));
        return add(attachment, file, stored);
    }

    private Attachment attachment(UUID subject, FileCheck.Checked file, String name, String division, UUID officer) {
        return new Attachment(
                Ids.next(),
                subject,
                name,
                file.type().extension(),
                file.type().mediaType(),
                file.bytes().length,
                division,
                "open",
                officer,
                clock.instant(),
                null);
    }

    private Attachment add(Attachment attachment, FileCheck.Checked file, Event stored) {
        byte[] digest = secrecy.index(CONTENT, file.bytes());
        // Before the row: a file without a row is rubbish, a row without a file would be a loss.
        String key = HexFormat.of().formatHex(digest);
        byte[] sealed = secrecy.seal(CONTENT, place(digest), file.bytes());
        store.put(key, sealed);
        transaction.executeWithoutResult(status -> {
            removed.callOff(digest);
            store.put(key, sealed);
            rows.add(attachment, digest);
            journal.append(stored);
        });
        return attachment;
    }

    /**
     * Binds files to a subject: the current officer's own drafts, or files that already are the subject's.
     *
     * @param form they were given with, null where there is none; a file stays with the first
     */
    @Transactional
    public void keep(Collection<UUID> ids, @Nullable String form, Subject to) {
        for (UUID id : ids) {
            if (!rows.keep(id, actors.current().officer().id(), form, to)) {
                throw FileCheck.refuse("file-unknown");
            }
        }
    }

    /** Binds files of {@link #storeUnnamed}; false when one of them is not a draft under this pseudonym. */
    @Transactional
    public boolean keepUnnamed(Collection<UUID> ids, UUID pseudonym, String form, Subject to) {
        return ids.stream().allMatch(id -> rows.keep(id, pseudonym, form, to));
    }

    /** A subject's files, for callers that have judged who asks. */
    @Transactional(readOnly = true)
    public List<Attachment> list(UUID subject) {
        return rows.of(subject);
    }

    /** Files by id, those still being written with included, for callers that have judged who asks. */
    @Transactional(readOnly = true)
    public List<Attachment> find(Collection<UUID> ids) {
        return rows.find(ids);
    }

    /** Which of these files {@link #open} would open; each subject is judged once. */
    @Transactional(readOnly = true)
    public Set<UUID> readable(Collection<Attachment> files) {
        Actor reader = actors.current();
        Map<List<Object>, Optional<Sight>> judged = new HashMap<>();
        return files.stream()
                .filter(file -> judged.computeIfAbsent(
                                List.of(file.subject(), file.sealedClass(), file.officer()), key -> sight(file, reader))
                        .filter(sight -> reads(sight, file))
                        .isPresent())
                .map(Attachment::id)
                .collect(Collectors.toSet());
    }

    /** What the reader reads of the file's subject; empty where no file of it is for this reader. */
    private Optional<Sight> sight(Attachment file, Actor reader) {
        Subject subject = subject(file);
        return access.may(reader, "attachment.read", subject)
                ? Optional.of(access.sight(reader, subject))
                : Optional.empty();
    }

    private static boolean reads(Sight sight, Attachment file) {
        return file.form() == null || sight.reads(file.form(), file.officer());
    }

    /** Gives the files of one subject to another: those of a report to its case. What is restricted stays so. */
    @Transactional
    public void handOver(UUID from, Subject to) {
        rows.handOver(from, to);
    }

    /**
     * Refuses unless the current officer may open this file.
     *
     * @throws Refusal 404 where it is not the officer's to read
     */
    @Transactional(readOnly = true)
    public void require(UUID id) {
        judged(rows.find(id).orElseThrow(Refusal::notFound));
    }

    /**
     * Opens a file for the current officer and writes that it was read.
     *
     * @throws Refusal 404 where it is not the officer's to read
     */
    @Transactional
    public Content open(UUID id) {
        Rows.Stored stored = rows.find(id).orElseThrow(Refusal::notFound);
        boolean own = judged(stored);
        Attachment file = stored.attachment();
        byte[] sealed = store.get(HexFormat.of().formatHex(stored.digest()));
        journal.append(event("attachment.read", file, actors.current()));
        byte[] bytes = secrecy.openBytes(CONTENT, place(stored.digest()), sealed);
        return new Content(file, own ? file.name() : file.neutralName(), bytes);
    }

    /** @return whether the file is the officer's own */
    private boolean judged(Rows.Stored stored) {
        Attachment file = stored.attachment();
        boolean own = file.officer().equals(actors.current().officer().id());
        if (!(own && stored.isDraft())) {
            access.require("attachment.read", subject(file));
            if (!reads(access.sight(actors.current(), subject(file)), file)) {
                throw Refusal.notFound();
            }
        }
        return own;
    }

    private static Subject subject(Attachment file) {
        return Subject.of(file.subject(), "attachment", file.division(), file.sealedClass(), file.officer());
    }

    private FileCheck.Checked checked(String originalName, InputStream content) {
        try {
            FileCheck.Checked file = check.check(originalName, content);
            scanner.check(file.bytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same content may belong to several rows, so it is sealed to its digest instead of a row. */
    private static UUID place(byte[] digest) {
        return UUID.nameUUIDFromBytes(digest);
    }

    private static Event event(String act, Attachment file, Actor actor) {
        return new Event(
                act,
                file.subject(),
                actor.officer().id(),
                actor.mainPost().map(Post::agency).orElse(null),
                null,
                file.id().toString(),
                Map.of("type", file.extension()));
    }
}
