package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads cabinets (MS-CAB), stored or packed by MSZIP; what is packed by LZX is unpacked by the `bsdtar` command where
/// it is installed, and what is packed by Quantum is listed.
@AutoService(FormatReader.class)
public final class CabReader implements FormatReader {

    private static final int STORED = 0;
    private static final int MSZIP = 1;
    private static final int HAS_PREVIOUS = 1;
    private static final int HAS_NEXT = 2;
    private static final int HAS_RESERVE = 4;
    private static final int NAME_IS_UTF8 = 0x80;
    private static final int CONTINUED = 0xfffd;

    private record Folder(long at, int blocks, int method) {}

    private record Member(String name, long size, long offset, int folder) {}

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/vnd.ms-cab-compressed");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        new Cabinet(new Bytes(file.bytes()), found).read();
    }

    private static final class Cabinet {
        private final Bytes file;
        private final Findings found;
        private final List<Folder> folders = new ArrayList<>();
        private int dataReserve;

        Cabinet(Bytes file, Findings found) {
            this.file = file;
            this.found = found;
        }

        void read() throws IOException {
            int flags = file.u16(30);
            long at = 36;
            int folderReserve = 0;
            if ((flags & HAS_RESERVE) != 0) {
                folderReserve = file.u8(38);
                dataReserve = file.u8(39);
                at = 40L + file.u16(36);
            }
            for (int strings = 2 * ((flags & HAS_PREVIOUS) + (flags & HAS_NEXT) / 2); strings > 0; strings--) {
                at = end(at) + 1;
            }
            for (int i = 0; i < file.u16(26); i++) {
                folders.add(new Folder(file.u32(at), file.u16(at + 4), file.u16(at + 6) & 15));
                at += 8 + folderReserve;
            }
            tell(members(file.u32(16), Math.min(file.u16(28), found.limits().count() + 1)));
        }

        private List<Member> members(long from, int count) throws IOException {
            List<Member> members = new ArrayList<>();
            long at = from;
            for (int i = 0; i < count; i++) {
                long end = end(at + 16);
                byte[] raw = file.part(at + 16, end - at - 16);
                String name = (file.u16(at + 14) & NAME_IS_UTF8) != 0
                        ? new String(raw, StandardCharsets.UTF_8)
                        : Names.of(raw);
                members.add(new Member(name, file.u32(at), file.u32(at + 4), file.u16(at + 8)));
                at = end + 1;
            }
            return members;
        }

        private long end(long at) throws IOException {
            long end = at;
            while (file.u8(end) != 0) {
                end++;
            }
            return end;
        }

        private void tell(List<Member> members) throws IOException {
            PackedFiles files = new PackedFiles(found);
            try {
                tell(members, files);
            } finally {
                files.tell(file.all(), false);
            }
        }

        private void tell(List<Member> members, PackedFiles files) throws IOException {
            Unfolded open = new Unfolded(new Folder(0, 0, STORED));
            int opened = -1;
            for (Member member : members) {
                if (member.folder() >= folders.size()) {
                    String why = member.folder() >= CONTINUED ? "goes on in another cabinet" : "is in no folder";
                    files.closed(member.name(), member.size(), Opened.State.NOT_LOOKED_INTO, why);
                    continue;
                }
                Folder folder = folders.get(member.folder());
                if (folder.method() != STORED && folder.method() != MSZIP) {
                    files.packed(member.name(), member.size(), packedSize(folder));
                    continue;
                }
                if (opened != member.folder() || open.position > member.offset()) {
                    if (opened == member.folder()) {
                        found.trait(Trait.Kind.AMBIGUOUS, member.name() + " overlaps with another file");
                    }
                    open = new Unfolded(folder);
                    opened = member.folder();
                }
                files.told(member.name(), member.size());
                Unfolded content = open;
                content.skip(member.offset(), found.limits().unpackedBytes());
                found.file(member.name(), () -> content.packed, content.next(member.size()));
            }
        }

        private long packedSize(Folder folder) throws IOException {
            long size = 0;
            long at = folder.at();
            for (int i = 0; i < folder.blocks(); i++) {
                int length = file.u16(at + 4);
                size += length;
                at += 8 + dataReserve + length;
            }
            return size;
        }

        /// The content of one folder, one block after the other.
        private final class Unfolded {
            private final Folder folder;
            private long at;
            private int block;
            private byte[] unpacked = new byte[0];
            private int used;
            private long position;
            private long packed;

            Unfolded(Folder folder) {
                this.folder = folder;
                this.at = folder.at();
            }

            /// @param most that are passed over; against a thousand files that each make us unpack all before them
            void skip(long to, long most) throws IOException {
                if (to - position > most) {
                    throw new IOException("a file begins " + to + " bytes into its folder");
                }
                byte[] passed = new byte[8 << 10];
                while (position < to) {
                    if (read(passed, 0, (int) Math.min(passed.length, to - position)) < 0) {
                        throw new EOFException("the folder ends before its files do");
                    }
                }
            }

            InputStream next(long size) {
                return new InputStream() {
                    private long left = size;

                    @Override
                    public int read() throws IOException {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
                    }

                    @Override
                    public int read(byte[] bytes, int off, int len) throws IOException {
                        if (left <= 0) {
                            return -1;
                        }
                        int n = Unfolded.this.read(bytes, off, (int) Math.min(len, left));
                        if (n < 0) {
                            throw new EOFException("the folder ends before its files do");
                        }
                        left -= n;
                        return n;
                    }
                };
            }

            private int read(byte[] bytes, int off, int len) throws IOException {
                while (used == unpacked.length) {
                    if (block >= folder.blocks()) {
                        return -1;
                    }
                    unpack();
                }
                int n = Math.min(len, unpacked.length - used);
                System.arraycopy(unpacked, used, bytes, off, n);
                used += n;
                position += n;
                return n;
            }

            private void unpack() throws IOException {
                int length = file.u16(at + 4);
                int size = file.u16(at + 6);
                byte[] data = file.part(at + 8 + dataReserve, length);
                unpacked = folder.method() == STORED ? data : inflated(data, size);
                used = 0;
                at += 8 + dataReserve + length;
                packed += length;
                block++;
            }

            /// Each block is deflated by itself, with the one before as its dictionary.
            private byte[] inflated(byte[] data, int size) throws IOException {
                if (data.length < 2 || data[0] != 'C' || data[1] != 'K') {
                    throw new IOException("a block that MSZIP did not make");
                }
                Inflater inflater = new Inflater(true);
                try {
                    inflater.setInput(data, 2, data.length - 2);
                    if (unpacked.length > 0) {
                        inflater.setDictionary(
                                unpacked, Math.max(0, unpacked.length - 32768), Math.min(unpacked.length, 32768));
                    }
                    byte[] out = new byte[size];
                    int n = 0;
                    while (n < size && !inflater.finished()) {
                        int more = inflater.inflate(out, n, size - n);
                        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                            break;
                        }
                        n += more;
                    }
                    return Arrays.copyOf(out, n);
                } catch (DataFormatException | IllegalArgumentException e) {
                    throw new IOException("a broken block: " + e.getMessage(), e);
                } finally {
                    inflater.end();
                }
            }
        }
    }
}
