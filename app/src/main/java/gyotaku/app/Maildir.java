package gyotaku.app;

import java.nio.file.Files;
import java.nio.file.Path;

/// A Maildir: messages in `cur` (seen; flags behind the name) and `new`, halves of messages in `tmp`, and beside them
/// files of the server, which are none. Its folders are Maildirs in it whose names begin with a dot (Maildir++).
final class Maildir {

    private Maildir() {}

    static boolean is(Path folder) {
        return Files.isDirectory(folder.resolve("cur"))
                && (Files.isDirectory(folder.resolve("new")) || Files.isDirectory(folder.resolve("tmp")));
    }

    /// Whether that entry of a Maildir holds messages.
    static boolean holdsMessages(Path entry) {
        String name = entry.getFileName().toString();
        return name.equals("cur") || name.equals("new") || is(entry);
    }
}
