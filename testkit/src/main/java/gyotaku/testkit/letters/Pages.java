package gyotaku.testkit.letters;

import gyotaku.testkit.letters.Letter.Link;
import gyotaku.testkit.letters.Traits.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The text of a letter as plain text and as HTML of several styles.
record Pages(List<String> paragraphs, List<Link> links, String hidden, Draw draw) {

    private static final int LINKS = 99;

    /// The text with its links written out.
    String plain() {
        return String.join(
                        "\n\n",
                        paragraphs.stream().map(p -> linked(p, this::written)).toList()) + "\n";
    }

    /// A page; `picture` is the content id of the picture that stands for the text, empty: the text itself.
    String html(Style style, String charset, String picture) {
        String shown = picture.isEmpty() ? body(style) : pictured(picture);
        String ground = draw.of("ground", List.of("#ffffff", "#f4f4f4", "#f5f7fa", "#eeeeee"));
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset + "\">"
                + (style == Style.TABLES ? "<title></title>" : "")
                + "</head>\n<body"
                + (style == Style.WORD ? " lang=\"JA\"" : " style=\"background:" + ground + "\"")
                + ">\n" + concealed() + shown + "\n</body></html>\n";
    }

    private String body(Style style) {
        return switch (style) {
            case TABLES ->
                "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\">\n<table width=\"600\""
                        + " cellpadding=\"12\" bgcolor=\"#ffffff\" style=\"font-family:Meiryo,sans-serif;font-size:14px\">\n"
                        + each("<tr><td>", "</td></tr>\n") + "</table></td></tr></table>";
            case DIVS ->
                "<div style=\"max-width:640px;margin:0 auto;background:#fff;padding:24px;line-height:1.7\">\n"
                        + each("<div style=\"margin-bottom:16px\">", "</div>\n") + "</div>";
            case PARAGRAPHS -> each("<p>", "</p>\n");
            case WORD ->
                "<div class=\"WordSection1\">\n"
                        + each("<p class=\"MsoNormal\"><span style=\"font-family:游ゴシック\">", "</span></p>\n") + "</div>";
            case BREAKS -> "<div dir=\"auto\">" + each("", "<br><br>\n") + "</div>";
        };
    }

    private String each(String before, String after) {
        return paragraphs.stream()
                .map(p -> before + linked(escaped(p), this::anchor).replace("\n", "<br>\n") + after)
                .collect(Collectors.joining());
    }

    private String concealed() {
        if (hidden.isEmpty()) {
            return "";
        }
        String way = draw.of(
                "concealed",
                List.of(
                        "display:none;max-height:0;overflow:hidden",
                        "display:none;font-size:1px;color:#ffffff;line-height:1px;opacity:0",
                        "font-size:0;line-height:0;max-height:0;overflow:hidden",
                        "color:#ffffff;font-size:1px"));
        return "<div style=\"" + way + "\">" + escaped(hidden) + "</div>\n";
    }

    private String pictured(String picture) {
        String image = "<img src=\"cid:" + picture + "\" border=\"0\" alt=\"\">";
        return links.isEmpty() ? image : "<a href=\"" + escaped(links.getFirst().url()) + "\">" + image + "</a>";
    }

    private interface Writing {
        String of(Link link, boolean alone);
    }

    private String linked(String paragraph, Writing writing) {
        List<String> lines = new ArrayList<>();
        for (String line : paragraph.split("\n", -1)) {
            String out = line;
            for (int n = 1; n <= Math.min(LINKS, links.size()); n++) {
                String mark = "[[" + n + "]]";
                out = out.replace(
                        mark, writing.of(links.get(n - 1), line.strip().equals(mark)));
            }
            lines.add(out);
        }
        return String.join("\n", lines);
    }

    private String written(Link link, boolean alone) {
        if (link.text().isEmpty() || address(link.text())) {
            return link.url();
        }
        return link.text()
                + (alone ? "\n" : draw.percent("in brackets", 50) ? " ⇒ " : ": ")
                + link.url()
                + (alone ? "" : " ");
    }

    private String anchor(Link link, boolean alone) {
        boolean button = alone && !link.text().isEmpty() && !address(link.text()) && draw.percent("button", 60);
        String colour = draw.of("colour", List.of("#0066cc", "#bf0000", "#ff9900", "#1a73e8", "#006934", "#333333"));
        return "<a href=\"" + escaped(link.url()) + "\""
                + (button
                        ? " style=\"display:inline-block;padding:12px 28px;background:" + colour
                                + ";color:#ffffff;text-decoration:none\""
                        : "")
                + ">" + escaped(link.text().isEmpty() ? link.url() : link.text()) + "</a>";
    }

    private static boolean address(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
