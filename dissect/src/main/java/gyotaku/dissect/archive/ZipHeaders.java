package gyotaku.dissect.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The two headers that tell of a file in a ZIP file (PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.12; WinZip AES).
final class ZipHeaders {

    static final String LOCAL = "PK\u0003\u0004";
    static final String CENTRAL = "PK\u0001\u0002";
    static final int LOCAL_LENGTH = 30;
    static final int CENTRAL_LENGTH = 46;

    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_NAME = 0x7075;
    private static final int WINZIP_AES = 0x9901;
    private static final int METHOD_AES = 99;
    private static final long IN_ZIP64 = 0xffff_ffffL;
    private static final int NAME_IS_UTF8 = 1 << 11;

    private final Bytes file;

    ZipHeaders(Bytes file) {
        this.file = file;
    }

    /// @param base where the archive begins in the file
    ZipMember central(long at, long base) throws IOException {
        Extra extra = new Extra(at + CENTRAL_LENGTH + file.u16(at + 28), file.u16(at + 30));
        Wide wide = new Wide(extra.find(ZIP64));
        long size = wide.or(file.u32(at + 24));
        long packed = wide.or(file.u32(at + 20));
        long headerAt = base + wide.or(file.u32(at + 42));
        int unixMode = file.u8(at + 5) == 3 ? (int) (file.u32(at + 38) >> 16) : 0;
        return member(at + 8, at + CENTRAL_LENGTH, file.u16(at + 28), extra, packed, size, headerAt, unixMode);
    }

    long afterCentral(long at) throws IOException {
        return at + CENTRAL_LENGTH + file.u16(at + 28) + file.u16(at + 30) + file.u16(at + 32);
    }

    ZipMember local(long at) throws IOException {
        Extra extra = new Extra(at + LOCAL_LENGTH + file.u16(at + 26), file.u16(at + 28));
        Wide wide = new Wide(extra.find(ZIP64));
        long size = wide.or(file.u32(at + 22));
        long packed = wide.or(file.u32(at + 18));
        ZipMember said = member(at + 6, at + LOCAL_LENGTH, file.u16(at + 26), extra, packed, size, at, 0);
        boolean open = said.sizesFollow() && packed == 0;
        return open
                ? new ZipMember(
                        said.name(), said.flags(), said.method(), said.crc(), -1, -1, at, said.time(), 0, said.aes())
                : said;
    }

    /// Where the content begins.
    long content(long at) throws IOException {
        return at + LOCAL_LENGTH + file.u16(at + 26) + file.u16(at + 28);
    }

    /// @param flagsAt where the fields begin that both headers have in the same order
    private ZipMember member(
            long flagsAt, long nameAt, int nameLength, Extra extra, long packed, long size, long headerAt, int unixMode)
            throws IOException {
        int flags = file.u16(flagsAt);
        int method = file.u16(flagsAt + 2);
        Optional<Long> aes = extra.find(WINZIP_AES);
        Optional<ZipMember.Aes> encryption = Optional.empty();
        if (method == METHOD_AES && aes.isPresent()) {
            long data = aes.get();
            encryption = Optional.of(new ZipMember.Aes(file.u16(data + 4), file.u8(data + 8)));
            method = file.u16(data + 9);
        }
        return new ZipMember(
                name(file.part(nameAt, nameLength), flags, extra),
                flags,
                method,
                file.u32(flagsAt + 8),
                packed,
                size,
                headerAt,
                file.u16(flagsAt + 4),
                unixMode,
                encryption);
    }

    private String name(byte[] raw, int flags, Extra extra) throws IOException {
        Optional<Long> unicode = extra.find(UNICODE_NAME);
        if (unicode.isPresent()) {
            int length = file.u16(unicode.get() + 2);
            if (length > 5) {
                return new String(file.part(unicode.get() + 9, length - 5), StandardCharsets.UTF_8);
            }
        }
        return (flags & NAME_IS_UTF8) != 0 ? new String(raw, StandardCharsets.UTF_8) : Names.of(raw);
    }

    /// The fields after a header.
    private final class Extra {
        private final long from;
        private final long to;

        Extra(long from, int length) {
            this.from = from;
            this.to = from + length;
        }

        /// Where the field with that id begins.
        Optional<Long> find(int id) throws IOException {
            for (long at = from; at + 4 <= to; at += 4 + file.u16(at + 2)) {
                if (file.u16(at) == id && at + 4 + file.u16(at + 2) <= to) {
                    return Optional.of(at);
                }
            }
            return Optional.empty();
        }
    }

    /// The numbers of eight bytes that stand for those that do not fit into four, in their order.
    private final class Wide {
        private long at;
        private final long to;

        Wide(Optional<Long> field) throws IOException {
            this.at = field.map(start -> start + 4).orElse(0L);
            this.to = field.isPresent() ? at + file.u16(field.get() + 2) : 0;
        }

        long or(long narrow) throws IOException {
            if (narrow != IN_ZIP64 || at + 8 > to) {
                return narrow;
            }
            long wide = file.u64(at);
            at += 8;
            return wide;
        }
    }
}
