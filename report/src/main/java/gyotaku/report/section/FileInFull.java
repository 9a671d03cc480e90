package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.View;
import gyotaku.model.mail.Words;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Picture.Kind;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One file of the mail: what it is, how far it was looked into, what stands out, what is in it.
final class FileInFull {

    private static final Set<Trait.Kind> SIGNATURES =
            Set.of(Trait.Kind.SIGNATURE_MATCHES, Trait.Kind.SIGNATURE_FAILS, Trait.Kind.SIGNATURE_UNCHECKED);

    private static final Set<Trait.Kind> SIGNING =
            Stream.concat(SIGNATURES.stream(), Stream.of(Trait.Kind.ENCRYPTED)).collect(Collectors.toSet());

    private static final int TRAITS = 40;
    private static final int INSIDE = 60;
    private static final int LINKS = 20;
    private static final int VIEWS = 3;
    private static final int EXCERPTS = 3;
    private static final int EXCERPT = 600;

    private final Brief brief;
    private final Attachment file;

    FileInFull(Brief brief, Attachment file) {
        this.brief = brief;
        this.file = file;
    }

    List<Block> blocks() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("名前", "Name", Inline.foreign(file.name().isEmpty() ? "—" : file.name())));
        rows.add(row(
                "種類（表示／内容）",
                "Type (label / content)",
                Inline.code(file.type() + " / " + (file.looksLike().isEmpty() ? "?" : file.looksLike()))));
        rows.add(row("大きさ", "Size", size(file.size())));
        rows.add(new Row(Text.of("確認の範囲", "How far it was read"), List.of(Block.para(state(file.opened())))));
        traits().ifPresent(rows::add);
        limits().ifPresent(rows::add);
        links().ifPresent(rows::add);
        rows.add(row("SHA-256", "SHA-256", Inline.code(file.sha256())));
        rows.add(row("MD5", "MD5", Inline.code(file.prints().md5())));
        if (!file.prints().ssdeep().isEmpty()) {
            rows.add(row("ssdeep", "ssdeep", Inline.code(file.prints().ssdeep())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Rows(rows));
        inside().ifPresent(blocks::add);
        blocks.addAll(read());
        return blocks;
    }

    /// What it looks like and what it says.
    List<Block> read() {
        List<Block> blocks = new ArrayList<>(views());
        excerpts().ifPresent(blocks::add);
        return blocks;
    }

    private Row row(String ja, String en, Inline value) {
        return Block.row(ja, en, Statement.say(file.evidence(), value));
    }

    static Inline size(long bytes) {
        return Inline.phrase("{0} バイト", "{0} bytes", Inline.number(bytes));
    }

    private Evidence seen(String what) {
        return file.evidence(what);
    }

    /// How far, and the kinds of traits, for a table.
    static List<Statement> gist(Attachment file) {
        List<Text> labels = Arrays.stream(Trait.Kind.values())
                .filter(kind -> kind != Trait.Kind.LOOK && file.opened().shows(kind))
                .map(Trait.Kind::label)
                .toList();
        Statement state = Statement.say(file.evidence(file.opened().state().name()), badge(file.opened()));
        if (labels.isEmpty()) {
            return List.of(state);
        }
        Text all = Text.of(
                labels.stream().map(Text::ja).collect(Collectors.joining("、")),
                labels.stream().map(Text::en).collect(Collectors.joining(", ")));
        return List.of(
                state,
                Statement.say(file.evidence(all.en()), Inline.phrase("特徴：{0}", "It shows: {0}", new Inline.Told(all))));
    }

    private static Badge badge(Opened opened) {
        return switch (opened.state()) {
            case READ ->
                opened.truncated().isEmpty()
                        ? new Badge(Tone.CALM, Text.of("読み取り済み", "read"))
                        : new Badge(Tone.CAUTION, Text.of("途中まで", "read in part"));
            case BROKEN -> new Badge(Tone.CAUTION, Text.of("途中まで", "read in part"));
            case LOCKED -> new Badge(Tone.CAUTION, Text.of("暗号化", "locked"));
            case NOT_LOOKED_INTO -> new Badge(Tone.CAUTION, Text.of("中は未確認", "not looked into"));
            case FAILED -> new Badge(Tone.CAUTION, Text.of("確認に失敗", "could not be read"));
        };
    }

    private Statement state(Opened opened) {
        Inline words = switch (opened.state()) {
            case READ ->
                opened.truncated().isEmpty()
                        ? wholly()
                        : Inline.words("上限に達するまで読み取りました。", "It was read until a limit was reached.");
            case BROKEN -> Inline.words("途中で壊れているため、そこまでを読み取りました。", "It is broken; what comes before that was read.");
            case LOCKED -> Inline.words("暗号化されており、中は確認できていません。", "It is encrypted; nobody saw what is in it.");
            case NOT_LOOKED_INTO ->
                Inline.words("この形式の中身を読み取る手段がなく、中は確認していません。", "Nothing here opens its kind; nobody saw what is in it.");
            case FAILED ->
                Inline.words(
                        "読み取り処理が異常終了または時間切れになり、中は確認できていません。",
                        "The program that reads it crashed or took too long; what is in it is not known.");
        };
        Evidence evidence = seen(opened.state().name() + " " + opened.detail());
        return opened.detail().isEmpty()
                ? Statement.say(evidence, badge(opened), words)
                : Statement.say(
                        evidence,
                        badge(opened),
                        words,
                        Inline.phrase("（{0}）", " ({0})", DetailWords.ending(opened.detail())));
    }

    private Inline wholly() {
        return file.size() == 0
                ? Inline.words("空のファイルで、中身はありません。", "It is an empty file; there is nothing in it.")
                : Inline.words("終わりまで読み取りました。", "It was read to its end.");
    }

    private Optional<Row> traits() {
        List<Trait> all = file.opened().traits();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Para> paras =
                new ArrayList<>(all.stream().limit(TRAITS).map(this::trait).toList());
        more(all.size(), TRAITS).ifPresent(paras::add);
        return Optional.of(new Row(Text.of("特徴", "What stands out"), paras));
    }

    private Para trait(Trait trait) {
        Evidence evidence = seen(trait.kind().label().en() + " " + trait.detail());
        Inline label = new Inline.Strong(trait.kind().label());
        Statement what = trait.detail().isEmpty()
                ? Statement.say(evidence, label)
                : Statement.say(evidence, label, Inline.phrase("：{0}", ": {0}", detail(trait)));
        return new Para(Stream.concat(Stream.of(what), validity(trait)).toList());
    }

    private static Inline detail(Trait trait) {
        return SIGNING.contains(trait.kind())
                ? DetailWords.signing(trait.detail())
                : Inline.foreign(Defang.text(trait.detail()));
    }

    /// Of a certificate whose signature was looked at, at the time of the mail's receipt.
    private Stream<Statement> validity(Trait trait) {
        return SIGNATURES.contains(trait.kind())
                ? Validity.of(trait).stream().map(dates -> dates.told(brief.mail(), seen(trait.detail())))
                : Stream.empty();
    }

    private Optional<Row> limits() {
        List<Truncated> all = Stream.concat(
                        file.opened().truncated().stream(),
                        file.opened().all().flatMap(inside -> inside.opened().truncated().stream()))
                .distinct()
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(
                        Text.of("達した上限", "Limits reached"),
                        all.stream().limit(TRAITS).map(this::limit).toList()));
    }

    private Para limit(Truncated cut) {
        return Block.para(Statement.say(
                seen(cut.limit()),
                Inline.phrase(
                        "{0}：{1}。読んでいないもの：{2}",
                        "{0}: {1}; left out: {2}",
                        Inline.code(cut.limit()),
                        Inline.number(cut.value()),
                        new Inline.Told(cut.what()))));
    }

    private Optional<Row> links() {
        List<Link> all = brief.mail().links().stream()
                .filter(link ->
                        link.partPath().equals(file.partPath()) && !link.place().isEmpty())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Para> paras = new ArrayList<>(all.stream()
                .limit(LINKS)
                .map(link -> Block.para(Statement.say(
                        link.evidence(),
                        Inline.code(Defang.target(link)),
                        Inline.phrase("（{0}）", " ({0})", Inline.foreign(link.place())))))
                .toList());
        more(all.size(), LINKS).ifPresent(paras::add);
        return Optional.of(new Row(Text.of("リンク・読み込み先", "Links and loads"), paras));
    }

    private Optional<Para> more(int all, int shown) {
        return all <= shown
                ? Optional.empty()
                : Optional.of(Block.para(Statement.say(
                        file.evidence(), Inline.phrase("ほか {0} 件。", "and {0} more.", Inline.number(all - shown)))));
    }

    /// A file in the file and how deep it lies.
    private record Deep(Inside file, int depth) {}

    private Optional<Block> inside() {
        List<Deep> all = deep(file.opened(), 0).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<List<Para>> rows =
                new ArrayList<>(all.stream().limit(INSIDE).map(this::cells).toList());
        more(all.size(), INSIDE).ifPresent(more -> rows.add(List.of(more)));
        return Optional.of(new Table(
                Text.of("中のファイル（{0} 件）", "Files in it ({0})").with(all.size()),
                List.of(
                        Text.of("名前", "Name"),
                        Text.of("種類・大きさ", "Type, size"),
                        Text.of("確認できたこと", "What was seen"),
                        Text.of("SHA-256・MD5", "SHA-256, MD5")),
                rows));
    }

    /// Goes as deep as the files, which is bounded by `Limits.Files.depth`.
    private static Stream<Deep> deep(Opened opened, int depth) {
        return opened.files().stream()
                .flatMap(inside -> Stream.concat(Stream.of(new Deep(inside, depth)), deep(inside.opened(), depth + 1)));
    }

    private List<Para> cells(Deep deep) {
        Inside inside = deep.file();
        Evidence evidence = seen("› " + inside.name() + " " + inside.prints().sha256());
        String name = inside.name().isEmpty() ? "—" : inside.name();
        List<Statement> found = new ArrayList<>();
        found.add(Statement.say(
                seen("› " + inside.name() + " " + inside.opened().state().name()), badge(inside.opened())));
        inside.opened().traits().stream()
                .limit(6)
                .map(trait -> trait(trait).statements())
                .forEach(found::addAll);
        boolean whole = inside.opened().state() != Opened.State.LOCKED;
        return List.of(
                Block.para(Statement.say(
                        evidence, Inline.foreign(deep.depth() == 0 ? name : "└".repeat(deep.depth()) + " " + name))),
                new Para(List.of(
                        Statement.say(evidence, Inline.code(inside.looksLike().isEmpty() ? "?" : inside.looksLike())),
                        Statement.say(evidence, size(inside.size())))),
                new Para(found),
                whole
                        ? new Para(List.of(
                                Statement.say(
                                        evidence, Inline.code(inside.prints().sha256())),
                                Statement.say(
                                        evidence, Inline.code(inside.prints().md5()))))
                        : Block.para(Statement.say(evidence, Inline.foreign("—"))));
    }

    private List<Block> views() {
        Shots shots = new Shots();
        Stream.concat(Stream.of(file.opened()), file.opened().all().map(Inside::opened))
                .flatMap(opened -> opened.views().stream())
                .limit(VIEWS)
                .forEach(view -> add(shots, view));
        return shots.blocks();
    }

    private void add(Shots shots, View view) {
        Text name = view.place().isEmpty()
                ? Text.of("ファイルの画像", "What the file looks like")
                : Text.of("ファイルの画像：{0}", "What the file looks like: {0}").with(view.place());
        shots.add(view.png(), Sha256.of(view.png()), name, "", Kind.FILE, seen("view " + view.place()));
    }

    private Optional<Block> excerpts() {
        List<Words> all = Stream.concat(
                        Stream.of(file.opened()), file.opened().all().map(Inside::opened))
                .flatMap(opened -> opened.texts().stream())
                .filter(words -> !words.text().isBlank())
                .limit(EXCERPTS)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rows(all.stream().map(this::excerpt).toList()));
    }

    private Row excerpt(Words words) {
        String text = cut(Defang.text(words.text().strip()));
        Text label = switch (words.origin()) {
            case WRITTEN -> Text.of("書かれている文章（抜粋）", "What it says (excerpt)");
            case RECOGNISED -> Text.of("画像から読み取った文字（OCR・誤りを含みます）", "Read off a picture (OCR: may be wrong)");
        };
        return new Row(
                label,
                List.of(Block.para(Statement.say(
                        seen(words.place() + " " + text),
                        words.place().isEmpty()
                                ? Inline.foreign(text)
                                : Inline.phrase(
                                        "{0}：{1}", "{0}: {1}", Inline.foreign(words.place()), Inline.foreign(text))))));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }
}
