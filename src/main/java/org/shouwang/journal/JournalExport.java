package org.shouwang.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sealed journal as a file of lines, one an entry with its seal: it proves itself without this database. */
@Service
public class JournalExport {

    private final JdbcTemplate database;
    private final RowIdentity identity;
    private final Journal journal;

    JournalExport(DataSource source, RowIdentity identity, Journal journal) {
        this.database = new JdbcTemplate(source);
        this.database.setFetchSize(2_000);
        this.identity = identity;
        this.journal = journal;
    }

    /**
     * Writes every sealed entry to a new file; that it was taken out goes into the journal.
     *
     * @return how many there were
     * @throws UncheckedIOException when the file is there already or cannot be written
     */
    @Transactional
    public long write(Path file) {
        long written = identity.as(RowService.JOURNAL, () -> lines(file));
        journal.append(new Event(
                "journal.exported", null, null, null, null, null, Map.of("entries", String.valueOf(written))));
        return written;
    }

    private long lines(Path file) {
        long written = 0;
        try (Stream<Link> links = database.queryForStream(Link.SQL, (row, number) -> Link.of(row));
                BufferedWriter out = Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.CREATE_NEW)) {
            for (var each = links.iterator(); each.hasNext(); written++) {
                out.write(each.next().line());
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /**
     * Walks an export; needs nothing but the file.
     *
     * @param knownHead {@code <seq>:<hash>} as printed or logged at another time; empty for none
     * @throws IllegalArgumentException when the file holds a line that is none of an export
     */
    public static Verification verify(Path file, String knownHead) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return ChainWalk.along(lines.map(JournalExport::link), knownHead, sealedIn(file))
                    .verification(java.util.Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Link link(String line) {
        try {
            return Link.of(line);
        } catch (RuntimeException e) {
            // The cause stays out: a parser quotes what it stumbled over.
            throw new IllegalArgumentException("not a line of a journal's export");
        }
    }

    private static Predicate<byte[]> sealedIn(Path file) {
        return hash -> {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return lines.map(JournalExport::link)
                        .anyMatch(link -> MessageDigest.isEqual(link.seal().entryHash(), hash));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
