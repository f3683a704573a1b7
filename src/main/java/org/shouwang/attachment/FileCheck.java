package org.shouwang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;

/** Looks at a file before it is kept: size, kind by content, and nothing in it that was not meant to be shown. */
final class FileCheck {

    private static final String FIELD = "file";
    private static final int NAME_LENGTH = 150;

    /** A file as it will be kept. */
    record Checked(String name, FileType type, byte[] bytes) {}

    private final int limit;

    /** @param limit the most bytes a file may have */
    FileCheck(int limit) {
        this.limit = limit;
    }

    Checked check(String originalName, InputStream content) throws IOException {
        String name = baseName(originalName);
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length == 0) {
            throw refuse("file-empty");
        }
        if (bytes.length > limit) {
            throw Refusal.tooLarge("file-too-large", limit / (1024 * 1024));
        }
        FileType type =
                FileType.byExtension(name.substring(name.lastIndexOf('.') + 1)).orElseThrow(() -> refuse("file-type"));
        if (!type.matches(bytes)) {
            throw refuse("file-disguised");
        }
        return new Checked(name, type, clean(type, bytes));
    }

    private static byte[] clean(FileType type, byte[] bytes) {
        return switch (type) {
            case JPEG -> Picture.redrawn(bytes, "jpeg");
            case PNG -> Picture.redrawn(bytes, "png");
            case DOCX -> OfficeFile.checked(bytes, "word/document.xml");
            case XLSX -> OfficeFile.checked(bytes, "xl/workbook.xml");
            case M4A, MP4 -> Recording.withoutMetadata(bytes);
            case PDF, MP3, AMR -> bytes;
        };
    }

    /** The last part of a path, without control and direction characters, which can make a name look like another. */
    private static String baseName(String originalName) {
        String last =
                originalName.substring(Math.max(originalName.lastIndexOf('/'), originalName.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "").strip();
        return plain.length() <= NAME_LENGTH ? plain : plain.substring(plain.length() - NAME_LENGTH);
    }

    static Refusal refuse(String code, Object... arguments) {
        return Refusal.invalid(List.of(FieldProblem.at(FIELD, code, arguments)));
    }
}
