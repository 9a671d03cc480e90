package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads ZIP files (PKWARE APPNOTE 6.3.10) as the union of what different programs see in them: the files that the
/// directory lists, those that it does not, and those of a second directory.
@AutoService(FormatReader.class)
public final class ZipReader implements FormatReader {

    /// How far from the end the directory is looked for in files of other kinds: the longest comment.
    private static final int TAIL = 66 << 10;

    private static final int MOST_PASSWORDS = 30;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument";
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /// Where the parts of an Office document lie: its own reader looks at them.
    private static final Set<String> OFFICE_FOLDERS =
            Set.of("_rels", "docprops", "word", "xl", "ppt", "customxml", CONTENT_TYPES.toLowerCase(Locale.ROOT));

    @Override
    public boolean reads(Specimen file) {
        return isZip(file.kind()) || file.kind().startsWith(OFFICE) || endsWithZip(file);
    }

    private static boolean isZip(String kind) {
        return kind.equals("application/zip")
                || kind.equals("application/java-archive")
                || kind.equals("application/vnd.android.package-archive");
    }

    /// Whether a ZIP file was appended to a file of another kind, a program or a picture.
    private static boolean endsWithZip(Specimen file) {
        byte[] bytes = file.bytes();
        Bytes tail = new Bytes(
                bytes.length <= TAIL ? bytes : java.util.Arrays.copyOfRange(bytes, bytes.length - TAIL, bytes.length));
        boolean hasEnd = false;
        for (int at = tail.size() - 22; at >= 0 && !hasEnd; at--) {
            hasEnd = tail.has(at, "PK\u0005\u0006");
        }
        return hasEnd
                && ZipDirectory.in(new Bytes(bytes), 1).stream()
                        .anyMatch(directory -> !directory.members().isEmpty()
                                && (directory.to() == bytes.length
                                        || file.kind().isEmpty()));
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        boolean ownKind = !endsWithOther(file);
        ZipMap map = ZipMap.of(new Bytes(file.bytes()), found.limits().count() + 1, ownKind);
        if (!ownKind) {
            found.trait(Trait.Kind.AMBIGUOUS, file.kind() + " with a ZIP file at its end");
        }
        map.ambiguities().forEach(what -> found.trait(Trait.Kind.AMBIGUOUS, what));
        if (map.members().isEmpty() && map.empty()) {
            found.state(Opened.State.BROKEN, "no file is in it");
        } else if (map.broken()) {
            found.state(Opened.State.BROKEN, "its directory is broken");
        }
        Contents contents = new Contents(new Bytes(file.bytes()), found);
        boolean office = file.kind().startsWith(OFFICE)
                && map.members().stream().anyMatch(member -> member.name().equals(CONTENT_TYPES));
        for (ZipMember member : map.members()) {
            if (!member.isFolder() && !(office && isOfficePart(member.name()))) {
                contents.tell(member);
            }
        }
        contents.end();
    }

    private static boolean endsWithOther(Specimen file) {
        return !file.kind().isEmpty() && !isZip(file.kind()) && !file.kind().startsWith(OFFICE);
    }

    private static boolean isOfficePart(String name) {
        int slash = name.indexOf('/');
        String top = slash < 0 ? name : name.substring(0, slash);
        return OFFICE_FOLDERS.contains(top.toLowerCase(Locale.ROOT));
    }

    /// Unpacks the members one after the other.
    private static final class Contents {
        private final Bytes file;
        private final Findings found;
        private final Keys keys;
        private final ZipHeaders headers;
        private final Set<String> names = new HashSet<>();
        private final List<String> locked = new ArrayList<>();
        private String broken = "";

        Contents(Bytes file, Findings found) {
            this.file = file;
            this.found = found;
            this.keys = new Keys(found, MOST_PASSWORDS);
            this.headers = new ZipHeaders(file);
        }

