package gyotaku.dissect.archive;

import java.io.IOException;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Reads the tables of virtual disks: VHD (Virtual Hard Disk Image Format Specification 1.0) and VHDX (MS-VHDX), those
/// that need no other disk below them. What a log of VHDX has not yet written is not there.
final class VirtualDisk {

    private static final String FOOTER = "conectix";
    private static final int FOOTER_SIZE = 512;
    private static final int SECTOR = 512;
    private static final int FIXED = 2;
    private static final int DYNAMIC = 3;
    private static final long UNUSED = 0xffff_ffffL;

    /// Against blocks of a byte that make each read a thousand.
    private static final long SMALLEST_BLOCK = SECTOR;

    private static final long MIB = 1 << 20;
    private static final long REGIONS = 192 << 10;
    private static final int MOST_ENTRIES = 2_047;
    private static final String BLOCKS_REGION = "6677c22d23f600429d64115e9bfd4a08";
    private static final String METADATA_REGION = "06a27c8b90479a4bb8fe575f050f886e";
    private static final String PARAMETERS = "3767a1ca36fa434db3b633f0aa44e76b";
    private static final String DISK_SIZE = "2442a52f1bcd7648b2115dbed83bf4b8";
    private static final String SECTOR_SIZE = "1dbf41816fa90947ba47f233a8faab5f";
    private static final int HAS_PARENT = 2;
    private static final int PRESENT = 6;

    private VirtualDisk() {}

    static Disk vhd(Bytes file) throws IOException {
        long footer = file.has(file.size() - FOOTER_SIZE, FOOTER) ? file.size() - FOOTER_SIZE : 0;
        long type = file.u32big(footer + 60);
        if (type == FIXED) {
            return Disk.flat(file, file.size() - FOOTER_SIZE);
        }
        if (type != DYNAMIC) {
            throw new IOException("a virtual disk of type " + type + ", which needs another one below it");
        }
        long header = u64big(file, footer + 16);
        long table = u64big(file, header + 16);
        long count = file.u32big(header + 28);
        long block = blockSize(file.u32big(header + 32));
        long bitmap = (block / SECTOR / 8 + SECTOR - 1) / SECTOR * SECTOR;
        return new Disk(file, Math.min(u64big(file, footer + 48), count * block), block, i -> {
            long sector = file.u32big(table + 4 * i);
            return sector == UNUSED ? Disk.NOWHERE : sector * SECTOR + bitmap;
        });
    }

    private static long u64big(Bytes file, long at) throws IOException {
        return file.u32big(at) << 32 | file.u32big(at + 4);
    }

    private static long blockSize(long size) throws IOException {
        if (size < SMALLEST_BLOCK || Long.bitCount(size) != 1) {
            throw new IOException("blocks of " + size + " bytes");
        }
        return size;
    }

    static Disk vhdx(Bytes file) throws IOException {
        long table = region(file, BLOCKS_REGION);
        long metadata = region(file, METADATA_REGION);
        long parameters = item(file, metadata, PARAMETERS);
        long block = blockSize(file.u32(parameters));
        if ((file.u32(parameters + 4) & HAS_PARENT) != 0) {
            throw new IOException("a virtual disk that needs another one below it");
        }
        long sector = file.u32(item(file, metadata, SECTOR_SIZE));
        // After so many blocks stands one entry of the map of sectors.
        long chunk = Math.max(1, (sector << 23) / block);
        long size = file.u64(item(file, metadata, DISK_SIZE));
        return new Disk(file, size, block, i -> {
            long entry = file.u64(table + 8 * (i + i / chunk));
            return (entry & 7) == PRESENT ? (entry >>> 20) * MIB : Disk.NOWHERE;
        });
    }

    private static long region(Bytes file, String id) throws IOException {
        long count = Math.min(MOST_ENTRIES, file.u32(REGIONS + 8));
        OptionalLong entry = entry(file, REGIONS + 16, count, id);
        return file.u64(entry.orElseThrow(() -> new IOException("a region is missing")) + 16);
    }

    private static long item(Bytes file, long metadata, String id) throws IOException {
        OptionalLong entry = entry(file, metadata + 32, Math.min(MOST_ENTRIES, file.u16(metadata + 10)), id);
        return metadata + file.u32(entry.orElseThrow(() -> new IOException("a field of its metadata is missing")) + 16);
    }

    private static OptionalLong entry(Bytes file, long from, long count, String id) throws IOException {
        for (long i = 0; i < count; i++) {
            if (HexFormat.of().formatHex(file.part(from + 32 * i, 16)).equals(id)) {
                return OptionalLong.of(from + 32 * i);
            }
        }
        return OptionalLong.empty();
    }
}
