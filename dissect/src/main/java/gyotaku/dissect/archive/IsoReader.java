package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.Text;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads images of optical discs (ECMA-119, that is ISO 9660; Joliet; names of Rock Ridge). Windows shows the Joliet
/// tree where there is one; what only the plain tree holds is told as well.
@AutoService(FormatReader.class)
public final class IsoReader implements FormatReader {

    private static final int SECTOR = 2048;
    private static final int FIRST_VOLUME = 16;
    private static final String MARK = "CD001";
    private static final int PRIMARY = 1;
    private static final int SUPPLEMENTARY = 2;
    private static final int END = 255;

    /// Against a tree that was grown to be walked.
    private static final int MOST_RECORDS = 20_000;

    private static final int FOLDER = 2;

    private record Item(String path, long at, long size) {}

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-iso9660-image");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        Disc disc = new Disc(new Bytes(file.bytes()));
        List<Item> joliet = disc.joliet().isPresent() ? disc.items(disc.joliet().get(), true) : List.of();
        List<Item> plain =
                disc.primary().isPresent() ? disc.items(disc.primary().get(), false) : List.of();
        Set<Long> told = new HashSet<>();
        for (Item item : joliet) {
            told.add(item.at());
            tell(item, disc, found);
        }
        for (Item item : plain) {
            if (joliet.isEmpty() || item.size() > 0 && !told.contains(item.at())) {
                if (!joliet.isEmpty()) {
                    found.trait(Trait.Kind.AMBIGUOUS, item.path() + " is in one of the two trees only");
                }
                tell(item, disc, found);
            }
        }
        if (disc.cut()) {
            found.truncated("records", MOST_RECORDS, Text.of("以降の項目", "the entries after these"));
        }
        if (joliet.isEmpty() && plain.isEmpty()) {
            found.state(Opened.State.NOT_LOOKED_INTO, "no file is in its ISO 9660 part");
        }
    }

    private static void tell(Item item, Disc disc, Findings found) {
        long there = Math.max(0, Math.min(item.size(), disc.file.size() - item.at()));
        try {
            found.file(item.path(), there, disc.file.stream(Math.min(item.at(), disc.file.size()), there));
        } catch (IOException e) {
            found.broken(item.path(), e);
        }
        if (there < item.size()) {
            found.state(Opened.State.BROKEN, item.path() + ": the image ends before it does");
        }
    }

    private static final class Disc {
        private final Bytes file;
        private Optional<Long> primary = Optional.empty();
        private Optional<Long> joliet = Optional.empty();
        private int records;

        Disc(Bytes file) throws IOException {
            this.file = file;
            for (long at = (long) FIRST_VOLUME * SECTOR; file.has(at + 1, MARK); at += SECTOR) {
                int type = file.u8(at);
                if (type == PRIMARY && primary.isEmpty()) {
                    primary = Optional.of(at);
                } else if (type == SUPPLEMENTARY && file.has(at + 88, "%/") && joliet.isEmpty()) {
                    joliet = Optional.of(at);
                } else if (type == END) {
                    break;
                }
            }
        }

        Optional<Long> primary() {
            return primary;
        }

        Optional<Long> joliet() {
            return joliet;
        }

        boolean cut() {
            return records >= MOST_RECORDS;
        }

        /// The files below the root that the volume names.
        List<Item> items(long volume, boolean wide) throws IOException {
            List<Item> items = new ArrayList<>();
            Deque<Item> folders = new ArrayDeque<>();
            Set<Long> seen = new HashSet<>();
            folders.add(new Item("", file.u32(volume + 158) * SECTOR, file.u32(volume + 166)));
            while (!folders.isEmpty()) {
                Item folder = folders.remove();
                if (seen.add(folder.at())) {
                    walk(folder, wide, items, folders);
                }
            }
            return items;
        }

        private void walk(Item folder, boolean wide, List<Item> items, Deque<Item> folders) throws IOException {
            long end = Math.min(file.size(), folder.at() + folder.size());
            long at = folder.at();
            while (at < end && records < MOST_RECORDS) {
                int length = file.u8(at);
                if (length < 34 || at + length > end) {
                    // Records do not cross sectors.
                    at = (at / SECTOR + 1) * SECTOR;
                    continue;
                }
                records++;
                String name = name(at, length, wide);
                if (!name.isEmpty()) {
                    String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
                    Item item = new Item(path, file.u32(at + 2) * SECTOR, file.u32(at + 10));
                    ((file.u8(at + 25) & FOLDER) != 0 ? folders : items).add(item);
                }
                at += length;
            }
        }

        /// Empty for the folder itself and the one above.
        private String name(long at, int length, boolean wide) throws IOException {
            int size = file.u8(at + 32);
            byte[] raw = file.part(at + 33, Math.min(size, length - 33));
            if (size == 1 && raw[0] <= 1) {
                return "";
            }
            String plain = wide ? new String(raw, StandardCharsets.UTF_16BE) : rock(at, length, size, raw);
            int version = plain.lastIndexOf(';');
            return version > 0 ? plain.substring(0, version) : plain;
        }

        /// The name of Rock Ridge (IEEE P1282, NM) where the record has one.
        private String rock(long at, int length, int size, byte[] raw) throws IOException {
            long field = at + 33 + size + (size + 1) % 2;
            while (field + 5 < at + length) {
                int long1 = file.u8(field + 2);
                if (file.has(field, "NM") && long1 > 5) {
                    return Names.of(file.part(field + 5, Math.min(long1, at + length - field) - 5));
                }
                if (long1 < 4) {
                    break;
                }
                field += long1;
            }
            return Names.of(raw);
        }
    }
}
