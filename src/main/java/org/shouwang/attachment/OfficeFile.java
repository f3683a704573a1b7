package org.shouwang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A Word or Excel file: a zip that has the parts it must have, no macros, and does not blow up when unpacked. */
final class OfficeFile {

    private static final int ENTRIES = 2_000;
    private static final long UNPACKED = 100L * 1024 * 1024;

    private OfficeFile() {}

    static byte[] checked(byte[] bytes, String mainPart) {
        boolean types = false;
        boolean main = false;
        int entries = 0;
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                types |= name.equals("[Content_Types].xml");
                main |= name.equals(mainPart);
                unpacked += drain(zip, UNPACKED - unpacked);
                entries++;
                if (entries > ENTRIES || unpacked >= UNPACKED || runs(name)) {
                    throw FileCheck.refuse("file-unsafe");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw FileCheck.refuse("file-disguised");
        }
        if (!types || !main) {
            throw FileCheck.refuse("file-disguised");
        }
        return bytes;
    }

    private static boolean runs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin") || lower.contains("activex/") || lower.endsWith(".exe");
    }

    private static long drain(InputStream entry, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long total = 0;
        for (int read = entry.read(buffer); read >= 0 && total < most; read = entry.read(buffer)) {
            total += read;
        }
        return total;
    }
}