        void tell(ZipMember member) {
            if (!names.add(member.name().toLowerCase(Locale.ROOT))) {
                found.trait(Trait.Kind.AMBIGUOUS, "two files of the name " + member.name());
            }
            try {
                unpack(member);
            } catch (IOException | RuntimeException e) {
                broken = member.name() + ": " + e.getMessage();
            }
        }

        private void unpack(ZipMember member) throws IOException {
            if (!file.has(member.headerAt(), ZipHeaders.LOCAL)) {
                broken = member.name() + ": nothing lies where the directory says";
                found.lockedFile(member.name(), Math.max(0, member.size()), Opened.State.BROKEN, "nothing lies there");
                return;
            }
            long at = headers.content(member.headerAt());
            long length = Math.max(0, Math.min(member.packed(), file.size() - at));
            if (length < member.packed()) {
                broken = member.name() + ": the file ends before it does";
            }
            if (!member.isEncrypted()) {
                plain(member, length, file.stream(at, length));
                return;
            }
            found.trait(Trait.Kind.ENCRYPTED, member.name());
            byte[] encrypted = file.part(at, length);
            Optional<byte[]> opened =
                    member.isEncryptedOtherwise() && member.aes().isEmpty()
                            ? Optional.empty()
                            : keys.open(password -> opened(member, encrypted, password));
            if (opened.isPresent()) {
                plain(member, length, new ByteArrayInputStream(opened.get()));
            } else {
                locked.add(member.name());
                found.lockedFile(member.name(), Math.max(0, member.size()), Opened.State.LOCKED, "");
            }
        }

        private Optional<byte[]> opened(ZipMember member, byte[] encrypted, String password) throws IOException {
            Optional<byte[]> packed = ZipLock.open(member, encrypted, password);
            return member.aes().isPresent() ? packed : packed.filter(bytes -> fits(member, bytes));
        }

        /// Whether it unpacks to what it should be; as much of it as may be unpacked.
        private boolean fits(ZipMember member, byte[] packed) {
            try (InputStream in = ZipContent.unpacked(member.method(), new ByteArrayInputStream(packed), member.size())
                    .orElseThrow(() -> new IOException("unknown method"))) {
                Checked checked = new Checked(in);
                byte[] buffer = new byte[16 << 10];
                while (checked.read(buffer, 0, buffer.length) >= 0) {
                    if (checked.count() > found.limits().unpackedBytes()) {
                        return true;
                    }
                }
                return checked.crc() == member.crc();
            } catch (IOException | RuntimeException _) {
                return false;
            }
        }

        private void plain(ZipMember member, long packed, InputStream in) throws IOException {
            Optional<InputStream> unpacked = ZipContent.unpacked(member.method(), in, member.size());
            if (unpacked.isEmpty()) {
                String why = "packed by method " + member.method();
                found.lockedFile(member.name(), Math.max(0, member.size()), Opened.State.NOT_LOOKED_INTO, why);
                return;
            }
            try (Checked checked = new Checked(unpacked.get())) {
                if (member.isLink()) {
                    link(member, checked);
                } else if (found.file(member.name(), packed, checked)) {
                    compare(member, checked);
                }
            }
        }

        private void link(ZipMember member, InputStream in) throws IOException {
            String target = Names.of(in.readNBytes(4096));
            found.trait(Trait.Kind.PATH_ESCAPE, member.name() + " → " + target);
        }

        private void compare(ZipMember member, Checked read) {
            if (member.size() >= 0 && read.count() != member.size()) {
                found.trait(
                        Trait.Kind.AMBIGUOUS,
                        member.name() + ": " + read.count() + " bytes, said to be " + member.size());
            }
            boolean hasSum = member.aes().map(aes -> aes.version() == 1).orElse(member.size() >= 0);
            if (hasSum && read.crc() != member.crc()) {
                broken = member.name() + ": its checksum does not fit";
            }
        }

        void end() {
            if (!locked.isEmpty()) {
                found.state(Opened.State.LOCKED, "");
            } else if (!broken.isEmpty()) {
                found.state(Opened.State.BROKEN, broken);
            }
        }
    }
}
