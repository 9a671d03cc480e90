package gyotaku.dissect.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The directory at the end of a ZIP file (PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16).
///
/// @param base where the archive begins in the file: what stands before belongs to something else
/// @param from where the directory begins
/// @param to where its last record ends, the comment included
/// @param members in its order, at most as many as were asked for
/// @param entries how many it says it has
/// @param broken whether it ends before that
record ZipDirectory(long base, long from, long to, List<ZipMember> members, long entries, boolean broken) {

    private static final String END = "PK\u0005\u0006";
    private static final String END64 = "PK\u0006\u0006";
    private static final String LOCATOR64 = "PK\u0006\u0007";
    private static final int END_LENGTH = 22;
    private static final int LOCATOR64_LENGTH = 20;

    ZipDirectory {
        members = List.copyOf(members);
    }

    /// Every directory in the file whose end record points to one, the last first.
    ///
    /// @param most members that are read of each
    static List<ZipDirectory> in(Bytes file, int most) {
        List<ZipDirectory> found = new ArrayList<>();
        // Against a file of nothing but end records.
        for (int at = file.size() - END_LENGTH; at >= 0 && found.size() < 8; at--) {
            if (file.has(at, END)) {
                at(file, at, most).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<ZipDirectory> at(Bytes file, int end, int most) {
        try {
            long entries = file.u16(end + 10);
            long size = file.u32(end + 12);
            long offset = file.u32(end + 16);
            long to = (long) end + END_LENGTH + file.u16(end + 20L);
            long before = end;
            Optional<Long> wide = wide(file, end);
            if (wide.isPresent()) {
                before = wide.get();
                entries = file.u64(before + 32);
                size = file.u64(before + 40);
                offset = file.u64(before + 48);
            }
            boolean empty = size == 0 && entries == 0;
            long from = file.has(before - size, ZipHeaders.CENTRAL) || empty ? before - size : offset;
            if (!file.has(from, ZipHeaders.CENTRAL) && !empty) {
                return Optional.empty();
            }
            return Optional.of(read(file, Math.max(0, from - offset), from, to, entries, most));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> wide(Bytes file, int end) throws IOException {
        long locator = end - (long) LOCATOR64_LENGTH;
        if (!file.has(locator, LOCATOR64)) {
            return Optional.empty();
        }
        long said = file.u64(locator + 8);
        // It has no length of its own that could be trusted; without extensible data it takes 56 bytes.
        long usual = locator - 56;
        return file.has(usual, END64)
                ? Optional.of(usual)
                : file.has(said, END64) ? Optional.of(said) : Optional.empty();
    }

    private static ZipDirectory read(Bytes file, long base, long from, long to, long entries, int most) {
        ZipHeaders headers = new ZipHeaders(file);
        List<ZipMember> members = new ArrayList<>();
        long at = from;
        boolean broken = false;
        try {
            // How many it says there are is not believed: what has the signature is read.
            while (members.size() < most && file.has(at, ZipHeaders.CENTRAL)) {
                members.add(headers.central(at, base));
                at = headers.afterCentral(at);
            }
            broken = members.size() < Math.min(entries, most);
        } catch (IOException _) {
            broken = true;
        }
        return new ZipDirectory(base, from, to, members, entries, broken);
    }
}
