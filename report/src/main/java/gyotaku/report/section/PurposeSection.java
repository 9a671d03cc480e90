package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.fact.Asked;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Purpose;
import gyotaku.report.block.Block;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the sender is after.
@AutoService(Section.class)
public final class PurposeSection implements Section {

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String anchor() {
        return "purpose";
    }

    @Override
    public Text title() {
        return Text.of("メールの目的", "What the mail is after");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Purpose purpose = brief.analysis().purpose();
        List<Evidence> evidence = purpose.evidence().isEmpty() ? List.of(brief.whole()) : purpose.evidence();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.say(evidence, new Inline.Told(says(purpose.kind(), brief))));
        statements.addAll(page(brief, evidence));
        if (!brief.benign()) {
            loss(brief, purpose.kind()).ifPresent(statements::add);
        }
        List<Block> blocks = new ArrayList<>();
        if (!brief.benign() && purpose.kind() != Purpose.Kind.NONE) {
            blocks.add(Block.heading("犯人の目的", "The sender's aim"));
        }
        blocks.add(new Block.Para(statements));
        return blocks;
    }

    /// What the page that the aim was read from asks for.
    private static List<Statement> page(Brief brief, List<Evidence> evidence) {
        return new Visits(brief)
                .all().stream()
                        .filter(visit -> evidence.contains(visit.evidence()))
                        .filter(visit -> !Asked.of(visit.page()).isEmpty())
                        .limit(1)
                        .map(visit -> Statement.say(
                                visit.evidence(),
                                Inline.phrase(
                                        "リンク先のページは、{0}の入力を求めていました。",
                                        "The linked page asked for: {0}.",
                                        new Inline.Told(PageInWords.words(Asked.of(visit.page()))))))
                        .toList();
    }

    private static Text says(Purpose.Kind kind, Brief brief) {
        Text whose = brief.brand().map(Brand::name).orElse(Text.of("利用中のサービス", "a service you use"));
        return switch (kind) {
            case CREDENTIALS ->
                Text.of(
                                "受信者を偽のページへ誘導し、{0}の会員番号やパスワードなどのログイン情報を入力させることが目的とみられます。",
                                "It seems to lead the reader to a false page and have the login for {0} typed in: member number, password and the like.")
                        .with(whose);
            case CARD ->
                Text.of(
                                "受信者を偽のページへ誘導し、{0}を装ってクレジットカード情報を入力させることが目的とみられます。",
                                "It seems to lead the reader to a false page and have card details typed in, in the name of {0}.")
                        .with(whose);
            case MALWARE ->
                Text.of(
                        "添付ファイルやリンク先のファイルを開かせ、端末をマルウェアに感染させることが目的とみられます。",
                        "It seems to have a file opened that infects the device.");
            case MONEY -> Text.of("送金や振込先の変更をさせることが目的とみられます。", "It seems to have money sent or bank details changed.");
            case EXTORTION ->
                Text.of(
                        "脅して暗号資産などを支払わせることが目的とみられます。",
                        "It seems to frighten the reader into paying, for example in crypto-currency.");
            case ADVANCE_FEE ->
                Text.of(
                        "多額の金銭を受け取れると信じさせ、手数料などを先に支払わせることが目的とみられます。",
                        "It seems to promise a large sum and have fees paid in advance.");
            case ADVERTISING -> Text.of("宣伝・広告が目的とみられます。", "It seems to advertise.");
            case NONE ->
                Text.of("金銭や情報を求める目的は、このメールの内容からは読み取れませんでした。", "No aim at money or data could be read from this mail.");
        };
    }

    /// What is at stake and how it is turned into money: by the kind of the brand where its page is imitated, else by
    /// the aim.
    private static Optional<Statement> loss(Brief brief, Purpose.Kind kind) {
        boolean page = kind == Purpose.Kind.CREDENTIALS || kind == Purpose.Kind.CARD;
        Optional<String> category = page ? brief.brand().map(Brand::category) : Optional.of("aim-" + kind.code());
        return category.flatMap(named -> brief.knowledge().stakes().stream()
                        .filter(stake -> stake.categories().contains(named))
                        .findFirst())
                .map(stake -> Statement.say(
                        stake.evidence(), new Inline.Told(stake.stake()), new Inline.Told(stake.turned())));
    }
}
