package gyotaku.dissect.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes an image of a disc with one file in its root (ECMA-119).
public final class IsoImage {

    private static final int SECTOR = 2048;

    private IsoImage() {}

    public static byte[] of(String name, byte[] content) {
        ByteBuffer disc = ByteBuffer.allocate(20 * SECTOR + content.length).order(ByteOrder.LITTLE_ENDIAN);
        disc.put(16 * SECTOR, (byte) 1).put(16 * SECTOR + 1, RawZip.ascii("CD001\u0001"));
        disc.put(17 * SECTOR, (byte) 255).put(17 * SECTOR + 1, RawZip.ascii("CD001\u0001"));
        int at = 18 * SECTOR;
        record(disc, 16 * SECTOR + 156, 18, SECTOR, 2, new byte[1]);
        record(disc, at, 18, SECTOR, 2, new byte[1]);
        record(disc, at + 34, 18, SECTOR, 2, new byte[] {1});
        record(disc, at + 68, 20, content.length, 0, RawZip.ascii(name + ";1"));
        return disc.put(20 * SECTOR, content).array();
    }

    private static void record(ByteBuffer disc, int at, int sector, int size, int flags, byte[] name) {
        disc.put(at, (byte) (33 + name.length + (name.length + 1) % 2))
                .putInt(at + 2, sector)
                .putInt(at + 10, size)
                .put(at + 25, (byte) flags)
                .put(at + 32, (byte) name.length)
                .put(at + 33, name);
    }
}
