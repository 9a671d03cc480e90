package gyotaku.parse.mime;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.header.FieldParameters;
import gyotaku.parse.transfer.Transferred;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads again, as other programs would, the parts that they read differently, and keeps what no part holds in the main
/// reading (draft-chen-email-mime-ambiguity-defense: the union of the views). A part of another reading has a path
/// with `~` in it and stands below the part that is read otherwise. A message without doubt costs nothing here.
final class OtherReadings {

    /// Against a huge body in many parts that are all doubtful: so often a whole message is searched.
    private static final int SEARCHED = 4;

    private final Limits limits;
    private final Notes notes;
    private final Converter converter;
    private final Set<Sha256> known = new HashSet<>();
    private final Deque<Doubt> doubts;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int left;
    private long bytesLeft;
    private long bytesToSearch;

    private OtherReadings(MimeReader main, Limits limits, Notes notes, Converter converter) {
        this.limits = limits;
        this.notes = notes;
        this.doubts = new ArrayDeque<>(main.doubts());
        this.converter = converter;
        this.left = limits.otherReadings();
        this.bytesLeft = limits.messageBytes();
        this.bytesToSearch = SEARCHED * (long) limits.messageBytes();
        main.pieces().forEach(piece -> known.add(piece.part().content()));
    }

    /// The message with what other readings add to it.
    static MimeMessage added(
            Source source, Part root, MimeReader main, Limits limits, Notes notes, Converter converter) {
        OtherReadings others = new OtherReadings(main, limits, notes, converter);
        others.read();
        List<Piece> all = new ArrayList<>(main.pieces());
        all.addAll(others.pieces);
        return new MimeMessage(source, others.parts.isEmpty() ? root : others.grown(root), List.copyOf(all));
    }

    private void read() {
        for (int looked = 0; looked < limits.otherReadings() && !doubts.isEmpty(); looked++) {
            Doubt doubt = doubts.removeFirst();
            int size = doubt.bodyEnd() - doubt.node().block.start();
            if (size > bytesToSearch) {
                left = 0;
                mayRead(0);
                return;
            }
            bytesToSearch -= size;
            LooseHeader header =
                    LooseHeader.read(doubt.source(), doubt.node().block.start(), doubt.bodyEnd());
            divisions(doubt, header);
            doubt.data().ifPresent(data -> contents(doubt, header, data));
        }
    }

    /// Whether another reading may still be made, of that many bytes.
    private boolean mayRead(int bytes) {
        if (left <= 0 || bytes > bytesLeft) {
            notes.truncated(
                    "otherReadings",
                    limits.otherReadings(),
                    Text.of("曖昧な構造の、ほかの読み方", "further readings of an ambiguous structure"));
            return false;
        }
        left--;
        bytesLeft -= bytes;
        return true;
    }

    private void divisions(Doubt doubt, LooseHeader header) {
        Node node = doubt.node();
        if (node.reopened >= 0) {
            divided(doubt, node.content.boundary(), node.reopened, doubt.bodyEnd());
        }
        if (node.indented) {
            divided(doubt, node.content.boundary(), doubt.bodyStart(), doubt.bodyEnd());
        }
        if (node.interrupted) {
            divided(
                    doubt,
                    node.content.boundary(),
                    doubt.bodyStart(),
                    doubt.source().to());
        }
        if (mayBeDivided(doubt, header)) {
            Set<String> boundaries = new HashSet<>();
            boundaries(node, boundaries);
            BoundaryGuess.others(doubt.source().bytes(), doubt.bodyStart(), doubt.bodyEnd(), boundaries)
                    .forEach(boundary -> divided(doubt, boundary, doubt.bodyStart(), doubt.bodyEnd()));
        }
    }

    private static boolean mayBeDivided(Doubt doubt, LooseHeader header) {
        Node node = doubt.node();
        return node.doubtful
                        && (node.content.isMultipart()
                                || header.types().stream().anyMatch(OtherReadings::soundsDivided)
                                || !node.content.parameters().get("boundary").isEmpty())
                || doubt.data().isPresent() && Disguise.isDividedText(doubt.source(), node);
    }

    private static boolean soundsDivided(String type) {
        String plain = type.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return plain.contains("multi") || plain.contains("boundary");
    }

    private static void boundaries(Node node, Set<String> found) {
        if (!node.children.isEmpty()) {
            found.add(node.content.boundary());
        }
        node.children.forEach(child -> boundaries(child, found));
    }

