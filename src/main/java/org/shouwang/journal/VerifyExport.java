package org.shouwang.journal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The command {@code --shouwang.verify-export=<file>[,<known head>]}: needs neither database nor settings, so that an
 * auditor can run it on a machine of his or her own.
 */
public final class VerifyExport {

    private static final String COMMAND = "--shouwang.verify-export=";

    private VerifyExport() {}

    /** Ends with 0 when the export is whole, 1 when not, 2 when it cannot be read; empty when this was not asked for. */
    public static OptionalInt asked(String... arguments) {
        return Arrays.stream(arguments)
                .filter(each -> each.startsWith(COMMAND))
                .map(each -> each.substring(COMMAND.length()))
                .mapToInt(VerifyExport::verify)
                .findFirst();
    }

    private static int verify(String asked) {
        int comma = asked.lastIndexOf(',');
        Path file = Path.of(comma < 0 ? asked : asked.substring(0, comma));
        try {
            Verification found = JournalExport.verify(file, comma < 0 ? "" : asked.substring(comma + 1));
            System.out.println(found.sentence());
            return found.whole() ? 0 : 1;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            System.out.println("UNREADABLE: " + file.toAbsolutePath() + " is no export of a journal");
            return 2;
        }
    }
}
