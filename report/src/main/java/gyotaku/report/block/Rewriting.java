package gyotaku.report.block;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.report.block.Block.*;
import gyotaku.report.block.Block.Piece.Button;
import gyotaku.report.block.Block.Piece.Line;
import gyotaku.report.block.Block.Piece.Space;
import gyotaku.report.block.Inline.*;
import gyotaku.report.block.Statement.Fixed;
import gyotaku.report.block.Statement.Gap;
import gyotaku.report.block.Statement.Sentence;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A new document from an old one: every string that is not our own fixed words passes `leaf`, and what rests on
/// evidence that is not kept falls away, with the containers that it leaves empty.
public final class Rewriting {

    private static final Statement WITHHELD = Statement.fixed(
            "画像は、受信者を示す情報が写っているおそれがあるため、公開用には載せていません。",
            "The picture is left out of this edition: it may show something that points to the recipient.");

    private final UnaryOperator<String> leaf;
    private final Predicate<List<Evidence>> kept;
    private final Predicate<Picture> shown;

    public Rewriting(UnaryOperator<String> leaf, Predicate<List<Evidence>> kept) {
        this(leaf, kept, _ -> true);
    }

    /// @param shown which pictures stay; a sentence stands in for the others
    public Rewriting(UnaryOperator<String> leaf, Predicate<List<Evidence>> kept, Predicate<Picture> shown) {
        this.leaf = leaf;
        this.kept = kept;
        this.shown = shown;
    }

    public Document of(Document document) {
        return new Document(
                document.id(),
                document.label(),
                para(document.title()),
                para(document.subtitle()),
                document.chapters().stream().flatMap(this::chapter).toList(),
                document.ledger());
    }

    private Stream<Chapter> chapter(Chapter chapter) {
        List<Block> blocks = blocks(chapter.blocks());
        return tells(blocks) ? Stream.of(new Chapter(chapter.anchor(), chapter.title(), blocks)) : Stream.empty();
    }

    private static boolean tells(List<Block> blocks) {
        return blocks.stream().anyMatch(block -> !(block instanceof Heading));
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().flatMap(this::block).toList();
    }

    private Stream<Block> block(Block block) {
        return switch (block) {
            case Para para -> full(para(para), para(para).statements());
            case Heading heading -> Stream.of(heading);
            case Bullets bullets -> full(new Bullets(paras(bullets.items())), paras(bullets.items()));
            case Numbered numbered -> full(new Numbered(paras(numbered.items())), paras(numbered.items()));
            case Rows rows -> rows(rows);
            case Table table -> table(table);
            case Box box -> full(box(box), box(box).content());
            case Columns columns -> columns(columns);
            case Opening opening ->
                Stream.of(new Opening(opening.tone(), opening.seal(), opening.level(), blocks(opening.content())));
            case Letter letter -> letter(letter);
            case TimeLine line -> timeLine(line);
            case Path path -> path(path);
            case Pictures pictures -> pictures(pictures);
            case Proofs proofs ->
                Stream.of(new Proofs(proofs.items().stream().map(this::proof).toList()));
        };
    }

    private static Stream<Block> full(Block block, List<?> content) {
        return content.isEmpty() ? Stream.empty() : Stream.of(block);
    }

    private Para para(Para para) {
        return new Para(para.statements().stream().flatMap(this::statement).toList());
    }

    private List<Para> paras(List<Para> paras) {
        return paras.stream()
                .map(this::para)
                .filter(para -> !para.statements().isEmpty())
                .toList();
    }

    private Stream<Statement> statement(Statement statement) {
        return switch (statement) {
            case Fixed fixed -> Stream.of(fixed);
            case Sentence sentence ->
                kept.test(sentence.evidence())
                        ? Stream.of(new Sentence(inlines(sentence.parts()), sentence.evidence()))
                        : Stream.empty();
            case Gap gap -> Stream.of(new Gap(inlines(gap.what()), text(gap.why())));
        };
    }

    private List<Inline> inlines(List<Inline> inlines) {
        return inlines.stream().map(this::inline).toList();
    }

    private Inline inline(Inline inline) {
        return switch (inline) {
            case Words words -> words;
            case Told told -> new Told(text(told.text()));
            case Strong strong -> new Strong(text(strong.text()));
            case Foreign foreign -> new Foreign(leaf.apply(foreign.value()));
            case Code code -> new Code(leaf.apply(code.value()));
            case Badge badge -> badge;
            case Phrase phrase -> new Phrase(phrase.template(), inlines(phrase.values()));
        };
    }

    private Text text(Text text) {
        return Text.of(leaf.apply(text.ja()), leaf.apply(text.en()));
    }

    private Stream<Block> rows(Rows rows) {
        List<Row> left = rows.rows().stream()
                .map(row -> new Row(row.label(), paras(row.values())))
                .filter(row -> !row.values().isEmpty())
                .toList();
        return full(new Rows(left), left);
    }

    private Stream<Block> table(Table table) {
        List<List<Para>> left = table.rows().stream()
                .map(row -> row.stream().map(this::para).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.statements().isEmpty()))
                .toList();
        return full(new Table(table.caption(), table.heads(), left), left);
    }

    private Box box(Box box) {
        return new Box(box.tone(), box.title(), blocks(box.content()));
    }

    private Stream<Block> columns(Columns columns) {
        List<Box> left = columns.boxes().stream()
                .map(this::box)
                .filter(box -> !box.content().isEmpty())
                .toList();
        return full(new Columns(left), left);
    }

    private Stream<Block> letter(Letter letter) {
        return kept.test(letter.evidence())
                ? Stream.of(new Letter(letter.pieces().stream().map(this::piece).toList(), letter.evidence()))
                : Stream.empty();
    }

    private Piece piece(Piece piece) {
        return switch (piece) {
            case Line line -> new Line(inlines(line.parts()));
            case Button button -> new Button(leaf.apply(button.label()), leaf.apply(button.target()));
            case Space space -> space;
        };
    }

    private Stream<Block> timeLine(TimeLine line) {
        List<Moment> left =
                line.moments().stream().filter(one -> kept.test(one.evidence())).toList();
        boolean whole = left.size() == line.moments().size();
        return full(
                new TimeLine(
                        line.title(),
                        left.stream().map(this::moment).toList(),
                        whole ? line.from() : -1,
                        whole ? line.to() : -1,
                        text(line.bracket())),
                left);
    }

    private Moment moment(Moment moment) {
        return new Moment(
                text(moment.label()), moment.date(), moment.time(), moment.seconds(), moment.tone(), moment.evidence());
    }

    private Stream<Block> path(Path path) {
        List<Node> left = path.nodes().stream()
                .filter(node -> kept.test(node.evidence()))
                .map(this::node)
                .toList();
        return full(new Path(path.title(), left), left);
    }

    private Node node(Node node) {
        return new Node(leaf.apply(node.name()), text(node.note()), node.tone(), node.trusted(), node.evidence());
    }

    private Stream<Block> pictures(Pictures pictures) {
        List<Picture> left = pictures.items().stream()
                .filter(picture -> kept.test(picture.evidence()))
                .toList();
        List<Picture> open = left.stream().filter(shown).toList();
        return open.size() == left.size()
                ? full(new Pictures(open), open)
                : Stream.concat(full(new Pictures(open), open), Stream.of(Block.para(WITHHELD)));
    }

    private Proof proof(Proof proof) {
        return new Proof(
                proof.id(),
                proof.kind(),
                leaf.apply(proof.where()),
                proof.when(),
                proof.sha256(),
                proof.tone(),
                proof.trust(),
                leaf.apply(proof.excerpt()));
    }
}
