package gyotaku.analyse.auth.dkim;

import java.security.MessageDigest;

/// Hashes a body in its canonical form without ever holding that form (RFC 6376 sections 3.4.3 to 3.4.5).
final class BodyHash {

    private static final int BUFFER = 8 << 10;
    /// For the length: the whole body counts.
    static final long ALL = Long.MAX_VALUE;

    private final Canonicalization form;
    private final long length;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long canonical;
    private int pendingLines;
    private boolean pendingSpace;

    /// @param length bytes of the canonical body that count
    /// @param digest fresh; nobody else uses it
    BodyHash(Canonicalization form, long length, MessageDigest digest) {
        this.form = form;
        this.length = length;
        this.digest = digest;
    }

    /// @param hash of the signed part
    /// @param size of the whole canonical body in bytes
    record Hashed(byte[] hash, long size) {}

    BodyHash add(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                pendingSpace = false;
                pendingLines++;
            } else if (form == Canonicalization.RELAXED && (b == ' ' || b == '\t')) {
                pendingSpace = true;
            } else if (b != '\r' || i + 1 == to || bytes[i + 1] != '\n') {
                text(b);
            }
        }
        return this;
    }

    /// Line ends wait, since those at the end of the body do not count.
    private void text(byte b) {
        for (; pendingLines > 0; pendingLines--) {
            put((byte) '\r');
            put((byte) '\n');
        }
        if (pendingSpace) {
            put((byte) ' ');
            pendingSpace = false;
        }
        put(b);
    }

    private void put(byte b) {
        if (canonical < length) {
            buffer[filled++] = b;
            if (filled == BUFFER) {
                flush();
            }
        }
        canonical++;
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    Hashed finish() {
        if (canonical > 0 || form == Canonicalization.SIMPLE) {
            put((byte) '\r');
            put((byte) '\n');
        }
        flush();
        return new Hashed(digest.digest(), canonical);
    }

    /// The hash if the body ended here; more may be added afterwards.
    byte[] soFar() throws CloneNotSupportedException {
        flush();
        MessageDigest copy = (MessageDigest) digest.clone();
        if (canonical > 0 || form == Canonicalization.SIMPLE) {
            copy.update((byte) '\r');
            copy.update((byte) '\n');
        }
        return copy.digest();
    }
}
