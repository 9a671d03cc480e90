package gyotaku.analyse.detect;

import java.util.Locale;

/// Whether a name looks as if a machine had drawn it: nobody can say it, or letters and digits keep changing places.
public final class LooksRandom {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 64;
    private static final int CONSONANTS = 5;
    private static final int SWITCHES = 4;
    private static final int RISES = 3;

    private LooksRandom() {}

    /// @param label one label of a host name, or a local part
    public static boolean label(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (lower.length() < SHORTEST || lower.length() > LONGEST || lower.startsWith("xn--")) {
            return false;
        }
        return unspeakable(lower) || switches(lower) >= SWITCHES;
    }

    /// Whether capitals stand inside a word again and again, as nobody writes.
    public static boolean mixed(String word) {
        int rises = 0;
        for (int i = 1; i < word.length() && word.length() <= LONGEST; i++) {
            rises += Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1)) ? 1 : 0;
        }
        return word.length() >= SHORTEST && rises + (word.isEmpty() || !startsSmall(word) ? 0 : 1) >= RISES;
    }

    private static boolean startsSmall(String word) {
        return Character.isLowerCase(word.charAt(0)) && word.chars().anyMatch(Character::isUpperCase);
    }

    /// Five consonants in a row with at least two of those that rarely stand together in any language.
    private static boolean unspeakable(String label) {
        int run = 0;
        int rare = 0;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean consonant = c >= 'a' && c <= 'z' && "aeiouy".indexOf(c) < 0;
            run = consonant ? run + 1 : 0;
            rare = !consonant ? 0 : "jkqvwxz".indexOf(c) >= 0 ? rare + 1 : rare;
            if (run >= CONSONANTS && rare >= 2) {
                return true;
            }
        }
        return false;
    }

    private static int switches(String label) {
        int switches = 0;
        for (int i = 1; i < label.length(); i++) {
            boolean before = Character.isDigit(label.charAt(i - 1));
            boolean now = Character.isDigit(label.charAt(i));
            boolean letters = Character.isLetter(label.charAt(now ? i - 1 : i));
            switches += before != now && letters ? 1 : 0;
        }
        return switches;
    }
}
