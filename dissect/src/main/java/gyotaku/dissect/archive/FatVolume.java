package gyotaku.dissect.archive;

import gyotaku.dissect.Findings;
import gyotaku.model.Text;
import gyotaku.model.mail.Opened;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A volume of FAT12, FAT16 or FAT32 (ECMA-107; Microsoft FAT32 File System Specification 1.03) with long names.
/// Deleted files are named; what lay in them is not guessed.
final class FatVolume {

    /// Against folders that were grown to be walked.
    private static final int MOST_SLOTS = 50_000;

    private static final int SLOT = 32;
    private static final int LONG_NAME = 0x0f;
    private static final int LABEL = 0x08;
    private static final int FOLDER = 0x10;
    private static final int DELETED = 0xe5;
    private static final int LARGEST_FAT12 = 4_085;
    private static final int LARGEST_FAT16 = 65_525;

    private record Folder(String path, long cluster) {}

    private final Disk disk;
    private final long start;
    private final int clusterSize;
    private final long table;
    private final long root;
    private final int rootSize;
    private final long data;
    private final long clusters;
    private final long rootCluster;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private int slots;

    private FatVolume(Disk disk, long start, Bytes boot) throws IOException {
        this.disk = disk;
        this.start = start;
        int sector = boot.u16(11);
        this.clusterSize = sector * boot.u8(13);
        long tableSize = (boot.u16(22) != 0 ? boot.u16(22) : boot.u32(36)) * sector;
        long total = (boot.u16(19) != 0 ? boot.u16(19) : boot.u32(32)) * sector;
        this.table = (long) boot.u16(14) * sector;
        this.root = table + boot.u8(16) * tableSize;
        this.rootSize = boot.u16(17) * SLOT;
        this.data = root + (rootSize + sector - 1L) / sector * sector;
        this.clusters = Math.max(0, (total - data) / clusterSize);
        this.rootCluster = rootSize == 0 ? boot.u32(44) : 0;
    }

    /// The volume that begins there, when its first sector describes one.
    static Optional<FatVolume> at(Disk disk, long start) throws IOException {
        Bytes boot = disk.read(start, 512);
        int sector = boot.u16(11);
        int perCluster = boot.u8(13);
        boolean isVolume = boot.u8(510) == 0x55
                && boot.u8(511) == 0xaa
                && sector >= 512
                && sector <= 4096
                && Integer.bitCount(sector) == 1
                && Integer.bitCount(perCluster) == 1
                && boot.u16(14) > 0
                && (boot.u8(16) == 1 || boot.u8(16) == 2)
                && (boot.u16(22) > 0 || boot.u32(36) > 0);
        return isVolume ? Optional.of(new FatVolume(disk, start, boot)) : Optional.empty();
    }

    /// @param path that its files lie below, or empty
    void tell(String path, Findings found) throws IOException {
        if (rootSize > 0) {
            walk(new Folder(path, 0), disk.read(start + root, rootSize), new LongName(), found);
        } else {
            folders.add(new Folder(path, rootCluster));
        }
        while (!folders.isEmpty() && slots < MOST_SLOTS) {
            Folder folder = folders.remove();
            LongName name = new LongName();
            long cluster = folder.cluster();
            boolean more = true;
            while (more && isData(cluster) && seen.add(cluster) && slots < MOST_SLOTS) {
                more = walk(folder, cluster(cluster), name, found);
                cluster = next(cluster);
            }
        }
        if (slots >= MOST_SLOTS) {
            found.truncated("records", MOST_SLOTS, Text.of("以降の項目", "the entries after these"));
        }
    }

    private boolean isData(long cluster) {
        return cluster >= 2 && cluster < clusters + 2;
    }

    private Bytes cluster(long cluster) throws IOException {
        return disk.read(start + data + (cluster - 2) * clusterSize, clusterSize);
    }

