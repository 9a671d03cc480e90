package gyotaku.parse.mime;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Header;
import gyotaku.parse.header.EncodedWords;
import gyotaku.parse.header.FieldParameters;
import gyotaku.parse.transfer.TransferCoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the MIME fields of a part. Of fields with the same name the first counts.
final class ContentReader {

    /// Against comparing every line with a boundary as long as the message.
    private static final int LONGEST_BOUNDARY = 1_000;

    /// Against a field of a hundred names.
    private static final int OTHER_NAMES = 8;

    private final Limits limits;
    private final Notes notes;

    ContentReader(Limits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
    }

    /// @param fallback the type of a part that names none: `text/plain`, in a digest `message/rfc822`
    Content read(List<Header> headers, String fallback) {
        Optional<Header> typeField = field(headers, "Content-Type");
        FieldParameters type = parameters(typeField);
        FieldParameters disposition = parameters(field(headers, "Content-Disposition"));
        String media = typeField.map(header -> mediaType(type, header)).orElse(fallback);
        String boundary = boundary(type, media, typeField);
        String name = fileName(type, disposition);
        return new Content(
                media,
                type,
                boundary,
                transfer(headers),
                disposition.value(),
                name,
                contentId(headers),
                otherNames(headers, name, type, disposition),
                isTypeDoubtful(headers, type, media, boundary) || isTransferDoubtful(headers));
    }

    private static boolean isTypeDoubtful(List<Header> headers, FieldParameters type, String media, String boundary) {
        boolean multipart = media.startsWith("multipart/");
        return differ(headers, "Content-Type")
                || !type.value().isEmpty() && !type.value().equals(media)
                || multipart && (boundary.isEmpty() || isBroken(type))
                || !multipart && !type.get("boundary").isEmpty();
    }

    private static boolean isBroken(FieldParameters read) {
        return read.problems().contains(Kind.CONFLICTING_PARAMETER)
                || read.problems().contains(Kind.BAD_PARAMETER);
    }

    private static boolean isTransferDoubtful(List<Header> headers) {
        return differ(headers, "Content-Transfer-Encoding")
                || headers.stream()
                        .filter(header -> header.is("Content-Transfer-Encoding"))
                        .anyMatch(header ->
                                TransferCoding.named(header.body().strip()).isEmpty());
    }

    private static boolean differ(List<Header> headers, String name) {
        return headers.stream()
                        .filter(header -> header.is(name))
                        .map(header -> header.body().strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                > 1;
    }

    /// Whether a name holds signs of the grammar that programs take off or not.
    private static boolean isOdd(String name, List<Header> headers) {
        if (name.startsWith("'") || name.chars().anyMatch(c -> "\"\\;".indexOf(c) >= 0)) {
            return true;
        }
        return name.indexOf('(') >= 0
                && headers.stream()
                        .filter(header -> header.is("Content-Disposition") || header.is("Content-Type"))
                        .anyMatch(header ->
                                header.body().indexOf('(') >= 0 && header.body().indexOf('"') < 0);
    }

    /// The names that the file has for programs that read broken or repeated fields otherwise.
    private List<String> otherNames(
            List<Header> headers, String name, FieldParameters type, FieldParameters disposition) {
        String plain = type.get("name");
        boolean clear = !isOdd(name, headers)
                && !isBroken(type)
                && !isBroken(disposition)
                && (plain.isEmpty() || plain.equals(name))
                && !differ(headers, "Content-Disposition")
                && !differ(headers, "Content-Type");
        if (clear) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (Header header : headers) {
            if (header.is("Content-Disposition")) {
                names.addAll(FieldParameters.readings(header.body(), "filename", limits.commentDepth()));
            } else if (header.is("Content-Type")) {
                names.addAll(FieldParameters.readings(header.body(), "name", limits.commentDepth()));
            }
        }
        names.remove(name);
        names.remove("");
        return names.stream().limit(OTHER_NAMES).toList();
    }

    private Optional<Header> field(List<Header> headers, String name) {
        Header found = null;
        for (Header header : headers) {
            if (header.is(name)) {
                if (found != null) {
                    notes.defect(Kind.DUPLICATE_HEADER, header.span(), header.name() + ": " + header.body());
                    break;
                }
                found = header;
            }
        }
        return Optional.ofNullable(found);
    }

    private FieldParameters parameters(Optional<Header> field) {
        if (field.isEmpty()) {
            return FieldParameters.none();
        }
        Header header = field.get();
        FieldParameters read = FieldParameters.parse(header.body(), limits.parameters(), limits.commentDepth());
        read.problems().forEach(kind -> notes.defect(kind, header.span(), header.name() + ": " + header.body()));
        if (read.cut()) {
            notes.truncated("parameters", limits.parameters(), Text.of("以降のパラメーター", "the parameters after these"));
        }
        return read;
    }

    private String mediaType(FieldParameters type, Header header) {
        String value = type.value();
        int slash = value.indexOf('/');
        if (slash > 0 && slash < value.length() - 1) {
            return value;
        }
        notes.defect(Kind.BAD_CONTENT_TYPE, header.span(), header.name() + ": " + header.body());
        return "text/plain";
    }

    private String boundary(FieldParameters type, String media, Optional<Header> field) {
        String boundary = type.get("boundary").stripTrailing();
        if (media.startsWith("multipart/") && (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY)) {
            field.ifPresent(
                    header -> notes.defect(Kind.MISSING_BOUNDARY, header.span(), header.name() + ": " + header.body()));
            return "";
        }
        return boundary;
    }

    private TransferCoding transfer(List<Header> headers) {
        Optional<Header> field = field(headers, "Content-Transfer-Encoding");
        if (field.isEmpty()) {
            return TransferCoding.IDENTITY;
        }
        FieldParameters read = FieldParameters.parse(field.get().body(), 1, limits.commentDepth());
        Optional<TransferCoding> coding = TransferCoding.named(read.value());
        if (coding.isEmpty()) {
            Header header = field.get();
            notes.defect(Kind.BAD_TRANSFER_ENCODING, header.span(), header.name() + ": " + header.body());
        }
        return coding.orElse(TransferCoding.IDENTITY);
    }

    private static String fileName(FieldParameters type, FieldParameters disposition) {
        String name = disposition.get("filename");
        return name.isEmpty() ? type.get("name") : name;
    }

    private static String contentId(List<Header> headers) {
        for (Header header : headers) {
            if (header.is("Content-ID")) {
                String id = EncodedWords.decode(header.body()).value().strip();
                return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
            }
        }
        return "";
    }
}
