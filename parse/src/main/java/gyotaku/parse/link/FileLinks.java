package gyotaku.parse.link;

import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Written;
import java.util.Optional;

/// Takes the URLs that were seen in a file, and in files in it, as links of the mail.
final class FileLinks {

    private final Links links;
    private final Attachment file;

    FileLinks(Links links, Attachment file) {
        this.links = links;
        this.file = file;
    }

    void read() {
        read(file.opened(), file.name());
    }

    /// Goes as deep as the files, which is bounded by `Limits.Files.depth`.
    private void read(Opened opened, String path) {
        opened.links().forEach(written -> add(written, path));
        for (Inside inside : opened.files()) {
            read(inside.opened(), beneath(path, inside.name()));
        }
    }

    private void add(Written written, String path) {
        Found found =
                new Found(written.text(), written.url(), url(written.url()), written.context(), Optional.empty(), 0, 0);
        links.add(found, file.partPath(), beneath(path, written.place()), file::span);
    }

    /// Names without a scheme, and URLs in disguise, made into URLs.
    private static String url(String written) {
        if (written.contains("://")) {
            return written;
        }
        return TextUrls.in(written).stream()
                .filter(hit -> hit.start() == 0)
                .map(TextUrls.Hit::url)
                .findFirst()
                .orElse(written);
    }

    private static String beneath(String path, String name) {
        return name.isEmpty() ? path : path.isEmpty() ? name : path + " › " + name;
    }
}
