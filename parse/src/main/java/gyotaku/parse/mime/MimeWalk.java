package gyotaku.parse.mime;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Source;
import gyotaku.parse.transfer.TransferCoding;
import java.util.ArrayList;
import java.util.List;

/// Cuts a message into its parts (RFC 2046 section 5.1) in one pass over its lines, with a stack of the open parts of
/// at most `Limits.mimeDepth`; what lies deeper stays undivided.
final class MimeWalk {

    private final Source source;
    private final byte[] bytes;
    private final Lines lines;
    private final Limits limits;
    private final Notes notes;
    private final ContentReader contents;
    private final int depth;
    private final List<Node> open = new ArrayList<>();
    private int parts;
    private boolean lenient;
    private boolean lookedAhead;

    /// @param depth how many levels lie around this message already
    MimeWalk(Source source, int depth, Limits limits, Notes notes) {
        this.source = source;
        this.bytes = source.bytes();
        this.lines = Lines.of(source);
        this.depth = depth;
        this.limits = limits;
        this.notes = notes;
        this.contents = new ContentReader(limits, notes);
    }

    /// @param path of the root
    Node walk(String path) {
        Node root = enter(path, source.from(), "text/plain");
        lines(descend(root));
        return root;
    }

    /// Divides a multipart whose own boundary is not in its body by another one.
    ///
    /// @param already how many parts the message has
    Node divide(Node whole, String boundary, int already) {
        return divide(whole.path, whole, boundary, whole.block.bodyStart(), already);
    }

    /// Divides a part as a program would that sees a boundary line also behind blanks and carriage returns.
    ///
    /// @param path of the part in this reading
    /// @param start of its body in this reading
    Node divideLeniently(String path, Node whole, String boundary, int start, int already) {
        lenient = true;
        return divide(path, whole, boundary, start, already);
    }

    private Node divide(String path, Node whole, String boundary, int start, int already) {
        Node root =
                new Node(path, whole.block, whole.headers, whole.content.withBoundary(boundary), Node.Role.MULTIPART);
        parts = already;
        open.add(root);
        lines(start);
        return root;
    }

    private void lines(int start) {
        int at = start;
        while (at < source.to()) {
            int next = lines.next(at);
            int text = behindBlanks(at, next);
            if (text > at && !lenient) {
                noteIndented(text, next);
            } else if (next - text > 1 && bytes[text] == '-' && bytes[text + 1] == '-') {
                int level = boundaryOf(text, lines.textEnd(text, next));
                next = level < 0 ? next : delimiter(level, text, next);
            }
            at = next;
        }
        close(0, source.to());
    }

    /// How far a boundary line may be indented for lenient programs.
    private static final int INDENTED = 4;

    /// Some programs take a boundary line that begins behind blanks or a carriage return for one.
    private void noteIndented(int text, int next) {
        boolean hyphens = next - text > 2 && bytes[text] == '-' && bytes[text + 1] == '-';
        int level = hyphens ? boundaryOf(text, lines.textEnd(text, next)) : -1;
        if (level >= 0) {
            open.get(level).indented = true;
            open.get(level).doubtful = true;
        }
    }

    private int behindBlanks(int at, int next) {
        int text = at;
        while (text < next && text < at + INDENTED && (bytes[text] == ' ' || bytes[text] == '\r')) {
            text++;
        }
        return text;
    }

    private Node enter(String path, int start, String fallback) {
        HeaderBlock block =
                FieldReader.read(source, lines, start, (at, end) -> boundaryOf(at, end) >= 0, limits, notes);
        List<Header> headers = HeaderFields.of(source, block, notes);
        Content content = contents.read(headers, fallback);
        Node node = new Node(path, block, headers, content, role(content));
        open.add(node);
        parts++;
        return node;
    }

    private Node.Role role(Content content) {
        boolean divided = content.isMultipart() && !content.boundary().isEmpty() || content.isMessage();
        if (!divided) {
            return Node.Role.LEAF;
        }
        if (depth + open.size() + 1 >= limits.mimeDepth()) {
            notes.truncated("mimeDepth", limits.mimeDepth(), Text.of("より深いパート", "the parts that lie deeper"));
            return Node.Role.LEAF;
        }
        if (content.isMultipart()) {
            return Node.Role.MULTIPART;
        }
        return content.transfer() == TransferCoding.IDENTITY ? Node.Role.MESSAGE : Node.Role.LEAF;
    }

    /// Opens the messages that a message/rfc822 part begins with; where the lines go on.
    private int descend(Node node) {
        Node inner = node;
        while (inner.role == Node.Role.MESSAGE && parts < limits.mimeParts()) {
            Node child = enter(inner.nextChildPath(), inner.block.bodyStart(), "text/plain");
            inner.children.add(child);
            inner = child;
        }
        return inner.block.bodyStart();
    }

