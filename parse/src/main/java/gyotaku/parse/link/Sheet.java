package gyotaku.parse.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/// The simple rules (`tag`, `.class`, `#id`, `tag.class`, `*`) of the style sheets in a mail. Read in one pass over
/// the text; rules that hold only under a condition are left out.
final class Sheet {

    /// Against sheets that are made to cost time.
    private static final int MOST_RULES = 5_000;

    private static final int MOST_CLASSES = 32;
    private static final long TAG = 1L << 20;
    private static final long CLASS = 2L << 20;
    private static final long ID = 3L << 20;
    static final long INLINE = 4L << 20;

    private final Map<String, Declarations> rules = new HashMap<>();
    private int read;

    void read(String css) {
        String text = withoutComments(css);
        int at = 0;
        while (at < text.length() && read < MOST_RULES) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                return;
            }
            String prelude = text.substring(at, open);
            prelude = prelude.substring(Math.max(prelude.lastIndexOf('}'), prelude.lastIndexOf(';')) + 1)
                    .strip();
            if (prelude.startsWith("@")) {
                at = isUnconditional(prelude) ? open + 1 : blockEnd(text, open);
                read++;
                continue;
            }
            int close = text.indexOf('}', open);
            close = close < 0 ? text.length() : close;
            rule(prelude, text.substring(open + 1, close));
            at = close + 1;
        }
    }

    private static boolean isUnconditional(String prelude) {
        String name = prelude.toLowerCase(Locale.ROOT);
        return name.startsWith("@media") && name.indexOf('(') < 0 && !name.contains("print");
    }

    private static int blockEnd(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static String withoutComments(String css) {
        StringBuilder out = new StringBuilder(css.length());
        int at = 0;
        while (at < css.length()) {
            int open = css.indexOf("/*", at);
            out.append(css, at, open < 0 ? css.length() : open);
            int close = open < 0 ? -1 : css.indexOf("*/", open + 2);
            at = close < 0 ? css.length() : close + 2;
        }
        return out.toString();
    }

    private void rule(String selectors, String declarations) {
        int start = 0;
        while (start <= selectors.length() && read < MOST_RULES) {
            int comma = selectors.indexOf(',', start);
            int end = comma < 0 ? selectors.length() : comma;
            String selector = selectors.substring(start, end).strip();
            if (isSimple(selector)) {
                rules.computeIfAbsent(key(selector), _ -> new Declarations()).read(declarations, rank(selector) + read);
            }
            read++;
            start = end + 1;
        }
    }

    private static boolean isSimple(String selector) {
        return !selector.isEmpty()
                && selector.length() < 100
                && selector.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.#*".indexOf(c) >= 0);
    }

    private static String key(String selector) {
        int mark = Math.max(selector.indexOf('.'), selector.indexOf('#'));
        return mark < 0
                ? selector.toLowerCase(Locale.ROOT)
                : selector.substring(0, mark).toLowerCase(Locale.ROOT) + selector.substring(mark);
    }

    private static long rank(String selector) {
        long kind = selector.indexOf('#') >= 0 ? ID : selector.indexOf('.') >= 0 ? CLASS : 0;
        return kind + (Character.isLetter(selector.charAt(0)) ? TAG / 2 : 0);
    }

    /// All that holds for an element, its own `style` attribute last.
    Declarations of(Element element) {
        Declarations all = new Declarations();
        String tag = element.normalName();
        take(all, "*");
        take(all, tag);
        int classes = 0;
        for (String name : element.classNames()) {
            if (classes++ == MOST_CLASSES) {
                break;
            }
            take(all, "." + name);
            take(all, tag + "." + name);
        }
        if (!element.id().isEmpty()) {
            take(all, "#" + element.id());
            take(all, tag + "#" + element.id());
        }
        all.read(CssUrls.unescaped(element.attr("style")), INLINE);
        return all;
    }

    private void take(Declarations all, String key) {
        Declarations rule = rules.get(key);
        if (rule != null) {
            all.take(rule);
        }
    }
}
