package gyotaku.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody does to a text at no cost so that programs no longer know it, while people read it as before. Links
/// and
/// tags stay, or nobody could follow them.
enum Mutation {
    NONE(word -> word),
    SPACES(word -> word.replace(" ", "  ").replace("。", "。　")),
    ZERO_WIDTH(word -> every(3, "\u200b", word)),
    CONFUSABLES(word -> exchanged(Letters.ALIKE, word)),
    SYNONYMS(word -> exchanged(Letters.SYNONYMS, word)),
    HTML_NOISE(word -> word),
    IMAGE_ONLY(word -> word),
    SPLIT_WORDS(word -> every(4, "\u00ad", word));

    private static final Pattern FIELD = Pattern.compile("(?m)^[^\\s:]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*");
    private static final Pattern TAG_OR_LINK =
            Pattern.compile("(?s)<(style|script)\\b.*?</\\1>|<[^>]*>|https?://[^\\s<>\"]+|&#?\\w+;");

    private final UnaryOperator<String> change;

    Mutation(UnaryOperator<String> change) {
        this.change = change;
    }

    private static final class Letters {
        static final Map<String, String> ALIKE = Map.ofEntries(
                Map.entry("a", "а"),
                Map.entry("e", "е"),
                Map.entry("o", "о"),
                Map.entry("c", "с"),
                Map.entry("i", "і"),
                Map.entry("カ", "力"),
                Map.entry("ニ", "二"),
                Map.entry("ロ", "口"),
                Map.entry("ト", "卜"),
                Map.entry("ハ", "八"),
                Map.entry("タ", "夕"),
                Map.entry("エ", "工"),
                Map.entry("ー", "一"));
        static final Map<String, String> SYNONYMS = Map.ofEntries(
                Map.entry("account", "membership"),
                Map.entry("verify", "check"),
                Map.entry("confirm", "check"),
                Map.entry("suspended", "paused"),
                Map.entry("password", "secret word"),
                Map.entry("click", "press"),
                Map.entry("urgent", "pressing"),
                Map.entry("immediately", "without delay"),
                Map.entry("payment", "remittance"),
                Map.entry("ログイン", "サインイン"),
                Map.entry("確認", "チェック"),
                Map.entry("アカウント", "会員登録"),
                Map.entry("停止", "休止"),
                Map.entry("至急", "早急に"),
                Map.entry("パスワード", "暗証語"),
                Map.entry("お支払い", "ご入金"),
                Map.entry("本人", "ご自身"),
                Map.entry("期限", "締切"));
    }

    /// The mail with its text changed, plain and HTML; empty when it has no text, or parts that are no text.
    Optional<byte[]> of(byte[] mail, ParsedMail read) {
        Optional<String> plain = text(read.root(), "text/plain");
        Optional<String> html = text(read.root(), "text/html");
        if (plain.isEmpty() && html.isEmpty()
                || !read.attachments().isEmpty()
                || !read.pictures().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(headers(mail));
        out.append("MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"=_mutated\"\n\n");
        if (this == IMAGE_ONLY) {
            part(out, "text/html", links(html.or(() -> plain).orElseThrow()));
        } else {
            plain.ifPresent(text -> part(out, "text/plain", between(text)));
            html.ifPresent(text -> part(out, "text/html", between(text)));
        }
        return Optional.of(out.append("--=_mutated--\n").toString().getBytes(ISO_8859_1));
    }

    /// Only a picture of the text, which is not there to be read, and the first link around it.
    private static String links(String text) {
        Matcher link = Pattern.compile("https?://[^\\s<>\"]+").matcher(text);
        return link.find()
                ? "<a href=\"" + link.group() + "\"><img src=\"https://images.example.net/1.png\"></a>"
                : "<img src=\"https://images.example.net/1.png\">";
    }

    private String between(String text) {
        StringBuilder out = new StringBuilder();
        Matcher kept = TAG_OR_LINK.matcher(text);
        int from = 0;
        while (kept.find()) {
            out.append(mutated(text.substring(from, kept.start()), text)).append(kept.group());
            from = kept.end();
        }
        return out.append(mutated(text.substring(from), text)).toString();
    }

    private String mutated(String words, String whole) {
        return this == HTML_NOISE && whole.contains("<")
                ? every(5, "<span></span><!-- -->", words)
                : change.apply(words);
    }

    /// The mark after so many letters of each word, and again, but not at its end.
    private static String every(int letters, String mark, String text) {
        return Pattern.compile("\\p{L}{" + letters + "}(?=\\p{L})")
                .matcher(text)
                .replaceAll(run -> run.group() + mark);
    }

    private static String exchanged(Map<String, String> table, String text) {
        String changed = text;
        for (Map.Entry<String, String> pair : new TreeMap<>(table).entrySet()) {
            changed = changed.replace(pair.getKey(), pair.getValue());
        }
        return changed;
    }

    private static void part(StringBuilder out, String type, String text) {
        out.append("--=_mutated\nContent-Type: ")
                .append(type)
                .append("; charset=utf-8\nContent-Transfer-Encoding: base64\n\n")
                .append(Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)))
                .append("\n");
    }

    private static Optional<String> text(Part part, String type) {
        return part.type().equals(type) && part.text().isPresent()
                ? part.text()
                : part.children().stream()
                        .flatMap(child -> text(child, type).stream())
                        .findFirst();
    }

    private static String headers(byte[] mail) {
        String all = new String(mail, ISO_8859_1).replace("\r\n", "\n");
        int end = all.indexOf("\n\n");
        StringBuilder kept = new StringBuilder();
        FIELD.matcher(end < 0 ? all : all.substring(0, end + 1))
                .results()
                .map(MatchResult::group)
                .filter(field -> !field.toLowerCase(Locale.ROOT).matches("(?s)(content-|mime-version).*"))
                .forEach(kept::append);
        return kept.toString();
    }

    static Stream<Mutation> real() {
        return Stream.of(values()).filter(one -> one != NONE);
    }
}
