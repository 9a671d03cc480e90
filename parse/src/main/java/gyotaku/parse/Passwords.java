package gyotaku.parse;

import gyotaku.parse.link.DecodedText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Words of a mail that may open a locked file in it: what stands after “password” and the like.
final class Passwords {

    /// Against texts that say the word ten thousand times.
    private static final int MOST = 20;

    private static final int LONGEST = 64;

    /// How far after the word a password may begin.
    private static final int NEAR = 24;

    private static final List<String> WORDS = List.of(
            "パスワード",
            "暗号化キー",
            "解凍キー",
            "解凍pw",
            "開封キー",
            "暗証番号",
            "password",
            "passcode",
            "passwort",
            "contraseña",
            "密码",
            "pass:",
            "pw:",
            "pwd");

    private Passwords() {}

    /// The likeliest first.
    static List<String> in(List<DecodedText> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (DecodedText text : texts) {
            String plain = text.type().equals("text/html") ? untagged(text.text()) : text.text();
            // Wide and narrow forms are one: people type １２３４ where the archive wants 1234.
            collect(Normalizer.normalize(plain, Normalizer.Form.NFKC), found);
        }
        return List.copyOf(found);
    }

    private static void collect(String text, Set<String> found) {
        String lower = lower(text);
        for (String word : WORDS) {
            int at = lower.indexOf(word);
            while (at >= 0 && found.size() < MOST) {
                candidates(text, at + word.length()).forEach(found::add);
                at = lower.indexOf(word, at + word.length());
            }
        }
    }

    /// Character by character: places stay the same, which whole words do not grant (İ becomes two).
    private static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Character.toLowerCase((char) c)));
        return out.toString();
    }

    /// The first runs of characters that a password is written in.
    private static List<String> candidates(String text, int after) {
        List<String> runs = new ArrayList<>();
        int at = after;
        int stop = Math.min(text.length(), after + NEAR);
        while (at < stop && runs.size() < 2) {
            int start = at;
            while (at < text.length() && at - start < LONGEST && isPart(text.charAt(at))) {
                at++;
            }
            if (at - start >= 3) {
                runs.add(trimmed(text.substring(start, at)));
            }
            at = Math.max(at, start + 1);
        }
        return runs.stream().filter(run -> run.length() >= 3).toList();
    }

    private static boolean isPart(char c) {
        return c > ' ' && c < 0x7f && "<>\"".indexOf(c) < 0;
    }

    private static String trimmed(String run) {
        int from = 0;
        int to = run.length();
        while (from < to && ":[('=".indexOf(run.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ".,;)]'".indexOf(run.charAt(to - 1)) >= 0) {
            to--;
        }
        return run.substring(from, to);
    }

    private static String untagged(String html) {
        StringBuilder out = new StringBuilder(html.length());
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            inTag = c == '<' || inTag && c != '>';
            if (!inTag && c != '>') {
                out.append(c);
            } else if (c == '>') {
                out.append(' ');
            }
        }
        return out.toString().replace("&amp;", "&").replace("&nbsp;", " ");
    }
}
