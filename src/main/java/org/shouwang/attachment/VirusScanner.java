package org.shouwang.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the operator's ClamAV ({@code clamd}, command INSTREAM) about a file before it is kept. With a scanner set, what it
 * has not answered for is not taken in; without one, no file is scanned.
 */
@Component
final class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final Pattern ADDRESS = Pattern.compile("[^:]+:\\d{1,5}");
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int CHUNK = 64 * 1024;
    private static final int ANSWER_LENGTH = 1024;

    private final @Nullable InetSocketAddress clamd;

    /**
     * @param address {@code host:port}, or empty for none
     * @throws IllegalArgumentException when it is neither, which stops the start
     */
    VirusScanner(@Value("${shouwang.attachment.clamd:}") String address) {
        if (!address.isBlank() && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("SHOUWANG_CLAMD has to be host:port, such as localhost:3310");
        }
        int colon = address.lastIndexOf(':');
        this.clamd = address.isBlank()
                ? null
                : InetSocketAddress.createUnresolved(
                        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /** @throws org.shouwang.web.Refusal at field {@code file}, when something was found or nobody answered */
    void check(byte[] file) {
        if (clamd == null) {
            return;
        }
        String answer = answer(clamd, file);
        if (answer.endsWith("FOUND")) {
            LOG.warn("The virus scanner refused a file");
            throw FileCheck.refuse("file-infected");
        }
        if (!answer.equals("stream: OK")) {
            LOG.error("The virus scanner could not scan a file");
            throw FileCheck.refuse("file-unscanned");
        }
    }

    private static String answer(InetSocketAddress clamd, byte[] file) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(clamd.getHostString(), clamd.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < file.length; from += CHUNK) {
                byte[] chunk = Arrays.copyOfRange(file, from, Math.min(from + CHUNK, file.length));
                out.writeInt(chunk.length);
                out.write(chunk);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readNBytes(ANSWER_LENGTH), StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
