package gyotaku.engine;

import gyotaku.engine.seal.Seals;
import gyotaku.engine.seal.SigningKey;
import gyotaku.engine.seal.TimeStamp;
import gyotaku.engine.seal.Unsound;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How an examiner vouches for what was written: by key, by time stamp, by both or not at all.
///
/// @param key signs each manifest
/// @param authority stamps each manifest
public record Sealing(Optional<SigningKey> key, Optional<TimeStamp.Authority> authority) {

    /// Neither signed nor stamped.
    public static Sealing none() {
        return new Sealing(Optional.empty(), Optional.empty());
    }

    /// @param missing why there is no time stamp although one was wanted
    public record Sealed(CaseFiles files, Optional<String> missing) {}

    /// The same files, vouched for. Without a time stamp that was wanted the rest holds all the same.
    public Sealed seal(CaseFiles plain) {
        try {
            return seal(plain, Custody.BESIDE, Manifest.read(Manifest.NAME, plain.manifest()));
        } catch (BrokenCase e) {
            throw new IllegalStateException("a manifest that was just written", e);
        }
    }

    /// A later look, vouched for like the case.
    ///
    /// @param missing why there is no time stamp although one was wanted
    public record SealedLook(LookFiles files, Optional<String> missing) {}

    public SealedLook seal(LookFiles plain) {
        try {
            byte[] manifest = Objects.requireNonNull(plain.files().contents().get(Manifest.FILE));
            Sealed sealed = seal(plain.files(), "", Manifest.read(Manifest.FILE, manifest));
            return new SealedLook(new LookFiles(plain.look(), sealed.files()), sealed.missing());
        } catch (BrokenCase e) {
            throw new IllegalStateException("a manifest that was just written", e);
        }
    }

    /// @param folder in which the manifest lies, with `/`, or empty
    Sealed seal(CaseFiles plain, String folder, Manifest manifest) {
        if (authority.isEmpty()) {
            return new Sealed(with(plain, folder, manifest, Optional.empty()), Optional.empty());
        }
        byte[] stamped = manifest.sealedBy(Seals.names(key.isPresent(), true)).bytes();
        try {
            byte[] stamp = TimeStamp.obtain(stamped, authority.get());
            return new Sealed(with(plain, folder, manifest, Optional.of(stamp)), Optional.empty());
        } catch (IOException | Unsound e) {
            return new Sealed(
                    with(plain, folder, manifest, Optional.empty()), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private CaseFiles with(CaseFiles plain, String folder, Manifest manifest, Optional<byte[]> stamp) {
        byte[] named = manifest.sealedBy(Seals.names(key.isPresent(), stamp.isPresent()))
                .bytes();
        SortedMap<String, byte[]> all = new TreeMap<>(plain.contents());
        all.put(folder + Manifest.FILE, named);
        Seals.files(named, key, stamp).forEach((name, bytes) -> all.put(folder + name, bytes));
        return new CaseFiles(all);
    }
}
