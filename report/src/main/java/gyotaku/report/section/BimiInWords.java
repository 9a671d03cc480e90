package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.Bimi;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;

/// The logo that the domain of From wishes to have shown, and what its certificate says; nothing where there is no
/// record.
final class BimiInWords {

    private static final Text NO_CERTIFICATE = Text.of("レコードに記載がありません。", "the record names none.");
    private static final Inline CERTIFICATE = Inline.words("証明書：", " Certificate: ");

    private BimiInWords() {}

    static List<Row> rows(Brief brief) {
        return brief.facts().bimi() instanceof Lookup.Found<Bimi>(Bimi bimi, Evidence evidence)
                ? List.of(new Row(
                        Text.of("BIMI のロゴと証明書", "BIMI logo and certificate"),
                        List.of(new Para(told(brief, bimi, evidence)))))
                : List.of();
    }

    private static List<Statement> told(Brief brief, Bimi bimi, Evidence evidence) {
        List<Statement> told = new ArrayList<>();
        told.add(Statement.say(evidence, logo(bimi)));
        told.add(Telling.lookup(List.of(CERTIFICATE), bimi.certificate(), BimiInWords::certificate, NO_CERTIFICATE));
        told.add(Statement.say(
                evidence,
                brief.analysis().authentication().dmarc().result().equals("pass")
                        ? Inline.words(
                                "BIMI はロゴの登録を示すだけで、メールの内容が安全であることは示しません。",
                                " BIMI tells of a registered logo, not that the mail is harmless.")
                        : Inline.words(
                                "このメールは DMARC に合格していないため、BIMI は何の証明にもなりません。",
                                " This mail did not pass DMARC, so BIMI proves nothing about it.")));
        return told;
    }

    private static Inline logo(Bimi bimi) {
        Inline domain = Inline.code(bimi.domain());
        return bimi.logo().isEmpty()
                ? Inline.phrase("{0} は、ロゴを表示しないよう求めています。", "{0} asks that no logo be shown.", domain)
                : Inline.phrase(
                        "{0} は、ロゴ {1} の表示を求めています。",
                        "{0} asks that the logo {1} be shown.", domain, Inline.code(Defang.text(bimi.logo())));
    }

    private static List<Inline> certificate(Bimi.Certificate certificate) {
        return List.of(Inline.phrase(
                "組織 {0}、商標の種類 {1}、対象 {2}、発行者 {3} と書かれています（発行者の署名は検証していません）。",
                "it says organisation {0}, mark {1}, for {2}, issued by {3} (the issuer's signature was not verified).",
                Inline.foreign(known(certificate.organization())),
                Inline.foreign(known(certificate.mark())),
                Inline.code(known(Defang.text(String.join(", ", certificate.names())))),
                Inline.foreign(known(certificate.issuer()))));
    }

    private static String known(String value) {
        return value.isEmpty() ? "—" : value;
    }
}
