package gyotaku.analyse.detect.attachment;

import gyotaku.model.Evidence;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Trait;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A file that the mail brings, or one in such a file.
///
/// @param attachment that it came in
/// @param path names from the attachment down: `a.zip › b.docx`
/// @param name its own, or empty
/// @param kind media type by content, or empty
/// @param container kind of the file that it lies in; empty for the attachment itself
/// @param siblings how many files lie beside it, itself too
record Piece(
        Attachment attachment, String path, String name, String kind, String container, int siblings, Opened opened) {

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/vnd.rar",
            "application/x-7z-compressed",
            "application/gzip",
            "application/x-tar",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-arj",
            "application/x-lzh",
            "application/x-ace-compressed",
            "application/vnd.ms-cab-compressed",
            "application/x-iso9660-image",
            "application/x-udf-image",
            "application/x-vhd",
            "application/x-vhdx",
            "application/x-raw-disk-image");

    static Stream<Piece> of(ParsedMail mail) {
        return mail.attachments().stream().flatMap(file -> {
            String shown = file.name().isEmpty() ? file.type() : file.name();
            Piece whole = new Piece(file, shown, file.name(), file.looksLike(), "", 1, file.opened());
            return Stream.concat(Stream.of(whole), whole.inner());
        });
    }

    /// At most `Limits.Files.depth` deep.
    private Stream<Piece> inner() {
        return opened.files().stream().flatMap(file -> {
            Piece piece = inside(file);
            return Stream.concat(Stream.of(piece), piece.inner());
        });
    }

    private Piece inside(Inside file) {
        String shown = file.name().isEmpty() ? file.looksLike() : file.name();
        return new Piece(
                attachment,
                path + " › " + shown,
                file.name(),
                file.looksLike(),
                kind,
                opened.files().size(),
                file.opened());
    }

    boolean isInner() {
        return !container.isEmpty() || !path.equals(attachment.name()) && path.contains(" › ");
    }

    boolean isPacked() {
        return ARCHIVES.contains(container);
    }

    boolean isPage() {
        return kind.equals("text/html");
    }

    List<Trait> traits(Trait.Kind... kinds) {
        Set<Trait.Kind> wanted = Set.of(kinds);
        return opened.traits().stream()
                .filter(trait -> wanted.contains(trait.kind()))
                .toList();
    }

    Evidence evidence(Trait trait) {
        return attachment.evidence(path + ": " + trait.kind().label().en() + ": " + trait.detail());
    }

    Evidence evidence() {
        return isInner() ? attachment.evidence(path) : attachment.evidence();
    }
}