    private long next(long cluster) throws IOException {
        if (clusters < LARGEST_FAT12) {
            int pair = disk.read(start + table + cluster * 3 / 2, 2).u16(0);
            return cluster % 2 == 0 ? pair & 0xfff : pair >> 4;
        }
        return clusters < LARGEST_FAT16
                ? disk.read(start + table + cluster * 2, 2).u16(0)
                : disk.read(start + table + cluster * 4, 4).u32(0) & 0x0fff_ffff;
    }

    /// @return whether the folder may go on in another cluster
    private boolean walk(Folder folder, Bytes content, LongName name, Findings found) throws IOException {
        for (int at = 0; at + SLOT <= content.size() && slots < MOST_SLOTS; at += SLOT) {
            slots++;
            if (content.u8(at) == 0) {
                return false;
            }
            int attributes = content.u8(at + 11);
            if ((attributes & 0x3f) == LONG_NAME) {
                name.add(content, at);
                continue;
            }
            String own = name.taken().orElse(shortName(content, at));
            if ((attributes & LABEL) == 0 && content.u8(at) != '.') {
                String path = folder.path().isEmpty() ? own : folder.path() + "/" + own;
                tell(path, attributes, content, at, found);
            }
        }
        return true;
    }

    private void tell(String path, int attributes, Bytes content, int at, Findings found) throws IOException {
        long high = clusters < LARGEST_FAT16 ? 0 : content.u16(at + 20);
        long cluster = high << 16 | content.u16(at + 26);
        long size = content.u32(at + 28);
        if (content.u8(at) == DELETED) {
            if ((attributes & FOLDER) == 0) {
                found.lockedFile(path, size, Opened.State.NOT_LOOKED_INTO, "it is deleted");
            }
        } else if ((attributes & FOLDER) != 0) {
            folders.add(new Folder(path, cluster));
        } else {
            long before = disk.stored();
            try {
                found.file(path, () -> disk.stored() - before, new Content(cluster, size));
            } catch (IOException e) {
                found.broken(path, e);
            }
        }
    }

    private static String shortName(Bytes content, int at) throws IOException {
        byte[] raw = content.part(at, 11);
        raw[0] = raw[0] == 5 ? (byte) DELETED : raw[0] == (byte) DELETED ? (byte) '?' : raw[0];
        String stem = Names.of(Arrays.copyOf(raw, 8)).stripTrailing();
        String ending = Names.of(Arrays.copyOfRange(raw, 8, 11)).stripTrailing();
        return ending.isEmpty() ? stem : stem + "." + ending;
    }

    /// The pieces of a long name, which stand before its entry, the last one first.
    private static final class LongName {
        private static final int MOST_PIECES = 20;
        private String name = "";
        private int pieces;

        void add(Bytes content, int at) throws IOException {
            if (pieces++ < MOST_PIECES) {
                byte[] raw = new byte[26];
                System.arraycopy(content.part(at + 1, 10), 0, raw, 0, 10);
                System.arraycopy(content.part(at + 14, 12), 0, raw, 10, 12);
                System.arraycopy(content.part(at + 28, 4), 0, raw, 22, 4);
                String piece = new String(raw, StandardCharsets.UTF_16LE);
                int end = piece.indexOf(0);
                name = (end < 0 ? piece : piece.substring(0, end)) + name;
            }
        }

        Optional<String> taken() {
            String taken = name;
            name = "";
            pieces = 0;
            return taken.isEmpty() ? Optional.empty() : Optional.of(taken);
        }
    }

    /// A file, one cluster after the other. A chain that runs in a circle ends with the size of the file.
    private final class Content extends InputStream {
        private long cluster;
        private long left;
        private Bytes current = new Bytes(new byte[0]);
        private int used;

        Content(long cluster, long size) {
            this.cluster = cluster;
            this.left = size;
        }

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
            if (used == current.size()) {
                if (!isData(cluster)) {
                    throw new EOFException("its clusters end before it does");
                }
                current = cluster(cluster);
                cluster = next(cluster);
                used = 0;
            }
            int n = (int) Math.min(Math.min(len, left), current.size() - used);
            System.arraycopy(current.all(), used, bytes, off, n);
            used += n;
            left -= n;
            return n;
        }
    }
}
