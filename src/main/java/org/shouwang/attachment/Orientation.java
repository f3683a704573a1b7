package org.shouwang.attachment;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, from a JPEG's EXIF (tag 0x0112, 1–8): the one thing in there a picture needs, since without it
 * a phone's pictures lie on their side.
 */
record Orientation(int code) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final long EXIF = 0x457869660000L;

    static Orientation of(byte[] bytes) {
        try {
            return inJpeg(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean turned() {
        return code >= 5;
    }

    /** From the pixels as stored to the picture as seen. */
    AffineTransform transform(int w, int h) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static Orientation inJpeg(ByteBuffer jpeg) {
        if ((jpeg.getShort() & 0xFFFF) != 0xFFD8) {
            return UPRIGHT;
        }
        while (true) {
            int marker = jpeg.getShort() & 0xFFFF;
            int length = jpeg.getShort() & 0xFFFF;
            if (marker == 0xFFDA || marker < 0xFF00) {
                return UPRIGHT;
            }
            if (marker == 0xFFE1 && length > 8 && jpeg.getLong(jpeg.position()) >>> 16 == EXIF) {
                return inTiff(jpeg.slice(jpeg.position() + 6, length - 8));
            }
            jpeg.position(jpeg.position() + length - 2);
        }
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int each = 0; each < entries; each++) {
            int entry = directory + 2 + 12 * each;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int code = tiff.getShort(entry + 8);
                return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
