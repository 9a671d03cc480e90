package gyotaku.engine;

import gyotaku.engine.seal.Seals;
import gyotaku.engine.seal.TimeStamp;
import gyotaku.engine.seal.Unsound;
import gyotaku.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds a case folder against its manifests. The folder may come from a stranger: links are not followed, nothing
/// outside is read, and no file is read beyond the size that its manifest names.
final class Custody {

    static final String LOOKS = "looks";

    /// The folder of a case's manifest.
    static final String BESIDE = "evidence/";

    /// One entry has some 300 bytes; against a file that fills memory.
    private static final int MANIFEST_BYTES = 32 << 20;

    /// Against a tree that is deeper than anything we write.
    private static final int DEPTH = 16;

    private static final Pattern LOOK = Pattern.compile("[0-9]{8}T[0-9]{6}Z");

    private final Path root;

    private Custody(Path root) {
        this.root = root;
    }

    /// @throws BrokenCase naming the first entry that does not hold
    static Verified verify(Path folder) throws BrokenCase {
        try {
            return new Custody(folder.toRealPath()).all();
        } catch (IOException e) {
            throw new BrokenCase(BrokenCase.reason(e));
        }
    }

    /// See [CaseFolder#sealing].
    static CaseFiles sealing(Path folder, CaseFiles again) {
        try {
            Custody custody = new Custody(folder.toRealPath());
            byte[] bytes = custody.bytes(Manifest.NAME, MANIFEST_BYTES);
            Manifest made = Manifest.read(Manifest.NAME, again.manifest());
            List<String> seals = Manifest.read(Manifest.NAME, bytes).seals();
            if (!Seals.known(seals) || !Arrays.equals(made.sealedBy(seals).bytes(), bytes)) {
                return again;
            }
            SortedMap<String, byte[]> all = new TreeMap<>(again.contents());
            all.put(Manifest.NAME, bytes);
            for (String name : seals) {
                all.put(BESIDE + name, custody.bytes(BESIDE + name, TimeStamp.MOST_BYTES));
            }
            return new CaseFiles(all);
        } catch (IOException | BrokenCase _) {
            return again;
        }
    }

    private Verified all() throws IOException, BrokenCase {
        One first = one("", Manifest.NAME, Manifest.START);
        List<Verified.Look> looks = new ArrayList<>();
        String head = first.manifest.head();
        for (String path : looks()) {
            One look = one(path + "/", path + "/" + Manifest.FILE, head);
            head = look.manifest.head();
            looks.add(new Verified.Look(path, look.manifest.entries().size(), head, look.seals));
        }
        return new Verified(first.manifest.entries().size(), first.manifest.head(), first.seals, looks);
    }

    private record One(Manifest manifest, Seals seals) {}

    /// One folder with its manifest.
    ///
    /// @param prefix of the folder below the case, empty or with `/` at its end
    private One one(String prefix, String name, String after) throws IOException, BrokenCase {
        byte[] bytes = bytes(name, MANIFEST_BYTES);
        Manifest manifest = Manifest.read(name, bytes);
        if (!manifest.after().equals(after)) {
            throw new BrokenCase(name + " does not go on from the chain before it");
        }
        Optional<String> broken = manifest.firstBrokenLink();
        if (broken.isPresent()) {
            throw new BrokenCase(name + ": the chain breaks at " + broken.get());
        }
        String beside = name.substring(0, name.length() - Manifest.FILE.length());
        Seals seals = seals(manifest, bytes, beside);
        Set<String> named = new HashSet<>(List.of(name));
        manifest.seals().forEach(seal -> named.add(beside + seal));
        for (Manifest.Entry entry : manifest.entries()) {
            hold(prefix + entry.path(), entry);
            named.add(prefix + entry.path());
        }
        refuseStrays(prefix, named);
        return new One(manifest, seals);
    }

    private Seals seals(Manifest manifest, byte[] bytes, String beside) throws IOException, BrokenCase {
        if (manifest.seals().isEmpty()) {
            return Seals.none();
        }
        if (!Seals.known(manifest.seals())) {
            throw new BrokenCase(beside + Manifest.FILE + " names seals that are none: " + manifest.seals());
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : manifest.seals()) {
            files.put(name, bytes(beside + name, TimeStamp.MOST_BYTES));
        }
        try {
            return Seals.read(bytes, files);
        } catch (Unsound e) {
            throw new BrokenCase(beside + e.getMessage());
        }
    }

    private void hold(String path, Manifest.Entry entry) throws IOException, BrokenCase {
        Path file = regular(path);
        if (Files.size(file) != entry.size() || !digest(file).hex().equals(entry.sha256())) {
            throw new BrokenCase(path + " is not the file that was recorded");
        }
    }

    private byte[] bytes(String path, int most) throws IOException, BrokenCase {
        Path file = regular(path);
        if (Files.size(file) > most) {
            throw new BrokenCase(path + " is larger than such a file can be");
        }
        return Files.readAllBytes(file);
    }

    /// Every step of the way is a folder and the last a file: none is a link.
    private Path regular(String path) throws BrokenCase {
        Path at = root;
        String[] steps = path.split("/");
        for (int i = 0; i < steps.length; i++) {
            at = at.resolve(steps[i]);
            if (Files.isSymbolicLink(at)) {
                throw new BrokenCase(path + " is reached by a link");
            }
            if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                throw new BrokenCase(path + " is missing");
            }
            if (i == steps.length - 1 && !Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
                throw new BrokenCase(path + " is no file");
            }
        }
        return at;
    }

    private static Sha256 digest(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.of(digest);
    }

    private void refuseStrays(String prefix, Set<String> named) throws IOException, BrokenCase {
        Set<String> folders = new HashSet<>();
        named.forEach(name -> {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash));
            }
        });
        Path top = root.resolve(prefix);
        Path apart = root.resolve(LOOKS);
        try (Stream<Path> all = Files.walk(top, DEPTH)) {
            Optional<String> stray = all.filter(path -> !path.equals(top))
                    .filter(path -> !prefix.isEmpty() || !path.startsWith(apart))
                    .map(this::name)
                    .filter(name -> !named.contains(name) && !folders.contains(name))
                    .min(Comparator.naturalOrder());
            if (stray.isPresent()) {
                throw new BrokenCase(stray.get() + " is not in the manifest");
            }
        } catch (UncheckedIOException e) {
            throw new BrokenCase(BrokenCase.reason(Objects.requireNonNull(e.getCause())));
        }
    }

    /// The folders of the later looks, in the order of time.
    private List<String> looks() throws IOException, BrokenCase {
        Path folder = root.resolve(LOOKS);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrokenCase(LOOKS + " is no folder");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> all = inside.sorted().toList();
            for (Path look : all) {
                if (!LOOK.matcher(look.getFileName().toString()).matches()
                        || !Files.isDirectory(look, LinkOption.NOFOLLOW_LINKS)) {
                    throw new BrokenCase(name(look) + " is no look that was recorded");
                }
            }
            return all.stream().map(this::name).toList();
        }
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
