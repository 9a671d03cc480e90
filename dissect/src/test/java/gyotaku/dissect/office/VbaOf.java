package gyotaku.dissect.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A compound file with a VBA project of one module (MS-OVBA 2.2), its source packed without packing anything.
public final class VbaOf {

    private VbaOf() {}

    public static byte[] module(String name, String source) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            DirectoryEntry project = file.getRoot().createDirectory("Macros").createDirectory("VBA");
            String code = "Attribute VB_Name = \"" + name + "\"\r\n" + source.replace("\n", "\r\n");
            project.createDocument("dir", in(container(dir(name))));
            project.createDocument(name, in(container(code.getBytes(StandardCharsets.US_ASCII))));
            project.createDocument("_VBA_PROJECT", in(new byte[16]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /// The records that name the module and say where its source begins (MS-OVBA 2.3.4.2).
    private static byte[] dir(String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        byte[] wide = name.getBytes(StandardCharsets.UTF_16LE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entry(out, 0x03, new byte[] {(byte) 0xe4, 0x04});
        entry(out, 0x19, letters);
        entry(out, 0x47, wide);
        entry(out, 0x1a, letters);
        entry(out, 0x32, wide);
        entry(out, 0x31, new byte[4]);
        entry(out, 0x21, new byte[0]);
        entry(out, 0x2b, new byte[0]);
        entry(out, 0x10, new byte[0]);
        return out.toByteArray();
    }

    private static void entry(ByteArrayOutputStream out, int id, byte[] content) {
        out.write(id);
        out.write(0);
        for (int i = 0; i < 4; i++) {
            out.write(content.length >> 8 * i);
        }
        out.writeBytes(content);
    }

    /// A compressed container whose chunks hold literal bytes only (MS-OVBA 2.4.1).
    private static byte[] container(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        for (int from = 0; from < bytes.length; from += 3_200) {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            int to = Math.min(bytes.length, from + 3_200);
            for (int i = from; i < to; i += 8) {
                chunk.write(0);
                chunk.write(bytes, i, Math.min(8, to - i));
            }
            int header = chunk.size() - 1 | 0xb000;
            out.write(header);
            out.write(header >> 8);
            out.writeBytes(chunk.toByteArray());
        }
        return out.toByteArray();
    }
}