    /// The innermost open multipart whose boundary the line is, or -1. A line that goes on after a boundary is one
    /// too (RFC 2046 section 5.1.1), unless it is exactly that of another.
    private int boundaryOf(int at, int end) {
        int begun = -1;
        int closed = -1;
        for (int level = open.size() - 1; level >= 0; level--) {
            Node node = open.get(level);
            if (node.role == Node.Role.MULTIPART && !node.closed) {
                Line line = compare(node.content.boundary(), at, end);
                if (line == Line.OPENS || line == Line.CLOSES) {
                    return level;
                }
                boolean longer = line == Line.OPENS_AND_GOES_ON || line == Line.CLOSES_AND_GOES_ON;
                begun = longer && begun < 0 ? level : begun;
            } else if (node.closed && node.reopened < 0 && compare(node.content.boundary(), at, end) == Line.OPENS) {
                closed = level;
            }
        }
        if (begun < 0 && closed >= 0) {
            open.get(closed).reopened = at;
            open.get(closed).doubtful = true;
        }
        return begun;
    }

    private enum Line {
        OTHER,
        OPENS,
        CLOSES,
        OPENS_AND_GOES_ON,
        CLOSES_AND_GOES_ON
    }

    /// Against taking every line of hyphens for the boundary `-` with something behind it.
    private static final int SHORT = 6;

    private Line compare(String boundary, int at, int end) {
        int after = at + 2 + boundary.length();
        if (after > end || bytes[at + 1] != '-') {
            return Line.OTHER;
        }
        for (int i = 0; i < boundary.length(); i++) {
            if ((bytes[at + 2 + i] & 255) != boundary.charAt(i)) {
                return Line.OTHER;
            }
        }
        boolean closing = after + 1 < end && bytes[after] == '-' && bytes[after + 1] == '-';
        int rest = closing ? after + 2 : after;
        while (rest < end && (bytes[rest] == ' ' || bytes[rest] == '\t')) {
            rest++;
        }
        if (rest == end) {
            return closing ? Line.CLOSES : Line.OPENS;
        }
        if (boundary.length() < SHORT && !lenient) {
            return Line.OTHER;
        }
        return closing ? Line.CLOSES_AND_GOES_ON : Line.OPENS_AND_GOES_ON;
    }

    /// Takes a boundary line: closes what lies in the multipart and, unless that is at its end, opens its next part.
    private int delimiter(int level, int at, int next) {
        Node multipart = open.get(level);
        lookAhead(level, next);
        close(level + 1, at);
        Line line = compare(multipart.content.boundary(), at, lines.textEnd(at, next));
        if (line == Line.CLOSES || line == Line.CLOSES_AND_GOES_ON) {
            multipart.closed = true;
            return next;
        }
        if (parts >= limits.mimeParts()) {
            notes.truncated("mimeParts", limits.mimeParts(), Text.of("以降のパート", "the parts after these"));
            return next;
        }
        boolean digest = multipart.content.type().equals("multipart/digest");
        Node child = enter(multipart.nextChildPath(), next, digest ? "message/rfc822" : "text/plain");
        multipart.children.add(child);
        return descend(child);
    }

    /// Whether a multipart that the boundary of an outer one interrupts goes on below it.
    private void lookAhead(int level, int next) {
        if (level == open.size() - 1 || lookedAhead) {
            return;
        }
        Node inner = open.get(level + 1);
        if (inner.role != Node.Role.MULTIPART || inner.closed || inner.children.isEmpty()) {
            return;
        }
        lookedAhead = true;
        for (int at = next; at < source.to(); at = lines.next(at)) {
            boolean hyphens = at + 1 < source.to() && bytes[at] == '-' && bytes[at + 1] == '-';
            Line line = hyphens ? compare(inner.content.boundary(), at, lines.textEnd(at, lines.next(at))) : Line.OTHER;
            if (line == Line.OPENS || line == Line.CLOSES) {
                inner.interrupted = true;
                inner.doubtful = true;
                return;
            }
        }
    }

    /// Closes all open parts from that level on, the innermost first.
    private void close(int level, int boundary) {
        while (open.size() > level) {
            Node node = open.removeLast();
            node.bodyEnd = boundary == source.to() && level == 0
                    ? boundary
                    : Math.max(node.block.bodyStart(), lines.beforeBoundary(node.block.bodyStart(), boundary));
            if (node.role == Node.Role.MULTIPART && !node.closed) {
                Kind kind = node.children.isEmpty() ? Kind.BOUNDARY_NOT_FOUND : Kind.BOUNDARY_NOT_CLOSED;
                notes.defect(kind, source.span(node.block.start(), node.block.end()), node.content.boundary());
                if (node.children.isEmpty()) {
                    node.doubtful = true;
                    (open.isEmpty() ? node : open.getLast()).doubtful = true;
                }
            }
        }
    }
}
