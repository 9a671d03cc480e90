package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reads RAR archives (versions 4 and 5, by RARLAB's published notes on the format). What is stored in them without
/// compression is taken out here; the compression is not ours to rebuild (see RATIONALE.md), so the rest is unpacked
/// by the `bsdtar` command where it is installed.
@AutoService(FormatReader.class)
public final class RarReader implements FormatReader {

    private static final String KIND = "application/vnd.rar";
    private static final String FIVE = "Rar!\u001a\u0007\u0001\0";
    private static final int SIGNATURE_4 = 7;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals(KIND);
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        Bytes bytes = new Bytes(file.bytes());
        Members members = new Members(found);
        try {
            if (bytes.has(0, FIVE)) {
                new Five(bytes, members).read();
            } else {
                new Four(bytes, members).read();
            }
        } finally {
            members.end(file.bytes());
        }
    }

    /// What is told of the files, whatever the version.
    private static final class Members {
        private final Findings found;
        private final PackedFiles files;
        private boolean locked;

        Members(Findings found) {
            this.found = found;
            this.files = new PackedFiles(found);
        }

        boolean full() {
            return files.full();
        }

        void headersAreLocked() {
            found.trait(Trait.Kind.ENCRYPTED, "its content and its names");
            locked = true;
        }

        void tell(String name, long size, boolean encrypted, boolean stored, Bytes file, long at, long length)
                throws IOException {
            if (encrypted) {
                found.trait(Trait.Kind.ENCRYPTED, name);
                files.closed(name, size, Opened.State.LOCKED, "");
                locked = true;
            } else if (stored) {
                files.stored(name, length, file.stream(at, length));
            } else {
                files.packed(name, size, length);
            }
        }

        void end(byte[] archive) throws IOException {
            files.tell(archive, false);
            if (locked) {
                found.state(Opened.State.LOCKED, "");
            }
        }
    }

    /// Version 4 and before: blocks of checksum, type, flags and size.
    private static final class Four {
        private static final int ARCHIVE = 0x73;
        private static final int FILE = 0x74;
        private static final int END = 0x7b;
        private static final int HEADERS_LOCKED = 0x80;
        private static final int LOCKED = 4;
        private static final int FOLDER = 0xe0;
        private static final int LARGE = 0x100;
        private static final int UNICODE = 0x200;
        private static final int HAS_DATA = 0x8000;
        private static final int STORED = 0x30;

        private final Bytes file;
        private final Members members;

        Four(Bytes file, Members members) {
            this.file = file;
            this.members = members;
        }

        void read() throws IOException {
            long at = SIGNATURE_4;
            while (at + 7 <= file.size() && !members.full()) {
                int type = file.u8(at + 2);
                int flags = file.u16(at + 3);
                int size = file.u16(at + 5);
                if (type == ARCHIVE && (flags & HEADERS_LOCKED) != 0) {
                    members.headersAreLocked();
                    return;
                }
                if (type == END || size < 7) {
                    return;
                }
                boolean large = type == FILE && (flags & LARGE) != 0;
                long data = type == FILE || (flags & HAS_DATA) != 0 ? file.u32(at + 7) : 0;
                data += large ? file.u32(at + 32) << 32 : 0;
                if (type == FILE && (flags & FOLDER) != FOLDER) {
                    tell(at, flags, size, data);
                }
                at += size + Math.max(0, data);
            }
        }

        private void tell(long at, int flags, int size, long data) throws IOException {
            boolean large = (flags & LARGE) != 0;
            long unpacked = file.u32(at + 11) + (large ? file.u32(at + 36) << 32 : 0);
            byte[] raw = file.part(at + (large ? 40 : 32), file.u16(at + 26));
            String name = (flags & UNICODE) != 0 ? unicode(raw) : Names.of(raw);
            boolean stored = file.u8(at + 25) == STORED;
            members.tell(name, unpacked, (flags & LOCKED) != 0, stored, file, at + size, data);
        }

        /// The name twice: in one byte for each character, then as differences from that.
        private static String unicode(byte[] raw) {
            int zero = 0;
            while (zero < raw.length && raw[zero] != 0) {
                zero++;
            }
            return zero + 1 >= raw.length
                    ? new String(raw, 0, zero, StandardCharsets.UTF_8)
                    : new WideName(raw, zero + 1).decoded();
        }
    }

    private static final class WideName {
        private final byte[] raw;
        private final StringBuilder out = new StringBuilder();
        private int at;

        WideName(byte[] raw, int at) {
            this.raw = raw;
            this.at = at;
        }

        String decoded() {
            int high = next() << 8;
            int flags = 0;
            int bits = 0;
            while (at < raw.length && out.length() < raw.length) {
                if (bits == 0) {
                    flags = next();
                    bits = 8;
                }
                switch (flags >> 6 & 3) {
                    case 0 -> out.append((char) next());
                    case 1 -> out.append((char) (next() | high));
                    case 2 -> out.append((char) (next() | next() << 8));
                    default -> run(high);
                }
                flags <<= 2;
                bits -= 2;
            }
            return out.toString();
        }

        private void run(int high) {
            int length = next();
            boolean corrected = (length & 0x80) != 0;
            int correction = corrected ? next() : 0;
            for (int left = (length & 0x7f) + 2; left > 0 && out.length() < raw.length; left--) {
                int narrow = raw[out.length()] & 255;
                out.append((char) (corrected ? narrow + correction & 255 | high : narrow));
            }
        }

        private int next() {
            return at < raw.length ? raw[at++] & 255 : 0;
        }
    }

    /// Version 5: numbers of seven bits in a byte.
    private static final class Five {
        private static final int FILE = 2;
        private static final int ENCRYPTION = 4;
        private static final int END = 5;
        private static final int HAS_EXTRA = 1;
        private static final int HAS_DATA = 2;
        private static final int FOLDER = 1;
        private static final int HAS_TIME = 2;
        private static final int HAS_SUM = 4;
        private static final int METHOD = 7;

        private final Bytes file;
        private final Members members;
        private long at = FIVE.length();

        Five(Bytes file, Members members) {
            this.file = file;
            this.members = members;
        }

        void read() throws IOException {
            while (at + 7 <= file.size() && !members.full()) {
                at += 4;
                long size = number();
                long end = at + size;
                long type = number();
                long flags = number();
                long extra = (flags & HAS_EXTRA) != 0 ? number() : 0;
                long data = (flags & HAS_DATA) != 0 ? number() : 0;
                if (type == ENCRYPTION) {
                    members.headersAreLocked();
                    return;
                }
                if (type == FILE) {
                    tell(end, extra, data);
                }
                if (type == END || size <= 0 || data < 0) {
                    return;
                }
                // Each block ends behind its own start, so this ends.
                at = end + data;
            }
        }

        private void tell(long end, long extra, long data) throws IOException {
            long flags = number();
            long unpacked = number();
            number();
            at += ((flags & HAS_TIME) != 0 ? 4 : 0) + ((flags & HAS_SUM) != 0 ? 4 : 0);
            boolean stored = (number() >> 7 & METHOD) == 0;
            number();
            long length = number();
            String name = new String(file.part(at, length), StandardCharsets.UTF_8);
            if ((flags & FOLDER) == 0) {
                members.tell(name, unpacked, isLocked(end - extra, end), stored, file, end, data);
            }
        }

        private boolean isLocked(long from, long end) throws IOException {
            at = from;
            while (at < end) {
                long size = number();
                long next = at + size;
                if (number() == 1) {
                    return true;
                }
                if (size <= 0) {
                    return false;
                }
                at = next;
            }
            return false;
        }

        private long number() throws IOException {
            long value = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                int b = file.u8(at++);
                value |= (long) (b & 0x7f) << shift;
                if (b < 0x80) {
                    return value;
                }
            }
            throw new IOException("a number of more than 63 bits");
        }
    }
}
