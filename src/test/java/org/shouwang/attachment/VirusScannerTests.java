package org.shouwang.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouwang.web.Refusal;

/** Against a server that speaks clamd's INSTREAM as its manual has it. */
class VirusScannerTests {

    private static final byte[] FILE = new byte[150_000];

    static {
        new Random(1).nextBytes(FILE);
    }

    private static String code(Throwable refusal) {
        return ((Refusal) refusal).problems().get(0).code();
    }

    /** Scans {@link #FILE}; gives what the scanner read of it. */
    private static byte[] scan(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> serve(server, answer));
            new VirusScanner("localhost:" + server.getLocalPort()).check(FILE);
            return read.join();
        }
    }

    private static byte[] serve(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                file.write(in.readNBytes(length));
            }
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesWhatIsClean() throws IOException {
        assertThat(scan("stream: OK")).isEqualTo(FILE);
    }

    @Test
    void refusesWhatIsNot() {
        assertThatThrownBy(() -> scan("stream: Win.Test.EICAR_HDB-1 FOUND"))
                .satisfies(refusal -> assertThat(code(refusal)).isEqualTo("file-infected"));
    }

    @Test
    void takesNothingNobodyAnswersFor() throws IOException {
        assertThatThrownBy(() -> scan("INSTREAM size limit exceeded. ERROR"))
                .satisfies(refusal -> assertThat(code(refusal)).isEqualTo("file-unscanned"));
        int closed;
        try (ServerSocket server = new ServerSocket(0)) {
            closed = server.getLocalPort();
        }
        assertThatThrownBy(() -> new VirusScanner("localhost:" + closed).check(FILE))
                .satisfies(refusal -> assertThat(code(refusal)).isEqualTo("file-unscanned"));
    }

    @Test
    void saysHowItsAddressIsWritten() {
        assertThatThrownBy(() -> new VirusScanner("localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host:port");
    }

    @Test
    void asksNobodyWhereNoneIsSet() {
        assertThatCode(() -> new VirusScanner("").check(FILE)).doesNotThrowAnyException();
    }
}
