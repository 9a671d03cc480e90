package gyotaku.report.render;

import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.report.block.Chapter;
import gyotaku.report.block.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// One self-contained page: no script, nothing loaded, no link but to its own anchors.
public final class HtmlPage {

    private final String style;
    private final String policy;

    public HtmlPage() {
        this.style = resource("report.css");
        this.policy = "default-src 'none'; img-src data:; style-src 'sha256-" + digest(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    public byte[] bytes(Document document, Lang lang) {
        Markup out = new Markup();
        out.raw("<!doctype html>\n").open("html", "lang", lang.code()).raw("\n<head>\n<meta charset=\"utf-8\">\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .raw(policy)
                .raw("\">\n");
        out.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n");
        out.element("title", Plain.of(document.title(), lang))
                .raw("\n<style>")
                .raw(style)
                .raw("</style>\n</head>\n");
        out.raw("<body><main>\n");
        header(out, document, lang);
        Blocks blocks = new Blocks(out, lang, document.ledger());
        title(out, document, blocks);
        boolean first = true;
        for (Chapter chapter : document.chapters()) {
            chapter(out, chapter, blocks, lang, first);
            if (first) {
                contents(out, document, lang);
            }
            first = false;
        }
        footer(out, document, lang);
        return out.raw("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void header(Markup out, Document document, Lang lang) {
        out.raw(
                "<header><svg viewBox=\"0 0 64 40\" aria-hidden=\"true\"><path class=\"fish\" d=\"M4 20c8-13 27-17 40-4l14-10c-4 9-4 19 0 28L44 24C31 37 12 33 4 20z\"/><circle class=\"eye\" cx=\"15\" cy=\"18\" r=\"2.2\"/></svg>");
        out.open("span")
                .element("b", Text.of("魚拓", "Gyotaku").in(lang))
                .text(Text.of(" 調査報告　事例 ", " investigation report, case ").in(lang))
                .text(document.id())
                .close("span");
        out.element("span", document.label().in(lang), "class", "label").raw("</header>\n");
    }

    private static void title(Markup out, Document document, Blocks blocks) {
        out.open("h1");
        if (document.title().statements().isEmpty()) {
            blocks.text(Text.of("調査報告", "Investigation report"));
        } else {
            document.title().statements().forEach(blocks::words);
        }
        out.close("h1").open("p", "class", "sub");
        document.subtitle().statements().forEach(blocks::words);
        out.close("p").raw("\n");
    }

    private static void chapter(Markup out, Chapter chapter, Blocks blocks, Lang lang, boolean first) {
        out.open("section", "id", chapter.anchor(), "aria-labelledby", "h-" + chapter.anchor());
        out.element("h2", chapter.title().in(lang), "id", "h-" + chapter.anchor(), "class", first ? "quiet" : "");
        chapter.blocks().forEach(blocks::block);
        out.close("section").raw("\n");
    }

    private static void contents(Markup out, Document document, Lang lang) {
        Text name = Text.of("目次", "Contents");
        out.open("nav", "aria-label", name.in(lang)).element("b", name.in(lang)).raw("<ol>");
        document.chapters().stream()
                .skip(1)
                .forEach(chapter -> out.open("li")
                        .element("a", chapter.title().in(lang), "href", "#" + chapter.anchor())
                        .close("li"));
        out.raw("</ol></nav>\n");
    }

    private static void footer(Markup out, Document document, Lang lang) {
        out.open("footer")
                .text(Text.of(
                                "この報告は検体と記録した照会だけから作られています。検証：",
                                "This report was made from the sample and the recorded look-ups alone. Check it: ")
                        .in(lang))
                .element("code", "gyotaku verify " + document.id())
                .text(Text.of("　再現：", "  Build it again: ").in(lang))
                .element("code", "gyotaku replay " + document.id())
                .close("footer")
                .raw("\n");
    }

    static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream("/gyotaku/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("while reading " + name, e);
        }
    }

    private static String digest(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
