package gyotaku.report.mask;

import gyotaku.model.mail.AddressForms;
import gyotaku.report.mask.Masked.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Strings that must not be seen, in lower case, with what stands in for them.
final class Needles {

    static final String STARS = "***";

    private static final String CUT = "…";

    /// Characters of one that are too many to be left.
    private static final int TELLING = 5;

    private final Map<String, Kind> anywhere = new LinkedHashMap<>();
    private final Map<String, Kind> inTexts = new LinkedHashMap<>();
    private final Map<String, Kind> words = new LinkedHashMap<>();

    /// Wherever it stands.
    void add(String needle, Kind kind) {
        if (needle.length() >= 3) {
            anywhere.put(AddressForms.lower(needle), kind);
        }
    }

    void addAll(Collection<String> needles, Kind kind) {
        needles.forEach(needle -> add(needle, kind));
    }

    /// Wherever it stands in a text of the mail or an answer; our own words may hold it by chance.
    void addInTexts(String needle, Kind kind) {
        inTexts.put(AddressForms.lower(needle), kind);
    }

    /// Only between other characters than letters and digits.
    void addWord(String needle, Kind kind) {
        if (!needle.isBlank()) {
            words.put(AddressForms.lower(needle), kind);
        }
    }

    String mask(String text, Masked masked) {
        String left = replace(replace(text, anywhere, false, masked), inTexts, false, masked);
        return cutOff(replace(left, words, true, masked), masked);
    }

    /// An excerpt that ends in the middle of one still tells most of it.
    private String cutOff(String text, Masked masked) {
        if (!text.endsWith(CUT)) {
            return text;
        }
        String small = AddressForms.lower(text);
        int end = small.length() - CUT.length();
        for (Map.Entry<String, Kind> needle : anywhere.entrySet()) {
            for (int kept = Math.min(needle.getKey().length() - 1, end); kept >= TELLING; kept--) {
                if (small.startsWith(needle.getKey().substring(0, kept), end - kept)) {
                    masked.note(needle.getValue(), needle.getKey());
                    return text.substring(0, end - kept) + STARS + CUT;
                }
            }
        }
        return text;
    }

    private static String replace(String text, Map<String, Kind> needles, boolean word, Masked masked) {
        String left = text;
        String small = AddressForms.lower(text);
        for (Map.Entry<String, Kind> needle : needles.entrySet()) {
            if (small.contains(needle.getKey())) {
                left = replace(left, small, needle, word, masked);
                small = AddressForms.lower(left);
            }
        }
        return left;
    }

    private static String replace(
            String text, String small, Map.Entry<String, Kind> needle, boolean word, Masked masked) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int hit = small.indexOf(needle.getKey()); hit >= 0; hit = small.indexOf(needle.getKey(), hit + 1)) {
            int end = hit + needle.getKey().length();
            if (hit >= at && (!word || alone(small, hit, end))) {
                out.append(text, at, hit).append(STARS);
                masked.note(needle.getValue(), needle.getKey());
                at = end;
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    private static boolean alone(String text, int start, int end) {
        return !letter(text, start - 1) && !letter(text, end);
    }

    private static boolean letter(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /// Replaces what is masked wherever it stands and nothing else.
    String strict(String text) {
        return replace(text, anywhere, false, new Masked());
    }

    /// Whether any of them stands in a text of the mail or an answer.
    boolean found(String text) {
        return !mask(text, new Masked()).equals(text);
    }

    /// Whether one that is masked wherever it stands is still there.
    boolean remain(String text) {
        String small = AddressForms.lower(text);
        return anywhere.keySet().stream().anyMatch(small::contains);
    }
}
