package gyotaku.dissect.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A file whose numbers lie anywhere in it, smallest byte first unless said otherwise. What lies beyond its end is an
/// [EOFException].
record Bytes(byte[] all) {

    int size() {
        return all.length;
    }

    int u8(long at) throws EOFException {
        check(at, 1);
        return all[(int) at] & 255;
    }

    int u16(long at) throws EOFException {
        return u8(at) | u8(at + 1) << 8;
    }

    long u32(long at) throws EOFException {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    long u64(long at) throws EOFException {
        return u32(at) | u32(at + 4) << 32;
    }

    int u16big(long at) throws EOFException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32big(long at) throws EOFException {
        return (long) u16big(at) << 16 | u16big(at + 2);
    }

    byte[] part(long at, long length) throws EOFException {
        check(at, length);
        return Arrays.copyOfRange(all, (int) at, (int) (at + length));
    }

    /// Without a copy.
    InputStream stream(long at, long length) throws EOFException {
        check(at, length);
        return new ByteArrayInputStream(all, (int) at, (int) length);
    }

    String ascii(long at, long length) throws EOFException {
        check(at, length);
        return new String(all, (int) at, (int) length, StandardCharsets.ISO_8859_1);
    }

    /// Whether the signature, one character for each byte, stands there.
    boolean has(long at, String signature) {
        if (at < 0 || at > (long) all.length - signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((all[(int) at + i] & 255) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void check(long at, long length) throws EOFException {
        if (at < 0 || length < 0 || at > all.length - length) {
            throw new EOFException("the file ends before offset " + (at + length));
        }
    }
}
