package gyotaku.parse.mime;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.charset.Coding;
import gyotaku.parse.charset.DecodedBytes;
import gyotaku.parse.charset.MetaCharset;
import gyotaku.parse.charset.TextDecoder;
import gyotaku.parse.transfer.TransferCoding;
import gyotaku.parse.transfer.Transferred;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a message into its MIME tree (RFC 2045 to 2049) with the content of every part decoded.
public final class MimeReader {

    private static final Sha256 OF_NOTHING = Sha256.of(new byte[0]);

    private final Limits limits;
    private final Notes notes;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();

    private final Converter converter;
    private final IdentityHashMap<Node, Source> signed = new IdentityHashMap<>();

    MimeReader(Limits limits, Notes notes, Converter converter) {
        this.limits = limits;
        this.notes = notes;
        this.converter = converter;
    }

    /// Reads what is MIME, and nothing in it that is not.
    public static MimeMessage read(Source source, Limits limits, Notes notes) {
        return read(source, limits, notes, Converter.none());
    }

    /// @param converter makes MIME of parts that are something else
    public static MimeMessage read(Source source, Limits limits, Notes notes, Converter converter) {
        MimeReader reader = new MimeReader(limits, notes, converter);
        Part root = reader.message(source, "1", 0, false);
        return reader.doubts.isEmpty()
                ? new MimeMessage(source, root, List.copyOf(reader.pieces))
                : OtherReadings.added(source, root, reader, limits, notes, converter);
    }

    /// Only the header fields at the top.
    public static List<Header> headers(Source source, Limits limits) {
        Notes notes = new Notes();
        HeaderBlock block = FieldReader.read(source, Lines.of(source), source.from(), (_, _) -> false, limits, notes);
        return HeaderFields.of(source, block, notes);
    }

    List<Piece> pieces() {
        return pieces;
    }

    /// What was read that other programs read differently.
    List<Doubt> doubts() {
        return doubts;
    }

    private Part message(Source source, String path, int depth, boolean inner) {
        return part(source, new MimeWalk(source, depth, limits, notes).walk(path), depth, inner);
    }

    /// Goes as deep as the tree, which is bounded by `Limits.mimeDepth`.
    Part part(Source source, Node read, int depth, boolean inner) {
        Node node = read.content.isMultipart() && read.children.isEmpty() ? guessed(source, read, depth) : read;
        boolean divided = node.role == Node.Role.MULTIPART && !node.children.isEmpty();
        if (divided) {
            if (node.doubtful) {
                doubt(new Doubt(source, node, depth, inner, Optional.empty()));
            }
            noteSigned(source, node);
            return assembled(source, node, Leaf.NOTHING, children(source, node, depth, inner));
        }
        int slot = pieces.size();
        Transferred data = node.content
                .transfer()
                .decode(source.bytes(), node.block.bodyStart(), Math.max(node.block.bodyStart(), node.bodyEnd));
        noteFaults(source, node, data);
        noteNames(source, node);
        if (node.doubtful || data.faults() > 0 || Disguise.isIn(source, node)) {
            doubt(new Doubt(source, node, depth, inner, Optional.of(data)));
        }
        Leaf leaf = leaf(source, node, data);
        List<Part> children = node.role == Node.Role.MESSAGE
                ? children(source, node, depth, true)
                : encodedMessage(source, node, data, depth);
        Optional<Converted> converted = Optional.empty();
        if (children.isEmpty() && depth + 2 < limits.mimeDepth()) {
            converted = converter.convert(node.content, data);
            children = converted
                    .map(made -> converted(source, node, made, depth, inner))
                    .orElse(children);
        }
        Part part = assembled(source, node, leaf, children);
        pieces.add(slot, piece(source, node, part, data, leaf.coding(), inner, converted));
        return part;
    }

    /// A leaf of another reading.
    Piece leaf(Source source, Node node, Transferred data, boolean inner) {
        Leaf leaf = leaf(source, node, data);
        Part part = assembled(source, node, leaf, List.of());
        return piece(source, node, part, data, Optional.empty(), inner, Optional.empty());
    }

    /// The second part signs the first, without the line end before the boundary (RFC 1847 section 2.1).
    private void noteSigned(Source source, Node node) {
        if (node.content.type().equals("multipart/signed") && node.children.size() > 1) {
            Node entity = node.children.getFirst();
            int start = entity.block.start();
            signed.put(node.children.get(1), source.part(start, Math.max(start, entity.bodyEnd)));
        }
    }

    private void doubt(Doubt doubt) {
        if (doubts.size() < limits.otherReadings()) {
            doubts.add(doubt);
        }
    }

