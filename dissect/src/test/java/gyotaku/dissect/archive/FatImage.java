package gyotaku.dissect.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Writes a volume of FAT with files in its root, and what disks put around it.
public final class FatImage {

    private static final int SECTOR = 512;
    private static final int BLOCK = 1 << 20;

    private final int bits;
    private final ByteBuffer disk;
    private final int table;
    private final int root;
    private final int data;
    private int slot;
    private int cluster = 2;

    /// @param bits 12, 16 or 32
    public FatImage(int bits) {
        int sectors = switch (bits) {
            case 12 -> 2_000;
            case 16 -> 6_000;
            default -> 68_000;
        };
        int tableSize = (sectors * bits / 8 + SECTOR - 1) / SECTOR;
        int slots = bits == 32 ? 0 : 64;
        this.bits = bits;
        this.disk = ByteBuffer.allocate(sectors * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        this.table = SECTOR;
        int behind = table + tableSize * SECTOR;
        this.data = behind + slots * 32;
        this.root = behind;
        disk.put(0, new byte[] {(byte) 0xeb, 0x3c, (byte) 0x90})
                .putShort(11, (short) SECTOR)
                .put(13, (byte) 1)
                .putShort(14, (short) 1)
                .put(16, (byte) 1)
                .putShort(17, (short) slots)
                .putInt(32, sectors)
                .putShort(510, (short) 0xaa55);
        if (bits == 32) {
            disk.putInt(36, tableSize).putInt(44, cluster);
            // The root has as many clusters as 64 slots take.
            for (int i = 0; i < 4; i++, cluster++) {
                link(cluster, i == 3 ? -1 : cluster + 1);
            }
        } else {
            disk.putShort(22, (short) tableSize);
        }
    }

    private void link(int from, int to) {
        if (bits == 32) {
            disk.putInt(table + from * 4, to & 0x0fff_ffff);
        } else if (bits == 16) {
            disk.putShort(table + from * 2, (short) to);
        } else {
            int at = table + from * 3 / 2;
            int pair = disk.getShort(at) & 0xffff;
            disk.putShort(at, (short) (from % 2 == 0 ? pair & 0xf000 | to & 0xfff : pair & 0xf | (to & 0xfff) << 4));
        }
    }

    public FatImage with(String name, byte[] content) {
        return with(name, content, content.length);
    }

    /// @param size that the entry says
    FatImage with(String name, byte[] content, int size) {
        int first = cluster;
        int count = Math.max(1, (content.length + SECTOR - 1) / SECTOR);
        for (int i = 0; i < count; i++, cluster++) {
            link(cluster, i == count - 1 ? -1 : cluster + 1);
        }
        disk.put(data + (first - 2) * SECTOR, content);
        longName(name);
        int at = root + 32 * slot++;
        disk.put(at, RawZip.ascii("SHORT~1 TXT"))
                .put(at + 11, (byte) 0x20)
                .putShort(at + 20, (short) (first >> 16))
                .putShort(at + 26, (short) first)
                .putInt(at + 28, size);
        return this;
    }

    /// The last file again, and again, and again.
    FatImage chainedToItself() {
        for (int i = bits == 32 ? 6 : 2; i < cluster; i++) {
            link(i, i);
        }
        return this;
    }

    private void longName(String name) {
        byte[] wide = name.getBytes(StandardCharsets.UTF_16LE);
        int pieces = (wide.length + 25) / 26;
        for (int piece = pieces; piece > 0; piece--) {
            byte[] part = new byte[26];
            Arrays.fill(part, (byte) 0xff);
            int from = (piece - 1) * 26;
            int length = Math.min(26, wide.length - from);
            System.arraycopy(wide, from, part, 0, length);
            if (length < 26) {
                part[length] = 0;
                part[length + 1] = 0;
            }
            int at = root + 32 * slot++;
            disk.put(at, (byte) (piece == pieces ? piece | 0x40 : piece))
                    .put(at + 11, (byte) 0x0f)
                    .put(at + 1, part, 0, 10)
                    .put(at + 14, part, 10, 12)
                    .put(at + 28, part, 22, 4);
        }
    }

    /// Deletes the last file, as DOS did.
    public FatImage deleted() {
        disk.put(root + 32 * (slot - 1), (byte) 0xe5);
        return this;
    }

    public byte[] bytes() {
        return disk.array().clone();
    }

    /// On a disk with a partition table of the old kind, and no code to start from.
    public static byte[] partitioned(byte[] volume) {
        ByteBuffer all = ByteBuffer.wrap(new byte[volume.length + 8 * SECTOR]).order(ByteOrder.LITTLE_ENDIAN);
        all.put(446 + 4, (byte) 6)
                .putInt(446 + 8, 8)
                .putInt(446 + 12, volume.length / SECTOR)
                .putShort(510, (short) 0xaa55)
                .put(8 * SECTOR, volume);
        return all.array();
    }

    /// On a disk with a partition table of GUIDs.
    public static byte[] guidPartitioned(byte[] volume) {
        ByteBuffer all = ByteBuffer.wrap(new byte[volume.length + 40 * SECTOR]).order(ByteOrder.LITTLE_ENDIAN);
        all.put(446 + 4, (byte) 0xee)
                .putInt(446 + 8, 1)
                .putShort(510, (short) 0xaa55)
                .put(SECTOR, RawZip.ascii("EFI PART"))
                .putLong(SECTOR + 72, 2)
                .putInt(SECTOR + 80, 4)
                .putInt(SECTOR + 84, 128)
                .putLong(2 * SECTOR, 0x4433_b9e5_ebd0_a0a2L)
                .putLong(2 * SECTOR + 32, 40)
                .put(40 * SECTOR, volume);
        return all.array();
    }

    public static byte[] fixedVhd(byte[] disk) {
        byte[] all = Arrays.copyOf(disk, disk.length + SECTOR);
        System.arraycopy(footer(2, disk.length), 0, all, disk.length, SECTOR);
        return all;
    }

    private static byte[] footer(int type, int size) {
        return ByteBuffer.allocate(SECTOR)
                .put(RawZip.ascii("conectix"))
                .putLong(16, type == 2 ? -1 : SECTOR)
                .putLong(48, size)
                .putInt(60, type)
                .array();
    }

    /// Blocks of zeros are not kept.
    public static byte[] dynamicVhd(byte[] disk) {
        int blocks = (disk.length + BLOCK - 1) / BLOCK;
        ByteBuffer all = ByteBuffer.allocate(SECTOR * 4 + blocks * (BLOCK + SECTOR) + SECTOR);
        all.put(0, footer(3, disk.length))
                .put(SECTOR, RawZip.ascii("cxsparse"))
                .putLong(SECTOR + 16, 3 * SECTOR)
                .putInt(SECTOR + 28, blocks)
                .putInt(SECTOR + 32, BLOCK);
        int at = 4 * SECTOR;
        for (int i = 0; i < blocks; i++) {
            byte[] block = Arrays.copyOfRange(disk, i * BLOCK, (i + 1) * BLOCK);
            boolean kept = !Arrays.equals(block, new byte[BLOCK]);
            all.putInt(3 * SECTOR + 4 * i, kept ? at / SECTOR : -1);
            if (kept) {
                all.put(at + SECTOR, block);
                at += SECTOR + BLOCK;
            }
        }
        return Arrays.copyOf(all.put(at, footer(3, disk.length)).array(), at + SECTOR);
    }

    /// Blocks of zeros are not kept.
    public static byte[] vhdx(byte[] disk) {
        int blocks = (disk.length + BLOCK - 1) / BLOCK;
        ByteBuffer all = ByteBuffer.wrap(new byte[(3 + blocks) * BLOCK]).order(ByteOrder.LITTLE_ENDIAN);
        int regions = 192 << 10;
        all.put(0, RawZip.ascii("vhdxfile")).put(regions, RawZip.ascii("regi")).putInt(regions + 8, 2);
        all.put(regions + 16, id("6677c22d23f600429d64115e9bfd4a08")).putLong(regions + 32, BLOCK);
        all.put(regions + 48, id("06a27c8b90479a4bb8fe575f050f886e")).putLong(regions + 64, 2 * BLOCK);
        int metadata = 2 * BLOCK;
        all.put(metadata, RawZip.ascii("metadata")).putShort(metadata + 10, (short) 3);
        String[] ids = {
            "3767a1ca36fa434db3b633f0aa44e76b", "2442a52f1bcd7648b2115dbed83bf4b8", "1dbf41816fa90947ba47f233a8faab5f"
        };
        for (int i = 0; i < ids.length; i++) {
            all.put(metadata + 32 + 32 * i, id(ids[i])).putInt(metadata + 48 + 32 * i, (64 << 10) + 8 * i);
        }
        all.putInt(metadata + (64 << 10), BLOCK)
                .putLong(metadata + (64 << 10) + 8, disk.length)
                .putInt(metadata + (64 << 10) + 16, SECTOR);
        int place = 3;
        for (int i = 0; i < blocks; i++) {
            byte[] block = Arrays.copyOfRange(disk, i * BLOCK, (i + 1) * BLOCK);
            if (!Arrays.equals(block, new byte[BLOCK])) {
                all.putLong(BLOCK + 8 * i, (long) place << 20 | 6).put(place++ * BLOCK, block);
            }
        }
        return Arrays.copyOf(all.array(), place * BLOCK);
    }

    private static byte[] id(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
