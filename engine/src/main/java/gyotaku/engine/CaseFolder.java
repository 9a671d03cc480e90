package gyotaku.engine;

import gyotaku.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// A case on disk. It appears whole or not at all, and only its owner can read it.
public record CaseFolder(Path path) {

    /// Writes a case below `parent`. A different case of the same name is moved aside to `<name>~1`, `~2` …, never
    /// lost;
    /// an equal one is left alone.
    public static CaseFolder write(Path parent, String name, CaseFiles files) throws IOException {
        createPrivate(parent);
        Path target = parent.resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && new CaseFolder(target).holds(files)) {
            return new CaseFolder(target);
        }
        grow(parent, target, files, CaseFolder::moveAside);
        return new CaseFolder(target);
    }

    /// Adds a later look beside the first, which stays as it is.
    ///
    /// @return its folder
    /// @throws BrokenCase when there is a look of that second already
    public Path add(LookFiles look) throws BrokenCase, IOException {
        Path inside = path.toRealPath();
        Path target = inside.resolve(Custody.LOOKS).resolve(look.name());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrokenCase(target + " is there already");
        }
        Path beside = Objects.requireNonNull(inside.getParent(), "a case folder lies in a folder");
        grow(beside, target, look.files(), free -> createPrivate(Objects.requireNonNull(free.getParent())));
        return target;
    }

    @FunctionalInterface
    private interface Making {
        void room(Path target) throws IOException;
    }

    /// Whole or not at all: it grows under another name, also when the process is interrupted.
    private static void grow(Path parent, Path target, CaseFiles files, Making making) throws IOException {
        Path growing = Files.createTempDirectory(parent, ".growing-");
        Semaphore turn = new Semaphore(1);
        Thread whenInterrupted = new Thread(() -> {
            turn.acquireUninterruptibly();
            deleteTree(growing);
        });
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        try {
            for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
                inTurn(turn, () -> place(growing.resolve(file.getKey()), file.getValue()));
            }
            inTurn(turn, () -> {
                making.room(target);
                Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
            });
        } finally {
            inTurn(turn, () -> deleteTree(growing));
            forget(whenInterrupted);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    /// Who ends the process takes the turn and keeps it: nothing is written after the folder was taken away.
    private static void inTurn(Semaphore turn, Step step) throws IOException {
        turn.acquireUninterruptibly();
        try {
            step.take();
        } finally {
            turn.release();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook finds nothing to delete.
        }
    }

    private static void place(Path file, byte[] bytes) throws IOException {
        createPrivate(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
        restrict(file, "rw-------");
    }

    private static void moveAside(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (int i = 1; ; i++) {
            Path aside = target.resolveSibling(target.getFileName() + "~" + i);
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether every one of these files is in the folder with the same bytes.
    public boolean holds(CaseFiles files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
            Path inside = path.resolve(file.getKey());
            if (!Files.isRegularFile(inside)
                    || !Sha256.of(Files.readAllBytes(inside)).equals(Sha256.of(file.getValue()))) {
                return false;
            }
        }
        return true;
    }

    /// What is needed to do the analysis again.
    ///
    /// @param threads for the replay
    public Recording recording(int threads) throws BrokenCase {
        requireFile(Recording.INDEX);
        return Recording.read(path, threads);
    }

    /// Holds the folder, and every later look in it, against its manifests.
    ///
    /// @throws BrokenCase naming the first entry that does not hold
    public Verified verify() throws BrokenCase {
        requireFile(Manifest.NAME);
        return Custody.verify(path);
    }

    /// The seals of this folder put on files that its manifest describes as well: what a replay made again is vouched
    /// for by the same signature. Files that differ stay as they are, as do those of a folder
    /// whose manifest does not hold.
    public CaseFiles sealing(CaseFiles again) {
        return Custody.sealing(path, again);
    }

    private void requireFile(String name) throws BrokenCase {
        if (!Files.isRegularFile(path.resolve(name))) {
            throw new BrokenCase(path + " is no case folder: it has no " + name);
        }
    }
}