    private void noteNames(Source source, Node node) {
        String shown = ending(node.content.fileName());
        node.content.otherNames().stream()
                .filter(name -> !ending(name).equals(shown))
                .findFirst()
                .ifPresent(name -> notes.defect(
                        Kind.AMBIGUOUS_NAME,
                        source.span(node.block.start(), node.block.end()),
                        node.content.fileName() + " | " + name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// The multipart divided by the boundary that it seems to have.
    private Node guessed(Source source, Node node, int depth) {
        int start = node.block.bodyStart();
        if (depth + 1 >= limits.mimeDepth() || node.bodyEnd <= start) {
            return node;
        }
        Source body = source.part(start, node.bodyEnd);
        String boundary = BoundaryGuess.in(source.bytes(), Lines.of(body), start, node.bodyEnd);
        return boundary.isEmpty()
                ? node
                : new MimeWalk(body, depth, limits, notes).divide(node, boundary, pieces.size() + 1);
    }

    /// What a part holds itself.
    private record Leaf(Sha256 digest, int size, Optional<String> text, Optional<Coding> coding) {
        static final Leaf NOTHING = new Leaf(OF_NOTHING, 0, Optional.empty(), Optional.empty());
    }

    private List<Part> children(Source source, Node node, int depth, boolean inner) {
        List<Part> children = new ArrayList<>(node.children.size());
        for (Node child : node.children) {
            children.add(part(source, child, depth + 1, inner));
        }
        return children;
    }

    private List<Part> encodedMessage(Source source, Node node, Transferred data, int depth) {
        boolean encoded = node.content.isMessage() && node.content.transfer() != TransferCoding.IDENTITY;
        if (!encoded || depth + 2 >= limits.mimeDepth() || data.size() == 0) {
            return List.of();
        }
        ByteSpan body = source.span(node.block.bodyStart(), node.bodyEnd);
        Source decoded = Source.decoded(data.bytes(), body).part(data.from(), data.to());
        return List.of(message(decoded, node.nextChildPath(), depth + 1, true));
    }

    private List<Part> converted(Source source, Node node, Converted made, int depth, boolean inner) {
        ByteSpan body = source.span(node.block.bodyStart(), node.bodyEnd);
        boolean carried = inner || made.kind() == Converted.Kind.CARRIED;
        return made.source(body).stream()
                .map(content -> message(content, node.nextChildPath(), depth + 1, carried))
                .toList();
    }

    private void noteFaults(Source source, Node node, Transferred data) {
        if (data.faults() > 0) {
            Kind kind = switch (node.content.transfer()) {
                case BASE64 -> Kind.BAD_BASE64;
                case QUOTED_PRINTABLE, Q -> Kind.BAD_QUOTED_PRINTABLE;
                case IDENTITY, UUENCODE -> Kind.BAD_TRANSFER_ENCODING;
            };
            int at = Math.min(data.firstFault(), node.bodyEnd);
            notes.defect(kind, source, at, Math.min(at + 16, node.bodyEnd));
        }
    }

    private Leaf leaf(Source source, Node node, Transferred data) {
        digest.update(data.bytes(), data.from(), data.size());
        Sha256 sha256 = Sha256.of(digest);
        boolean readable = node.content.isText() || node.content.isMultipart();
        if (!readable) {
            return new Leaf(sha256, data.size(), Optional.empty(), Optional.empty());
        }
        DecodedBytes text = text(source, node, data);
        return new Leaf(sha256, data.size(), Optional.of(text.text()), Optional.of(text.coding()));
    }

    private DecodedBytes text(Source source, Node node, Transferred data) {
        int to = data.to();
        if (data.size() > limits.textBytes()) {
            to = data.from() + limits.textBytes();
            notes.truncated("textBytes", limits.textBytes(), Text.of("長い本文の残り", "the rest of a long text"));
        }
        String label = node.content.charset();
        if (label.isBlank() && node.content.type().equals("text/html")) {
            label = MetaCharset.of(data.bytes(), data.from(), to);
        }
        DecodedBytes text = TextDecoder.decode(data.bytes(), data.from(), to, label);
        String named = label;
        text.problems()
                .forEach(kind -> notes.defect(
                        kind,
                        source.span(node.block.bodyStart(), node.bodyEnd),
                        named + " → " + text.coding().name()));
        return text;
    }

    private static Part assembled(Source source, Node node, Leaf leaf, List<Part> children) {
        return new Part(
                node.path,
                node.content.type(),
                node.content.charset().toLowerCase(Locale.ROOT),
                leaf.coding().map(Coding::name).orElse(""),
                node.content.disposition(),
                node.content.fileName(),
                node.content.contentId(),
                node.headers,
                source.span(node.block.start(), node.block.end()),
                source.span(node.block.bodyStart(), Math.max(node.block.bodyStart(), node.bodyEnd)),
                leaf.digest(),
                leaf.size(),
                leaf.text(),
                children);
    }

    private Piece piece(
            Source source,
            Node node,
            Part part,
            Transferred data,
            Optional<Coding> coding,
            boolean inner,
            Optional<Converted> converted) {
        return new Piece(
                part,
                node.content,
                source,
                node.block.bodyStart(),
                Math.max(node.block.bodyStart(), node.bodyEnd),
                data,
                coding,
                inner,
                Optional.ofNullable(signed.get(node)),
                converted);
    }
}
