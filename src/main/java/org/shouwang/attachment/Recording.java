package org.shouwang.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * An MP4 sound or film without the boxes in which phones note place, owner and device. The boxes are renamed to
 * {@code free} and emptied, so that every offset in the file stays right and it plays as before.
 */
final class Recording {

    private static final Set<Integer> FOLDERS = Set.of(name("moov"), name("trak"));
    private static final Set<Integer> NOTES = Set.of(name("udta"), name("meta"), name("uuid"));
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int DEPTH = 8;

    private Recording() {}

    static byte[] withoutMetadata(byte[] bytes) {
        byte[] copy = bytes.clone();
        blank(ByteBuffer.wrap(copy), 0, copy.length, 0);
        return copy;
    }

    private static void blank(ByteBuffer file, int from, int to, int depth) {
        int at = from;
        while (to - at >= HEAD) {
            long size = Integer.toUnsignedLong(file.getInt(at));
            int name = file.getInt(at + 4);
            int head = size == 1 ? LONG_HEAD : HEAD;
            if (size == 1 && to - at >= LONG_HEAD) {
                size = file.getLong(at + 8);
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || size > to - at || depth > DEPTH) {
                throw FileCheck.refuse("file-disguised");
            }
            int end = at + (int) size;
            if (FOLDERS.contains(name)) {
                blank(file, at + head, end, depth + 1);
            } else if (NOTES.contains(name)) {
                file.putInt(at + 4, name("free"));
                Arrays.fill(file.array(), at + head, end, (byte) 0);
            }
            at = end;
        }
    }

    private static int name(String box) {
        return ByteBuffer.wrap(box.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
