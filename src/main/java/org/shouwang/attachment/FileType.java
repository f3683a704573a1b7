package org.shouwang.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/** The kinds of file that are taken in; whatever is not listed here is refused. */
enum FileType {
    JPEG("image/jpeg", List.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("image/png", List.of("png"), Set.of("image/png")),
    PDF("application/pdf", List.of("pdf"), Set.of("application/pdf")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            Set.of("application/zip", "application/x-tika-ooxml")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            Set.of("application/zip", "application/x-tika-ooxml")),
    MP3("audio/mpeg", List.of("mp3"), Set.of("audio/mpeg")),
    AMR("audio/amr", List.of("amr"), Set.of("audio/amr")),
    M4A("audio/mp4", List.of("m4a"), Set.of("audio/mp4", "application/mp4", "video/mp4", "video/quicktime")),
    MP4("video/mp4", List.of("mp4"), Set.of("application/mp4", "video/mp4", "video/quicktime"));

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final List<String> extensions;
    private final Set<String> looks;

    FileType(String mediaType, List<String> extensions, Set<String> looks) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.looks = looks;
    }

    static Optional<FileType> byExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(lower))
                .findFirst();
    }

    /** Whether the content, by itself, looks like this type; the name is not asked. */
    boolean matches(byte[] content) {
        return looks.contains(TIKA.detect(content)) && startsRight(content);
    }

    /** Some readers look for a PDF's beginning further down, and so would let another file stand before it. */
    private boolean startsRight(byte[] content) {
        return this != PDF
                || new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** Whether nothing in such a file tells who made it, once it has been cleaned. */
    boolean nameless() {
        return switch (this) {
            case JPEG, PNG, MP3, AMR, M4A, MP4 -> true;
            case PDF, DOCX, XLSX -> false;
        };
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extensions.get(0);
    }
}
