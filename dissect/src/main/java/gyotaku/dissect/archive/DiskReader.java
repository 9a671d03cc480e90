package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads images of disks: plain ones, VHD and VHDX, with a partition table (MBR; GPT of UEFI 2.10, section 5) or
/// without. FAT volumes are looked into, others are named.
@AutoService(FormatReader.class)
public final class DiskReader implements FormatReader {

    private static final int SECTOR = 512;
    private static final int TABLE = 446;
    private static final int PARTITION = 16;
    private static final int PROTECTIVE = 0xee;

    /// Of a GPT; more are not made by any system.
    private static final int MOST_PARTITIONS = 128;

    @Override
    public boolean reads(Specimen file) {
        return switch (file.kind()) {
            case "application/x-raw-disk-image", "application/x-vhd", "application/x-vhdx" -> true;
            case "" -> isPartitioned(new Bytes(file.bytes()));
            default -> false;
        };
    }

    /// Code that starts a computer is not needed on a disk that is only mounted.
    private static boolean isPartitioned(Bytes file) {
        if (!file.has(SECTOR - 2, "U\u00aa")) {
            return false;
        }
        try {
            boolean flags = true;
            for (int i = 0; i < 4; i++) {
                flags &= (file.u8(TABLE + i * PARTITION) & 0x7f) == 0;
            }
            return flags && file.u8(TABLE + 4) != 0 && file.u32(TABLE + 8) > 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        Bytes bytes = new Bytes(file.bytes());
        Disk disk = switch (file.kind()) {
            case "application/x-vhd" -> VirtualDisk.vhd(bytes);
            case "application/x-vhdx" -> VirtualDisk.vhdx(bytes);
            default -> Disk.flat(bytes, bytes.size());
        };
        if (told(disk, 0, "", found)) {
            return;
        }
        List<Long> starts = partitions(disk);
        if (starts.isEmpty()) {
            found.state(Opened.State.NOT_LOOKED_INTO, "no file system that is known here");
        }
        for (int i = 0; i < starts.size(); i++) {
            String path = starts.size() == 1 ? "" : String.valueOf(i + 1);
            if (!told(disk, starts.get(i), path, found)) {
                found.state(
                        Opened.State.NOT_LOOKED_INTO, "partition " + (i + 1) + ": no file system that is known here");
            }
        }
    }

    /// @return whether a volume begins there
    private static boolean told(Disk disk, long start, String path, Findings found) throws IOException {
        Bytes boot = disk.read(start, SECTOR);
        for (String other : List.of("NTFS    ", "EXFAT   ", "-FVE-FS-")) {
            if (boot.has(3, other)) {
                String name = other.equals("-FVE-FS-") ? "BitLocker" : other.strip();
                found.state(Opened.State.NOT_LOOKED_INTO, "a volume of " + name);
                return true;
            }
        }
        Optional<FatVolume> volume = FatVolume.at(disk, start);
        if (volume.isPresent()) {
            volume.get().tell(path, found);
        }
        return volume.isPresent();
    }

    private static List<Long> partitions(Disk disk) throws IOException {
        Bytes first = disk.read(0, SECTOR);
        List<Long> starts = new ArrayList<>();
        for (int at = TABLE; first.has(SECTOR - 2, "U\u00aa") && at < SECTOR - 2; at += PARTITION) {
            int type = first.u8(at + 4);
            if (type == PROTECTIVE) {
                return guidPartitions(disk);
            }
            if (type != 0) {
                starts.add(first.u32(at + 8) * SECTOR);
            }
        }
        return starts;
    }

    private static List<Long> guidPartitions(Disk disk) throws IOException {
        Bytes header = disk.read(SECTOR, SECTOR);
        List<Long> starts = new ArrayList<>();
        long count = header.has(0, "EFI PART") ? Math.min(MOST_PARTITIONS, header.u32(80)) : 0;
        for (int i = 0; i < count; i++) {
            Bytes entry = disk.read(header.u64(72) * SECTOR + i * header.u32(84), 48);
            if (entry.u64(0) != 0 || entry.u64(8) != 0) {
                starts.add(entry.u64(32) * SECTOR);
            }
        }
        return starts;
    }
}
