package gyotaku.parse.charset;

import gyotaku.model.Defect.Kind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Bytes into text by their label, or by what they are when the label is missing, unknown or wrong. The trials come in
/// a fixed order, so the same bytes always give the same text: the Japanese ones first, then the other [Writing]s,
/// which must read better.
public final class TextDecoder {

    private TextDecoder() {}

    /// A label loses against another encoding only when that one reads clearly better.
    private static final int CLEARLY = 100;

    /// What unlabelled or mislabelled 8-bit text is tried as. UTF-8 and the escapes of ISO-2022-JP are seen before.
    private static final List<Coding> GUESSES = List.of(Charsets.SHIFT_JIS, Charsets.EUC_JP, Charsets.WINDOWS_1252);

    /// Decodes `bytes[from, to)`.
    ///
    /// @param label as the mail gives it, or empty
    public static DecodedBytes decode(byte[] bytes, int from, int to, String label) {
        Optional<Coding> labelled = Charsets.named(label);
        Set<Kind> problems = EnumSet.noneOf(Kind.class);
        if (labelled.isEmpty() && !label.isBlank()) {
            problems.add(Kind.UNKNOWN_CHARSET);
        }
        Content content = Content.of(bytes, from, to);
        if (content.eightBit && labelled.isPresent() && labelled.get() == Charsets.UTF_8 && !content.escapes) {
            Optional<String> asLabelled = Charsets.UTF_8.strict(bytes, from, to);
            if (asLabelled.isPresent()) {
                return new DecodedBytes(asLabelled.get(), Charsets.UTF_8, problems);
            }
        }
        Coding coding = coding(bytes, from, to, content, labelled);
        if (labelled.isPresent() && !agrees(labelled.get(), coding, content)) {
            problems.add(Kind.WRONG_CHARSET);
        }
        return text(bytes, from, to, content, coding, problems);
    }

    /// What the bytes hold.
    private record Content(boolean eightBit, boolean escapes, boolean korean, boolean utf16) {
        static Content of(byte[] bytes, int from, int to) {
            boolean eightBit = false;
            boolean escapes = false;
            boolean korean = false;
            for (int i = from; i < to; i++) {
                byte b = bytes[i];
                eightBit |= b < 0;
                escapes |= b == 0x1b && i + 2 < to && isEscape(bytes[i + 1], bytes[i + 2]);
                korean |= b == 0x1b && i + 3 < to && bytes[i + 1] == '$' && bytes[i + 2] == ')' && bytes[i + 3] == 'C';
            }
            boolean mark = to - from >= 2
                    && (bytes[from] == -2 && bytes[from + 1] == -1 || bytes[from] == -1 && bytes[from + 1] == -2);
            return new Content(eightBit, escapes, korean && !eightBit, mark);
        }

        private static boolean isEscape(byte first, byte second) {
            return first == '$' && (second == 'B' || second == '@' || second == '(')
                    || first == '(' && (second == 'B' || second == 'J' || second == 'I');
        }
    }

    private static Coding coding(byte[] bytes, int from, int to, Content content, Optional<Coding> labelled) {
        if (content.utf16 || labelled.isPresent() && isWide(labelled.get())) {
            return wide(bytes, from, to, content, labelled.orElse(Charsets.UTF_8));
        }
        if (content.korean) {
            return Charsets.ISO_2022_KR;
        }
        if (content.escapes && !(labelled.isPresent() && labelled.get().name().startsWith("iso-2022-"))) {
            return content.eightBit && labelled.isPresent() && labelled.get() != Charsets.US_ASCII
                    ? labelled.get()
                    : Charsets.ISO_2022_JP;
        }
        if (!content.eightBit) {
            return labelled.orElse(Charsets.US_ASCII);
        }
        if (Charsets.UTF_8.strict(bytes, from, to).isPresent()) {
            return Charsets.UTF_8;
        }
        return eightBit(bytes, from, to, content, labelled);
    }

    private static boolean isWide(Coding coding) {
        return coding.name().startsWith("utf-16") || coding.name().startsWith("utf-32");
    }

    /// UTF-16 by its byte order mark, else by where the zeros of its Latin characters stand; a label of UTF-16 over
    /// plain ASCII bytes is wrong.
    private static Coding wide(byte[] bytes, int from, int to, Content content, Coding labelled) {
        if (content.utf16) {
            return Charsets.named(bytes[from] == -2 ? "utf-16be" : "utf-16le").orElse(labelled);
        }
        int first = 0;
        int second = 0;
        for (int i = from; i < to; i++) {
            first += bytes[i] == 0 && (i - from) % 2 == 0 ? 1 : 0;
            second += bytes[i] == 0 && (i - from) % 2 == 1 ? 1 : 0;
        }
        if (first + second == 0) {
            return content.eightBit ? labelled : Charsets.US_ASCII;
        }
        boolean clear = labelled.name().startsWith("utf-16") && (first == 0 || second == 0);
        return clear ? Charsets.named(first > 0 ? "utf-16be" : "utf-16le").orElse(labelled) : labelled;
    }

