package gyotaku.dissect.archive;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of an archive some of which only the `bsdtar` command unpacks, where it is installed. They are told in
/// their order, under the names that our reader gives them.
final class PackedFiles {

    private static final String LISTED = "it is listed, not unpacked: ";
    private static final String MISSING = LISTED + "the bsdtar command is not installed";

    private sealed interface Member {
        String name();

        long size();

        /// Its bytes lie in the archive.
        record Stored(String name, long size, InputStream content) implements Member {}

        record Closed(String name, long size, Opened.State why, String detail) implements Member {}

        /// Told already.
        record Told(String name, long size) implements Member {}

        /// @param length bytes that it takes in the archive
        record Packed(String name, long size, long length) implements Member {}
    }

    private final Findings found;
    private final List<Member> members = new ArrayList<>();

    PackedFiles(Findings found) {
        this.found = found;
    }

    void stored(String name, long length, InputStream content) {
        members.add(new Member.Stored(name, length, content));
    }

    void closed(String name, long size, Opened.State why, String detail) {
        members.add(new Member.Closed(name, size, why, detail));
    }

    void told(String name, long size) {
        members.add(new Member.Told(name, size));
    }

    void packed(String name, long size, long length) {
        members.add(new Member.Packed(name, size, length));
    }

    /// Whether as many as may be told are there.
    boolean full() {
        return members.size() > found.limits().count();
    }

    /// Tells of all.
    ///
    /// @param archive that holds the packed ones
    /// @param onlyPacked whether the archive holds the packed ones alone
    void tell(byte[] archive, boolean onlyPacked) throws IOException {
        Optional<Bsdtar> bsdtar =
                members.stream().anyMatch(Member.Packed.class::isInstance) ? Bsdtar.onPath() : Optional.empty();
        if (bsdtar.isEmpty()) {
            list(MISSING);
            return;
        }
        Bsdtar.Run started;
        try {
            started = bsdtar.get().unpack(archive);
        } catch (IOException e) {
            list(LISTED + e.getMessage());
            return;
        }
        try (Bsdtar.Run run = started) {
            unpack(run, onlyPacked);
        }
    }

    private void list(String why) throws IOException {
        for (Member member : members) {
            tell(member, Optional.empty(), why);
        }
    }

    private void unpack(Bsdtar.Run run, boolean onlyPacked) throws IOException {
        String failure = "";
        String broken = "";
        for (Member member : members) {
            Optional<InputStream> content = Optional.empty();
            boolean isThere = !onlyPacked || member instanceof Member.Packed;
            if (failure.isEmpty() && isThere) {
                try {
                    content = Optional.of(run.next(member.size()));
                } catch (IOException e) {
                    failure = failed(run, e);
                }
            }
            try {
                tell(member, content, LISTED + failure);
            } catch (IOException e) {
                failure = failed(run, e);
                broken = member.name() + ": " + failure;
            }
        }
        if (!broken.isEmpty()) {
            found.state(Opened.State.BROKEN, broken);
        }
    }

    private static String failed(Bsdtar.Run run, IOException e) {
        String said = run.failure();
        return said.startsWith("bsdtar") ? said : "bsdtar: " + (said.isEmpty() ? e.getMessage() : said);
    }

    private void tell(Member member, Optional<InputStream> unpacked, String why) throws IOException {
        switch (member) {
            case Member.Stored(String name, long size, InputStream content) -> found.file(name, size, content);
            case Member.Closed(String name, long size, Opened.State state, String detail) ->
                found.lockedFile(name, size, state, detail);
            case Member.Told _ -> {}
            case Member.Packed(String name, long size, long length) -> {
                if (unpacked.isPresent()) {
                    found.file(name, length, unpacked.get());
                } else {
                    found.lockedFile(name, size, Opened.State.NOT_LOOKED_INTO, why);
                    found.state(Opened.State.NOT_LOOKED_INTO, why);
                }
            }
        }
    }
}
