package gyotaku.dissect.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All that lies in a ZIP file, and where programs that read it differently would disagree.
///
/// @param members the listed ones in the order of the directory, then the others in the order of the file
/// @param ambiguities in words, for people who know the format
/// @param broken whether the directory is missing or ends too early
/// @param empty whether it lacks even an empty directory
record ZipMap(List<ZipMember> members, Set<String> ambiguities, boolean broken, boolean empty) {

    /// Against a file that differs in a thousand places.
    private static final int MOST_AMBIGUITIES = 20;

    private record Range(long from, long to, String name, boolean isContent) {}

    /// @param most members
    /// @param whole whether all of the file should belong to the archive
    static ZipMap of(Bytes file, int most, boolean whole) {
        return new Survey(file, most).survey(whole);
    }

    private static final class Survey {
        private final Bytes file;
        private final int most;
        private final ZipHeaders headers;
        private final List<ZipMember> members = new ArrayList<>();
        private final Set<Long> known = new HashSet<>();
        private final Set<String> ambiguities = new LinkedHashSet<>();
        private final List<Range> ranges = new ArrayList<>();

        Survey(Bytes file, int most) {
            this.file = file;
            this.most = most;
            this.headers = new ZipHeaders(file);
        }

        ZipMap survey(boolean whole) {
            List<ZipDirectory> directories = ZipDirectory.in(file, most);
            boolean broken = directories.isEmpty();
            if (!directories.isEmpty()) {
                ZipDirectory last = directories.getFirst();
                broken = last.broken();
                add(last);
                overlaps();
                directories.stream().skip(1).filter(this::isOutside).forEach(this::second);
            }
            if (whole) {
                unlisted(!directories.isEmpty());
            }
            return new ZipMap(members, ambiguities, broken, directories.isEmpty());
        }

        private void add(ZipDirectory directory) {
            ranges.add(new Range(directory.from(), directory.to(), "the directory", false));
            for (ZipMember member : directory.members()) {
                members.add(member);
                known.add(member.headerAt());
                compare(member);
            }
        }

        /// What the directory says, beside what the header of the file itself says.
        private void compare(ZipMember listed) {
            if (!file.has(listed.headerAt(), ZipHeaders.LOCAL)) {
                return;
            }
            try {
                ZipMember local = headers.local(listed.headerAt());
                long content = headers.content(listed.headerAt());
                ranges.add(new Range(
                        listed.headerAt(),
                        Math.min(file.size(), content + Math.max(0, listed.packed())),
                        listed.name(),
                        true));
                if (!local.name().equals(listed.name())) {
                    note(listed.name() + " in the directory, " + local.name() + " in its header");
                }
                if (local.method() != listed.method() || local.isEncrypted() != listed.isEncrypted()) {
                    note(listed.name() + ": packed otherwise in the directory than in its header");
                }
                boolean sized = local.packed() >= 0;
                if (sized && (local.packed() != listed.packed() || local.size() != listed.size())) {
                    note(listed.name() + ": " + listed.size() + " bytes in the directory, " + local.size()
                            + " in its header");
                }
            } catch (IOException _) {
                note(listed.name() + ": its header is cut");
            }
        }

        private void overlaps() {
            ranges.sort(Comparator.comparingLong(Range::from).thenComparingLong(Range::to));
            Range before = null;
            for (Range range : ranges) {
                if (before != null && range.from() < before.to()) {
                    note(before.name() + " and " + range.name() + " overlap");
                }
                before = before == null || range.to() > before.to() ? range : before;
            }
        }

        /// A directory inside of a file of the archive belongs to that file.
        private boolean isOutside(ZipDirectory directory) {
            return ranges.stream()
                    .filter(Range::isContent)
                    .noneMatch(range -> directory.from() >= range.from() && directory.to() <= range.to());
        }

        private void second(ZipDirectory directory) {
            note("a second directory of " + directory.members().size() + " files");
            for (ZipMember member : directory.members()) {
                if (members.size() < most && known.add(member.headerAt())) {
                    members.add(member);
                    compare(member);
                }
            }
        }

        /// Files that lie there without being listed.
        private void unlisted(boolean listedOthers) {
            ranges.sort(Comparator.comparingLong(Range::from));
            int next = 0;
            long at = 0;
            while (at < file.size() && members.size() < most) {
                while (next < ranges.size() && ranges.get(next).to() <= at) {
                    next++;
                }
                if (next < ranges.size() && ranges.get(next).from() <= at) {
                    at = ranges.get(next).to();
                } else if (file.has(at, ZipHeaders.LOCAL) && !known.contains(at)) {
                    at = unlisted(at, next < ranges.size() ? ranges.get(next).from() : file.size(), listedOthers);
                } else {
                    at++;
                }
            }
        }

        /// @return where to go on
        private long unlisted(long at, long stop, boolean listedOthers) {
            try {
                ZipMember local = headers.local(at);
                long content = headers.content(at);
                long end = local.packed() >= 0 ? content + local.packed() : end(content, stop);
                if (end > file.size()) {
                    end = Math.min(file.size(), stop);
                }
                ZipMember member = new ZipMember(
                        local.name(),
                        local.flags(),
                        local.method(),
                        local.crc(),
                        end - content,
                        local.size(),
                        at,
                        local.time(),
                        0,
                        local.aes());
                members.add(member);
                known.add(at);
                if (listedOthers) {
                    note(local.name() + " is not in the directory");
                }
                return Math.max(at + ZipHeaders.LOCAL_LENGTH, end);
            } catch (IOException _) {
                return at + 1;
            }
        }

        /// The next record after content whose size is said after it.
        private long end(long content, long stop) {
            for (long at = content; at < stop; at++) {
                if (file.has(at, "PK\u0007\u0008") || file.has(at, ZipHeaders.LOCAL)) {
                    return at;
                }
            }
            return stop;
        }

        private void note(String what) {
            if (ambiguities.size() < MOST_AMBIGUITIES) {
                ambiguities.add(what);
            }
        }
    }
}
