package org.shouwang.attachment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.shouwang.web.Refusal;

/** A picture drawn anew: upright, at most 2560 pixels wide or high, with nothing left of place, device or payload. */
final class Picture {

    static final int SIDE = 2560;
    static final long PIXELS = 40_000_000;
    private static final float QUALITY = 0.85f;

    /** A decoded picture takes up to 100 MB for a moment: two at a time, the rest waits. */
    private static final Semaphore TABLES = new Semaphore(2);

    private Picture() {}

    static byte[] redrawn(byte[] bytes, String format) {
        TABLES.acquireUninterruptibly();
        try {
            BufferedImage image = read(bytes, format);
            return write(upright(image, Orientation.of(bytes)), format);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            // Broken pictures make the decoder throw in many ways; all of them mean the same to the person.
            throw FileCheck.refuse("file-image-unreadable");
        } finally {
            TABLES.release();
        }
    }

    private static BufferedImage read(byte[] bytes, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > PIXELS) {
                throw FileCheck.refuse("file-image-too-large", PIXELS / 1_000_000);
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / SIDE);
            every.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, every);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        int width = orientation.turned() ? image.getHeight() : image.getWidth();
        int height = orientation.turned() ? image.getWidth() : image.getHeight();
        double scale = Math.min(1.0, (double) SIDE / Math.max(width, height));
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
        place.concatenate(orientation.transform(image.getWidth(), image.getHeight()));
        pen.drawImage(image, place, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
