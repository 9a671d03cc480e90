package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Reads LZH archives (headers of level 0 to 2 of LHA for UNIX). What is stored in them is taken out here, the rest is
/// unpacked by the `bsdtar` command where it is installed.
@AutoService(FormatReader.class)
public final class LzhReader implements FormatReader {

    private static final Set<String> STORED = Set.of("-lh0-", "-lz4-");

    /// Length of the plainest header.
    private static final int PLAIN = 25;

    private static final int NAME = 1;
    private static final int FOLDER_NAME = 2;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-lzh");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        Bytes bytes = new Bytes(file.bytes());
        PackedFiles files = new PackedFiles(found);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            long at = 0;
            while (at + 22 < bytes.size() && bytes.u8(at) != 0 && bytes.has(at + 2, "-") && !files.full()) {
                Member member = member(bytes, at);
                if (STORED.contains(member.method())) {
                    files.stored(member.name(), member.packed(), bytes.stream(member.content(), member.packed()));
                } else if (!member.method().equals("-lhd-")) {
                    files.packed(member.name(), member.size(), member.packed());
                    packed.writeBytes(plain(bytes, member));
                }
                at = member.content() + member.packed();
            }
        } finally {
            packed.write(0);
            files.tell(packed.toByteArray(), true);
        }
    }

    /// The file with the plainest header (level 0) and a name of ours: `bsdtar` stumbles over Japanese names.
    private static byte[] plain(Bytes file, Member member) throws IOException {
        byte[] header = ByteBuffer.allocate(PLAIN)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (PLAIN - 2))
                .put((byte) 0)
                .put(member.method().getBytes(StandardCharsets.ISO_8859_1))
                .putInt((int) member.packed())
                .putInt((int) member.size())
                .putInt(0)
                .put((byte) 0x20)
                .put((byte) 0)
                .put((byte) 1)
                .put((byte) 'f')
                .putShort((short) member.sum())
                .array();
        for (int i = 2; i < PLAIN; i++) {
            header[1] += header[i];
        }
        byte[] whole = Arrays.copyOf(header, Math.toIntExact(PLAIN + member.packed()));
        System.arraycopy(file.part(member.content(), member.packed()), 0, whole, PLAIN, (int) member.packed());
        return whole;
    }

    private record Member(String method, String name, long size, long content, long packed, int sum) {}

    private static Member member(Bytes file, long at) throws IOException {
        String method = file.ascii(at + 2, 5);
        long packed = file.u32(at + 7);
        long size = file.u32(at + 11);
        return switch (file.u8(at + 20)) {
            case 0 -> {
                String name = Names.of(file.part(at + 22, file.u8(at + 21)));
                int sum = file.u16(at + 22 + file.u8(at + 21));
                yield new Member(method, name, size, at + 2 + file.u8(at), packed, sum);
            }
            case 1 -> {
                byte[] base = file.part(at + 22, file.u8(at + 21));
                long first = at + file.u8(at);
                int sum = file.u16(at + 22 + base.length);
                yield extended(file, method, base, size, first, packed, true, sum);
            }
            case 2 -> extended(file, method, new byte[0], size, at + 24, packed, false, file.u16(at + 21));
            default -> throw new IOException("LZH header of level " + file.u8(at + 20));
        };
    }

    /// @param next where the size of the first extended header stands
    /// @param counted whether extended headers count as packed bytes
    /// @param sum checksum of its content
    private static Member extended(
            Bytes file, String method, byte[] base, long size, long next, long packed, boolean counted, int sum)
            throws IOException {
        byte[] name = base;
        String folder = "";
        long at = next;
        long content = packed;
        int length = file.u16(at);
        while (length > 2) {
            byte[] data = file.part(at + 3, length - 3L);
            if (file.u8(at + 2) == NAME) {
                name = data;
            } else if (file.u8(at + 2) == FOLDER_NAME) {
                for (int i = 0; i < data.length; i++) {
                    data[i] = data[i] == -1 ? (byte) '/' : data[i];
                }
                folder = Names.of(data);
            }
            at += length;
            content -= counted ? length : 0;
            length = file.u16(at);
        }
        return new Member(method, folder + Names.of(name), size, at + 2, Math.max(0, content), sum);
    }
}
