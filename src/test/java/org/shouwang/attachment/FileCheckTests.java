package org.shouwang.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.web.Refusal;

class FileCheckTests {

    private final FileCheck check = new FileCheck(1024 * 1024);

    @Test
    void takesAPictureUprightAndWithoutExif() throws IOException {
        byte[] photo = withExif(picture("jpeg", 300, 100), 6, "GPS 24.48,109.74");
        byte[] kept = check("孩子 照片.JPG", photo).bytes();
        assertThat(text(kept)).doesNotContain("Exif", "GPS 24.48");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(300);
        // Red was left, so after a quarter turn clockwise it is on top.
        assertThat(new Color(image.getRGB(50, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(50, 280)).getRed()).isLessThan(60);
    }

    @Test
    void shrinksALargePicture() throws IOException {
        byte[] kept = check("a.jpg", picture("jpeg", 5200, 1000)).bytes();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(2560);
    }

    @Test
    void dropsWhatIsHiddenBehindAPicture() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(picture("png", 20, 20));
        both.write("<script>alert(1)</script>PK".getBytes(StandardCharsets.UTF_8));
        assertThat(text(check("a.png", both.toByteArray()).bytes())).doesNotContain("script");
    }

    @Test
    void refusesAPictureThatClaimsHugeSizeBeforeDecodingIt() throws IOException {
        byte[] png = picture("png", 10, 10);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 30_000).putInt(20, 30_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        refuses("file-image-too-large", "a.png", png);
    }

    @Test
    void refusesEmptyAndOversizeFiles() {
        refuses("file-empty", "a.jpg", new byte[0]);
        assertThatThrownBy(() -> check("a.pdf", new byte[1024 * 1024 + 1]))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(413);
                    assertThat(refusal.code()).isEqualTo("file-too-large");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.html", "a.svg", "a.docm", "a.zip", "a", "a.jpg.exe", "a.webp"})
    void refusesKindsThatAreNotTaken(String name) throws IOException {
        refuses("file-type", name, picture("jpeg", 10, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.png", "a.pdf", "a.docx", "a.xlsx", "a.mp3", "a.amr", "a.m4a", "a.mp4"})
    void refusesAProgramOrAPageUnderAnotherName(String name) {
        refuses("file-disguised", name, "MZ\u0090\0\3\0\0\0\4\0".getBytes(StandardCharsets.ISO_8859_1));
        refuses("file-disguised", name, "<!doctype html><html><script>1</script>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAPictureUnderAnotherPicturesExtensionAndABrokenOne() throws IOException {
        refuses("file-disguised", "a.jpg", picture("png", 10, 10));
        byte[] broken = picture("png", 10, 10);
        Arrays.fill(broken, 40, broken.length, (byte) 7);
        refuses("file-image-unreadable", "a.png", broken);
    }

    @Test
    void takesAPdfThatBeginsAsOneOnly() throws IOException {
        byte[] pdf = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.UTF_8);
        assertThat(check("a.pdf", pdf).bytes()).isEqualTo(pdf);
        refuses("file-disguised", "a.pdf", "<html>%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesOfficeFilesWithTheirPartsAndWithoutMacros() throws IOException {
        byte[] word = zip("[Content_Types].xml", "word/document.xml");
        assertThat(check("a.docx", word).type()).isEqualTo(FileType.DOCX);
        refuses("file-disguised", "a.xlsx", word);
        refuses("file-disguised", "a.docx", zip("evil.txt"));
        refuses("file-unsafe", "a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
    }

    @Test
    void refusesAZipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int each = 0; each < 150; each++) {
                zip.write(zeros);
            }
        }
        refuses("file-unsafe", "a.docx", bytes.toByteArray());
    }

    @Test
    void blanksThePlaceInARecording() throws IOException {
        byte[] film = join(
                box("ftyp", "isom\0\0\0\1isommp42".getBytes(StandardCharsets.ISO_8859_1)),
                box(
                        "moov",
                        join(
                                box("mvhd", new byte[100]),
                                box("udta", "\u00a9xyz+24.48+109.74/".getBytes(StandardCharsets.ISO_8859_1)))),
                box("mdat", "film".getBytes(StandardCharsets.UTF_8)));
        byte[] kept = check("a.mp4", film).bytes();
        assertThat(kept).hasSameSizeAs(film);
        assertThat(text(kept)).contains("mdat", "film", "free").doesNotContain("+24.48", "udta");
        byte[] deep = new byte[0];
        for (int each = 0; each < 20; each++) {
            deep = box("moov", deep);
        }
        refuses("file-disguised", "a.mp4", join(box("ftyp", "isom\0\0\0\1".getBytes(StandardCharsets.UTF_8)), deep));
    }

    @Test
    void keepsTheLastPartOfAPathAndNoTricksInTheName() throws IOException {
        byte[] photo = picture("jpeg", 10, 10);
        assertThat(check("..\\..\\x/../etc/照片.jpg", photo).name()).isEqualTo("照片.jpg");
        assertThat(check("a\u202Egpj.exe\r\n.jpg", photo).name()).isEqualTo("agpj.exe.jpg");
    }

    private FileCheck.Checked check(String name, byte[] bytes) throws IOException {
        return check.check(name, new ByteArrayInputStream(bytes));
    }

    private void refuses(String code, String name, byte[] bytes) {
        assertThatThrownBy(() -> check(name, bytes)).as(name).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problems()).hasSize(1);
            assertThat(refusal.problems().get(0).path()).isEqualTo("file");
            assertThat(refusal.problems().get(0).code()).isEqualTo(code);
        });
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation, String note) {
        byte[] said = note.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + said.length);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(said);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.capacity());
        return all.put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
