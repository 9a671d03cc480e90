package gyotaku.report.render;

import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.List;

/// Statements as plain text.
public final class Plain {

    private Plain() {}

    public static String of(Para para, Lang lang) {
        StringBuilder out = new StringBuilder();
        para.statements().forEach(statement -> out.append(of(statement, lang)));
        return out.toString();
    }

    public static String of(Statement statement, Lang lang) {
        return switch (statement) {
            case Statement.Fixed fixed -> fixed.words().in(lang);
            case Statement.Sentence sentence -> of(sentence.parts(), lang);
            case Statement.Gap gap -> of(gap.what(), lang) + reason(gap.why(), lang);
        };
    }

    static String reason(Text why, Lang lang) {
        String said = why.in(lang);
        if (said.isEmpty()) {
            return "";
        }
        if (said.endsWith("。") || said.endsWith(".")) {
            return (lang == Lang.JA ? "。" : ". ") + said;
        }
        return lang == Lang.JA ? "（" + said + "）" : " (" + said + ")";
    }

    static String of(List<Inline> inlines, Lang lang) {
        StringBuilder out = new StringBuilder();
        for (Inline inline : inlines) {
            String said = of(inline, lang);
            if (spaced(out, inline, said)) {
                out.append(' ');
            }
            out.append(said);
        }
        return out.toString();
    }

    private static boolean spaced(StringBuilder out, Inline inline, String said) {
        return !out.isEmpty() && !said.startsWith(" ") && inline instanceof Inline.Badge;
    }

    static String of(Inline inline, Lang lang) {
        return switch (inline) {
            case Inline.Words words -> words.text().in(lang);
            case Inline.Told told -> told.text().in(lang);
            case Inline.Strong strong -> strong.text().in(lang);
            case Inline.Foreign foreign -> foreign.value();
            case Inline.Code code -> code.value();
            case Inline.Badge badge -> "[" + badge.label().in(lang) + "]";
            case Inline.Phrase phrase -> phrase(phrase, lang);
        };
    }

    private static String phrase(Inline.Phrase phrase, Lang lang) {
        StringBuilder out = new StringBuilder();
        Template.each(
                phrase.template().in(lang),
                out::append,
                index -> out.append(of(phrase.values().get(index), lang)));
        return out.toString();
    }
}