    private static Coding eightBit(byte[] bytes, int from, int to, Content content, Optional<Coding> labelled) {
        if (content.escapes && labelled.isPresent() && labelled.get() == Charsets.ISO_2022_JP) {
            return Charsets.ISO_2022_JP;
        }
        Optional<Coding> named =
                labelled.filter(coding -> coding != Charsets.US_ASCII && coding != Charsets.ISO_2022_JP);
        boolean fits = named.isPresent() && named.get().strict(bytes, from, to).isPresent();
        if (fits && !canBeJapanese(named.get())) {
            return named.get();
        }
        if (!fits && isMostlyUtf8(bytes, from, to)) {
            return Charsets.UTF_8;
        }
        Coding best = named.orElse(Charsets.UTF_8);
        int score = Plausibility.of(best.lenient(bytes, from, to)) + (named.isPresent() ? CLEARLY : 0);
        for (Coding guess : GUESSES) {
            boolean excluded = guess == best || fits && guess == Charsets.WINDOWS_1252;
            int other = excluded || fits && isOneCharacter(guess, bytes, from, to)
                    ? Integer.MIN_VALUE
                    : score(guess, bytes, from, to);
            if (other > score) {
                best = guess;
                score = other;
            }
        }
        boolean alone = Stream.of(Charsets.SHIFT_JIS, Charsets.EUC_JP)
                .allMatch(coding -> coding.strict(bytes, from, to).isEmpty());
        for (Writing writing : Writing.values()) {
            Coding guess = writing.coding();
            int other = guess.equals(best)
                    ? Integer.MIN_VALUE
                    : writing.plausibility(guess.lenient(bytes, from, to), alone);
            if (other > score + (alone ? 0 : CLEARLY)) {
                best = guess;
                score = other - (alone ? 0 : CLEARLY);
            }
        }
        return best;
    }

    /// A single character is no ground to give up a label that fits: it may be a sign of a carrier.
    private static boolean isOneCharacter(Coding coding, byte[] bytes, int from, int to) {
        return coding.lenient(bytes, from, to)
                        .chars()
                        .filter(c -> c >= 0x80)
                        .limit(2)
                        .count()
                < 2;
    }

    /// UTF-8 with a few broken bytes, or cut inside of a character: its sequences hardly come about by chance.
    private static boolean isMostlyUtf8(byte[] bytes, int from, int to) {
        String text = Charsets.UTF_8.lenient(bytes, from, to);
        int good = 0;
        int bad = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            good += c >= 0x80 && c != 0xfffd ? 1 : 0;
            bad += c == 0xfffd ? 1 : 0;
        }
        return good > 2 * bad || good > 0 && bad == 1;
    }

    /// Labels that programs set without knowing, so that Japanese text is found under them.
    private static boolean canBeJapanese(Coding labelled) {
        return switch (labelled.name()) {
            case "windows-1252", "shift_jis", "euc-jp", "utf-8" -> true;
            default -> false;
        };
    }

    /// Bytes that windows-1252 leaves undefined do not speak against it: it is what is left when nothing else fits.
    private static int score(Coding coding, byte[] bytes, int from, int to) {
        return coding == Charsets.WINDOWS_1252
                ? Plausibility.of(coding.lenient(bytes, from, to))
                : coding.strict(bytes, from, to).map(Plausibility::of).orElse(Integer.MIN_VALUE);
    }

    private static boolean agrees(Coding labelled, Coding used, Content content) {
        boolean plain = !content.eightBit && !content.escapes && !isWide(labelled);
        return plain || labelled == used || isWide(labelled) && isWide(used);
    }

    private static DecodedBytes text(
            byte[] bytes, int from, int to, Content content, Coding coding, Set<Kind> problems) {
        boolean stateless = !coding.name().startsWith("iso-2022-") && !isWide(coding);
        if (!content.eightBit && stateless) {
            return new DecodedBytes(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), coding, problems);
        }
        Optional<String> strict = coding.strict(bytes, from, to);
        if (strict.isEmpty()) {
            problems.add(Kind.UNDECODABLE_TEXT);
        }
        return new DecodedBytes(strict.orElseGet(() -> coding.lenient(bytes, from, to)), coding, problems);
    }
}