    private void divided(Doubt doubt, String boundary, int start, int end) {
        if (doubt.depth() + 1 >= limits.mimeDepth() || !mayRead(end - start)) {
            return;
        }
        Source source = doubt.source();
        Notes unsaid = new Notes();
        MimeReader reader = new MimeReader(limits, unsaid, converter);
        Node root = new MimeWalk(source.part(start, end), doubt.depth(), limits, unsaid)
                .divideLeniently(path(doubt), doubt.node(), boundary, start, known.size());
        if (root.children.isEmpty()) {
            return;
        }
        reader.part(source.part(start, end), root, doubt.depth(), doubt.inner());
        boolean isNew = false;
        for (Piece piece : reader.pieces()) {
            isNew |= kept(doubt, piece);
        }
        doubts.addAll(reader.doubts());
        if (isNew) {
            Kind kind = doubt.node().content.isMultipart() ? Kind.AMBIGUOUS_BOUNDARY : Kind.AMBIGUOUS_TYPE;
            noteHeader(doubt, kind, "--" + boundary);
        }
    }

    private void contents(Doubt doubt, LooseHeader header, Transferred main) {
        Set<Integer> starts = new LinkedHashSet<>();
        starts.add(doubt.bodyStart());
        if (doubt.node().doubtful || doubt.node().headers.isEmpty()) {
            header.bodies().stream().filter(start -> start < doubt.bodyEnd()).forEach(starts::add);
        }
        for (int start : starts) {
            for (Disguise disguise : Disguise.of(doubt, header, start, main)) {
                if (mayRead(doubt.bodyEnd() - start)) {
                    disguise.content().ifPresent(data -> content(doubt, disguise, header, start, data, main));
                }
            }
        }
    }

    private void content(
            Doubt doubt, Disguise disguise, LooseHeader header, int start, Transferred data, Transferred main) {
        if (!disguise.isWorthShowing(data, main, doubt.node())) {
            return;
        }
        Node node = doubt.node();
        HeaderBlock block = new HeaderBlock(node.block.fields(), node.block.start(), node.block.end(), start, false);
        Node read = new Node(
                path(doubt), block, node.headers, node.content.asFile(name(disguise, header, node)), Node.Role.LEAF);
        read.bodyEnd = doubt.bodyEnd();
        Piece piece = new MimeReader(limits, new Notes(), converter).leaf(doubt.source(), read, data, doubt.inner());
        if (kept(doubt, piece)) {
            if (start == doubt.bodyStart()) {
                notes.defect(
                        Kind.AMBIGUOUS_ENCODING,
                        doubt.source().span(node.block.start(), node.bodyEnd),
                        disguise.name());
            } else {
                noteHeader(doubt, Kind.AMBIGUOUS_HEADER, disguise.name());
            }
        }
    }

    /// The file's name in its content, or in fields that the main reading does not see.
    private String name(Disguise disguise, LooseHeader header, Node node) {
        if (!disguise.fileName().isEmpty() || !node.content.fileName().isEmpty()) {
            return disguise.fileName();
        }
        return header.dispositions().stream()
                .map(field -> FieldParameters.parse(field, limits.parameters(), limits.commentDepth())
                        .get("filename"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Takes a part of another reading when its content is in none before.
    private boolean kept(Doubt doubt, Piece piece) {
        if (piece.part().size() == 0 || !known.add(piece.part().content())) {
            return false;
        }
        pieces.add(piece);
        parts.computeIfAbsent(main(doubt.node().path), _ -> new ArrayList<>()).add(piece.part());
        return true;
    }

    private void noteHeader(Doubt doubt, Kind kind, String excerpt) {
        Node node = doubt.node();
        notes.defect(kind, doubt.source().span(node.block.start(), node.block.end()), excerpt);
    }

    private String path(Doubt doubt) {
        return doubt.node().path + "~" + (1 + numbers.merge(doubt.node().path, 1, Integer::sum));
    }

    /// The part of the main reading that a part of another one belongs to.
    private static String main(String path) {
        int other = path.indexOf('~');
        return other < 0 ? path : path.substring(0, other);
    }

    /// The tree with the parts of other readings below those that are read otherwise.
    private Part grown(Part part) {
        List<Part> children = new ArrayList<>();
        part.children().forEach(child -> children.add(grown(child)));
        children.addAll(parts.getOrDefault(part.path(), List.of()));
        return children.equals(part.children()) ? part : part.with(children);
    }
}
