package gyotaku.engine;

import gyotaku.dissect.Frames;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// What was seen in the files of one mail, by what was asked: kept beside the look-ups, so that a replay says the same
/// whatever tools that machine has and however fast it is. All files of a mail together may take so long and say so
/// much; equal ones are opened once. Used by one thread.
final class Openings {

    private final Limits.Files limits;
    private final LongSupplier nanos;
    private final SortedMap<Sha256, byte[]> kept = new TreeMap<>();
    private Duration taken = Duration.ZERO;
    private long said;

    /// @param nanos a clock whose differences count
    Openings(Limits.Files limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /// Opens by `opener` and keeps what it says.
    Opener recording(Opener opener) {
        return file -> {
            Sha256 key = key(file);
            byte[] before = kept.get(key);
            if (before != null) {
                return read(before);
            }
            long start = nanos.getAsLong();
            Opened opened = spent().orElseGet(() -> opener.open(file));
            taken = taken.plusNanos(nanos.getAsLong() - start);
            byte[] bytes = Frames.bytes(opened);
            // The message that a file keeps is no more than the file.
            said += Math.max(0, bytes.length - 2L * file.bytes().length);
            kept.put(key, bytes);
            return opened;
        };
    }

    /// Why no more files are opened, when they are not.
    private Optional<Opened> spent() {
        if (taken.compareTo(limits.allTime()) >= 0) {
            return Optional.of(unopened("allTime", limits.allTime().toSeconds()));
        }
        return said >= limits.allAnswerBytes()
                ? Optional.of(unopened("allAnswerBytes", limits.allAnswerBytes()))
                : Optional.empty();
    }

    private static Opened unopened(String limit, long value) {
        Truncated truncated = new Truncated(limit, value, Text.of("以降のファイルの中身", "what is in the files after these"));
        return new Opened(
                Opened.State.NOT_LOOKED_INTO,
                "the files before it took all that a mail may take",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(truncated),
                Optional.empty());
    }

    /// Says again what was kept.
    static Opener playing(SortedMap<Sha256, byte[]> kept) {
        return file -> {
            byte[] bytes = kept.get(key(file));
            return bytes == null ? Opened.of(Opened.State.NOT_LOOKED_INTO, "it is not in the recording") : read(bytes);
        };
    }

    private static Opened read(byte[] bytes) {
        try {
            return Frames.opened(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SortedMap<Sha256, byte[]> kept() {
        return new TreeMap<>(kept);
    }

    /// Of everything that the answer depends on.
    private static Sha256 key(Enclosure file) {
        MessageDigest digest = Sha256.digest();
        add(digest, file.name());
        add(digest, file.type());
        file.passwords().forEach(password -> add(digest, password));
        add(digest, "");
        add(digest, file.wish().name());
        digest.update(file.bytes());
        return Sha256.of(digest);
    }

    /// With its length before it: a name can hold any character.
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
