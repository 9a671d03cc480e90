package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import java.io.IOException;

/// Lists LZH archives (headers of level 0 to 2 of LHA for UNIX) and takes out what is stored in them.
@AutoService(FormatReader.class)
public final class LzhReader implements FormatReader {

    private static final int NAME = 1;
    private static final int FOLDER_NAME = 2;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-lzh");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        Bytes bytes = new Bytes(file.bytes());
        long at = 0;
        int listed = 0;
        while (at + 22 < bytes.size() && bytes.u8(at) != 0 && bytes.has(at + 2, "-")) {
            Member member = member(bytes, at);
            if (member.method().equals("-lh0-") || member.method().equals("-lz4-")) {
                found.file(member.name(), member.packed(), bytes.stream(member.content(), member.packed()));
            } else if (!member.method().equals("-lhd-")) {
                String why = "packed by " + member.method();
                found.lockedFile(member.name(), member.size(), Opened.State.NOT_LOOKED_INTO, why);
                listed++;
            }
            at = member.content() + member.packed();
        }
        if (listed > 0) {
            found.state(Opened.State.NOT_LOOKED_INTO, "LZH: " + listed + " files are listed, not unpacked");
        }
    }

    private record Member(String method, String name, long size, long content, long packed) {}

    private static Member member(Bytes file, long at) throws IOException {
        String method = file.ascii(at + 2, 5);
        long packed = file.u32(at + 7);
        long size = file.u32(at + 11);
        return switch (file.u8(at + 20)) {
            case 0 -> {
                String name = Names.of(file.part(at + 22, file.u8(at + 21)));
                yield new Member(method, name, size, at + 2 + file.u8(at), packed);
            }
            case 1 -> {
                byte[] base = file.part(at + 22, file.u8(at + 21));
                long first = at + file.u8(at);
                yield extended(file, method, base, size, first, packed, true);
            }
            case 2 -> extended(file, method, new byte[0], size, at + 24, packed, false);
            default -> throw new IOException("LZH header of level " + file.u8(at + 20));
        };
    }

    /// @param next where the size of the first extended header stands
    /// @param counted whether extended headers count as packed bytes
    private static Member extended(
            Bytes file, String method, byte[] base, long size, long next, long packed, boolean counted)
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
        return new Member(method, folder + Names.of(name), size, at + 2, Math.max(0, content));
    }
}
