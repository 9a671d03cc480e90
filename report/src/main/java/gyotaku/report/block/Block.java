package gyotaku.report.block;

import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import java.util.Arrays;
import java.util.List;

/// A part of a page. Renderers switch over all of them without default.
public sealed interface Block {

    record Para(List<Statement> statements) implements Block {
        public Para {
            statements = List.copyOf(statements);
        }
    }

    record Heading(Text words) implements Block {}

    record Bullets(List<Para> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    record Numbered(List<Para> items) implements Block {
        public Numbered {
            items = List.copyOf(items);
        }
    }

    /// Labels with what belongs to them.
    record Rows(List<Row> rows) implements Block {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    record Row(Text label, List<Para> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    record Table(Text caption, List<Text> heads, List<List<Para>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    record Box(Tone tone, Text title, List<Block> content) implements Block {
        public Box {
            content = List.copyOf(content);
        }
    }

    /// Boxes beside each other where there is room.
    record Columns(List<Box> boxes) implements Block {
        public Columns {
            boxes = List.copyOf(boxes);
        }
    }

    /// The seal and what stands beside it.
    record Opening(Tone tone, Text seal, Text level, List<Block> content) implements Block {
        public Opening {
            content = List.copyOf(content);
        }
    }

    /// The mail as its reader saw it, dead.
    record Letter(List<Piece> pieces, List<Evidence> evidence) implements Block {
        public Letter {
            pieces = List.copyOf(pieces);
            evidence = List.copyOf(evidence);
        }
    }

    /// A line of the letter.
    sealed interface Piece {
        record Line(List<Inline> parts) implements Piece {
            public Line {
                parts = List.copyOf(parts);
            }
        }

        /// A link that stands alone in its line.
        record Button(String label, String target) implements Piece {}

        record Space() implements Piece {}
    }

    /// Moments in the order of time, the distance between them to scale as far as labels allow.
    ///
    /// @param from index of the moment at which the bracket starts, or -1
    /// @param to index at which it ends
    /// @param bracket what it says
    record TimeLine(Text title, List<Moment> moments, int from, int to, Text bracket) implements Block {
        public TimeLine {
            moments = List.copyOf(moments);
        }
    }

    /// @param seconds of the epoch, for the distance
    record Moment(Text label, String date, String time, long seconds, Tone tone, List<Evidence> evidence) {
        public Moment {
            evidence = List.copyOf(evidence);
        }
    }

    /// The way of the message from left to right; the boundary of trust lies before the first node that is trusted.
    record Path(Text title, List<Node> nodes) implements Block {
        public Path {
            nodes = List.copyOf(nodes);
        }
    }

    /// @param trusted whether the receiving side itself stands there
    record Node(String name, Text note, Tone tone, boolean trusted, List<Evidence> evidence) {
        public Node {
            evidence = List.copyOf(evidence);
        }
    }

    /// Pictures beside each other.
    record Pictures(List<Picture> items) implements Block {
        public Pictures {
            items = List.copyOf(items);
        }
    }

    /// @param sha256 of the stored picture
    /// @param base64 the PNG
    /// @param kind what it shows; the page gives it room by that
    /// @param cropped whether only its upper part is shown
    record Picture(
            Sha256 sha256,
            String base64,
            int width,
            int height,
            Text label,
            Kind kind,
            boolean cropped,
            List<Evidence> evidence) {
        public Picture {
            evidence = List.copyOf(evidence);
        }

        public enum Kind {
            DESKTOP,
            PHONE,
            /// The mail itself.
            LETTER,
            /// A file that came with it.
            FILE
        }
    }

    /// The evidence itself.
    record Proofs(List<Proof> items) implements Block {
        public Proofs {
            items = List.copyOf(items);
        }
    }

    /// @param id `E1`
    /// @param where byte span, question or file
    /// @param when time or date, or empty
    /// @param sha256 of the bytes or the answer, or empty
    record Proof(
            String id, Text kind, String where, String when, String sha256, Tone tone, Text trust, String excerpt) {}

    static Para para(Statement... statements) {
        return new Para(Arrays.asList(statements));
    }

    static Row row(String ja, String en, Statement... statements) {
        return new Row(
                Text.of(ja, en), Arrays.stream(statements).map(Block::para).toList());
    }

    static Heading heading(String ja, String en) {
        return new Heading(Text.of(ja, en));
    }
}
