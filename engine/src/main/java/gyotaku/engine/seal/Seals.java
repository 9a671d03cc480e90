package gyotaku.engine.seal;

import gyotaku.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What vouches for a manifest, as files beside it. A signature and a time stamp have bytes that neither of them
/// covers; so a list of digests holds them all together, in the form of `sha256sum`.
///
/// @param signedBy whose signature holds
/// @param stamp the time stamp that holds
public record Seals(Optional<VerifyingKey> signedBy, Optional<TimeStamp> stamp) {

    static final String KEY = "manifest.pub";
    static final String SIGNATURE = "manifest.sig";
    static final String STAMP = "manifest.tsr";
    static final String DIGESTS = "manifest.sha256";

    /// What a folder holds whose manifest names no seal.
    public static Seals none() {
        return new Seals(Optional.empty(), Optional.empty());
    }

    /// The names of the files, in order.
    public static List<String> names(boolean signed, boolean stamped) {
        Stream<String> signature = signed ? Stream.of(KEY, SIGNATURE) : Stream.of();
        Stream<String> stamp = stamped ? Stream.of(STAMP) : Stream.of();
        Stream<String> digests = signed || stamped ? Stream.of(DIGESTS) : Stream.of();
        return Stream.of(signature, stamp, digests)
                .flatMap(name -> name)
                .sorted()
                .toList();
    }

    /// Whether a manifest may name these files and no others.
    public static boolean known(List<String> names) {
        return names.equals(names(names.contains(SIGNATURE), names.contains(STAMP)));
    }

    /// Signs and stamps.
    ///
    /// @param stamp over the same bytes, when there is one
    public static SortedMap<String, byte[]> files(byte[] manifest, Optional<SigningKey> key, Optional<byte[]> stamp) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        key.ifPresent(signer -> {
            files.put(KEY, signer.publicKey().pem());
            files.put(SIGNATURE, signer.sign(manifest));
        });
        stamp.ifPresent(response -> files.put(STAMP, response));
        if (!files.isEmpty()) {
            files.put(DIGESTS, digests(files));
        }
        return files;
    }

    private static byte[] digests(Map<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, bytes) -> {
            if (!name.equals(DIGESTS)) {
                lines.append(Sha256.of(bytes)).append("  ").append(name).append('\n');
            }
        });
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Holds these files against the manifest.
    ///
    /// @param files by their names, all that the manifest names
    /// @throws Unsound whose message starts with the name of the first file that does not hold
    public static Seals read(byte[] manifest, SortedMap<String, byte[]> files) throws Unsound {
        String expected = new String(digests(files), StandardCharsets.US_ASCII);
        String found = new String(bytes(files, DIGESTS), StandardCharsets.ISO_8859_1);
        if (!expected.equals(found)) {
            throw new Unsound(firstUnlisted(expected, found) + " is not the file that " + DIGESTS + " names");
        }
        Optional<VerifyingKey> key =
                files.containsKey(SIGNATURE) ? Optional.of(signer(manifest, files)) : Optional.empty();
        Optional<TimeStamp> stamp = files.containsKey(STAMP) ? Optional.of(stamp(manifest, files)) : Optional.empty();
        return new Seals(key, stamp);
    }

    private static byte[] bytes(SortedMap<String, byte[]> files, String name) throws Unsound {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new Unsound(name + " is missing");
        }
        return bytes;
    }

    private static String firstUnlisted(String expected, String found) {
        List<String> listed = found.lines().toList();
        return expected.lines()
                .filter(line -> !listed.contains(line))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse(DIGESTS);
    }

    private static VerifyingKey signer(byte[] manifest, SortedMap<String, byte[]> files) throws Unsound {
        byte[] pem = bytes(files, KEY);
        VerifyingKey key = named(KEY, () -> VerifyingKey.read(pem));
        if (!Arrays.equals(key.pem(), pem)) {
            throw new Unsound(KEY + " is not written as the key is");
        }
        if (!key.vouchesFor(manifest, bytes(files, SIGNATURE))) {
            throw new Unsound(SIGNATURE + " is no signature of the manifest by the key in " + KEY);
        }
        return key;
    }

    private static TimeStamp stamp(byte[] manifest, SortedMap<String, byte[]> files) throws Unsound {
        byte[] response = bytes(files, STAMP);
        return named(STAMP, () -> TimeStamp.read(response, manifest));
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws Unsound;
    }

    private static <T> T named(String file, Step<T> step) throws Unsound {
        try {
            return step.take();
        } catch (Unsound e) {
            throw new Unsound(file + " " + e.getMessage());
        }
    }
}
