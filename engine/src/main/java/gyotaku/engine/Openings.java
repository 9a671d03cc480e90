package gyotaku.engine;

import gyotaku.dissect.Frames;
import gyotaku.model.Sha256;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was seen in the files of one mail, by what was asked: kept beside the look-ups, so that a replay says the same
/// whatever tools that machine has and however fast it is.
final class Openings {

    private final SortedMap<Sha256, byte[]> kept = Collections.synchronizedSortedMap(new TreeMap<>());

    /// Opens by `opener` and keeps what it says.
    Opener recording(Opener opener) {
        return file -> {
            Opened opened = opener.open(file);
            kept.put(key(file), Frames.bytes(opened));
            return opened;
        };
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
        if (file.wish() != Enclosure.Wish.CONTENT) {
            add(digest, file.wish().name());
        }
        digest.update(file.bytes());
        return Sha256.of(digest);
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
