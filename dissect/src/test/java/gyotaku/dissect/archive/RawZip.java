package gyotaku.dissect.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes ZIP files record by record, the wrong ones too.
public final class RawZip {

    /// A file as one header tells of it.
    public record Told(byte[] name, int flags, int method, int crc, int packed, int size, int mode) {
        Told named(byte[] other) {
            return new Told(other, flags, method, crc, packed, size, mode);
        }

        Told sized(int other) {
            return new Told(name, flags, method, crc, packed, other, mode);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> central = new ArrayList<>();

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    public static Told stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return new Told(ascii(name), 0, 0, (int) crc.getValue(), content.length, content.length, 0);
    }

    public RawZip raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /// A file that both headers tell of in the same way.
    public RawZip file(String name, byte[] content) {
        return file(stored(name, content), stored(name, content), content);
    }

    public RawZip file(Told local, Told listed, byte[] packed) {
        int at = out.size();
        unlisted(local, packed);
        return listed(listed, at);
    }

    public RawZip unlisted(Told local, byte[] packed) {
        ByteBuffer header = buffer(30 + local.name().length).putInt(0x04034b50).putShort((short) 20);
        common(header, local).putShort((short) 0).put(local.name());
        out.writeBytes(written(header));
        out.writeBytes(packed);
        return this;
    }

    int size() {
        return out.size();
    }

    public RawZip listed(Told told, int at) {
        int made = told.mode() == 0 ? 20 : 3 << 8 | 20;
        ByteBuffer header = buffer(46 + told.name().length)
                .putInt(0x02014b50)
                .putShort((short) made)
                .putShort((short) 20);
        common(header, told)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(told.mode() << 16)
                .putInt(at)
                .put(told.name());
        central.add(written(header));
        return this;
    }

    private static ByteBuffer common(ByteBuffer header, Told told) {
        return header.putShort((short) told.flags())
                .putShort((short) told.method())
                .putInt(0)
                .putInt(told.crc())
                .putInt(told.packed())
                .putInt(told.size())
                .putShort((short) told.name().length);
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] withoutDirectory() {
        return out.toByteArray();
    }

    /// Ends the archive; what was written before it goes with it.
    public byte[] end(String comment) {
        int from = out.size();
        central.forEach(out::writeBytes);
        out.writeBytes(written(buffer(22 + comment.length())
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) central.size())
                .putShort((short) central.size())
                .putInt(out.size() - from)
                .putInt(from)
                .putShort((short) comment.length())
                .put(ascii(comment))));
        central.clear();
        return out.toByteArray();
    }
}
