package org.shouwang.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A request whose body ends in a refusal where it grows beyond the limit, whatever length it was said to have. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final DataSize most;
    private @Nullable ServletInputStream body;

    LimitedRequest(HttpServletRequest request, DataSize most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream limited = body;
        if (limited == null) {
            limited = new Limited(super.getInputStream(), most, getContentLengthLong());
            body = limited;
        }
        return limited;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    /** Counts, and refuses with 413. */
    private static final class Limited extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize most;
        private long read;

        /** @param announced length of the body, -1 where it comes in chunks */
        Limited(ServletInputStream body, DataSize most, long announced) {
            this.body = body;
            this.most = most;
            refuseBeyond(announced);
        }

        private void count(long more) {
            read += more;
            refuseBeyond(read);
        }

        private void refuseBeyond(long bytes) {
            if (bytes > most.toBytes()) {
                throw Refusal.tooLarge("body-too-large", most.toKilobytes());
            }
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = body.read(into, from, length);
            count(Math.max(got, 0));
            return got;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
