package gyotaku.testkit.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// No formal trait of our letters may tell the bad from the benign: a classifier that sees only such traits must be
/// nearly blind. Naive Bayes with one count for what was never seen, ten folds by the hash of the id.
class FormalTraitsTest {

    private static final int FOLDS = 10;
    private static final List<Receiver> RECEIVERS = Receiver.all();
    private static final double ALLOWED = 0.65;

    private record Row(boolean bad, int fold, Map<String, String> traits) {}

    private record Scored(boolean bad, double score) {}

    @Test
    void aClassifierOnFormalTraitsIsNearlyBlind() throws IOException {
        assertBlind("all languages", LetterMailTest.all());
    }

    @Test
    void alsoWithJapaneseLettersAlone() throws IOException {
        List<Letter> japanese = new ArrayList<>(LettersMain.letters("ja", "bad"));
        japanese.addAll(LettersMain.letters("ja", "benign"));

        assertBlind("ja", japanese);
    }

    private static void assertBlind(String name, List<Letter> letters) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Letter letter : letters) {
            rows.add(new Row(
                    letter.bad(),
                    (int) (Draw.bucket(letter.id()) / 3 % FOLDS),
                    traits(letter, new String(LetterMail.of(letter), StandardCharsets.ISO_8859_1))));
        }
        for (String trait : rows.getFirst().traits().keySet()) {
            System.out.printf("%-14s AUC %.3f%n", trait, areaUnderCurve(scores(rows, List.of(trait))));
        }
        double all =
                areaUnderCurve(scores(rows, List.copyOf(rows.getFirst().traits().keySet())));
        System.out.printf("all traits     AUC %.3f over %d letters, %s%n", all, rows.size(), name);

        assertThat(all).isLessThanOrEqualTo(ALLOWED);
    }

    private static Map<String, String> traits(Letter letter, String mail) {
        String text = mail.replace("\r\n", "\n");
        String header = text.substring(0, text.indexOf("\n\n"));
        Traits drawn = Traits.of(letter, RECEIVERS);
        ZonedDateTime date = drawn.date();
        Map<String, String> traits = new TreeMap<>();
        traits.put("mailer", value(header, "X-Mailer: ") + value(header, "User-Agent: "));
        traits.put("charset", after(text, "charset=").replace("\"", "").toLowerCase(java.util.Locale.ROOT));
        traits.put("transfer", after(text, "Content-Transfer-Encoding: "));
        traits.put("provider", drawn.receiver().id());
        traits.put("year", Integer.toString(date.getYear()));
        traits.put("month", date.getMonth().name());
        traits.put("hour", Integer.toString(date.getHour() / 4));
        traits.put("zone", date.getOffset().getId());
        traits.put("form", text.contains("text/html") + "/" + text.contains("text/plain"));
        traits.put("hops", Integer.toString(header.split("\nReceived: ", -1).length));
        traits.put("list", Boolean.toString(header.contains("List-Unsubscribe")));
        traits.put("fields", Integer.toString(header.split("\n(?=[A-Z])", -1).length / 4));
        traits.put("lines", Boolean.toString(mail.contains("\r\n")));
        traits.put("size", Integer.toString((int) (Math.log(text.length()) * 2)));
        traits.put("attachment", Boolean.toString(text.contains("Content-Disposition: attachment")));
        traits.put("spf", after(header, "spf="));
        traits.put("dkim", after(header, "dkim="));
        traits.put("dmarc", after(header, "dmarc="));
        traits.put("signed", Boolean.toString(header.contains("DKIM-Signature")));
        return traits;
    }

    private static String value(String header, String name) {
        int at = header.indexOf("\n" + name);
        return at < 0 ? "" : header.substring(at + 1).lines().findFirst().orElse("");
    }

    private static String after(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + mark.length()).split("[;\\s]", 2)[0];
    }

    private static List<Scored> scores(List<Row> rows, List<String> names) {
        List<Scored> scored = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<Row> seen = rows.stream().filter(r -> r.fold() != held).toList();
            Map<String, Integer> counts = new HashMap<>();
            for (Row row : seen) {
                names.forEach(n -> counts.merge(key(row.bad(), n, row), 1, Integer::sum));
            }
            double bad = seen.stream().filter(Row::bad).count();
            double benign = seen.size() - bad;
            rows.stream()
                    .filter(r -> r.fold() == held)
                    .forEach(row -> scored.add(new Scored(
                            row.bad(),
                            names.stream()
                                    .mapToDouble(n -> Math.log(
                                                    (counts.getOrDefault(key(true, n, row), 0) + 1) / (bad + 2))
                                            - Math.log((counts.getOrDefault(key(false, n, row), 0) + 1) / (benign + 2)))
                                    .sum())));
        }
        return scored;
    }

    private static String key(boolean bad, String name, Row row) {
        return bad + " " + name + " " + row.traits().get(name);
    }

    private static double areaUnderCurve(List<Scored> scored) {
        double won = 0;
        double pairs = 0;
        for (Scored bad : scored.stream().filter(Scored::bad).toList()) {
            for (Scored benign : scored.stream().filter(s -> !s.bad()).toList()) {
                pairs++;
                won += bad.score() > benign.score() ? 1 : bad.score() == benign.score() ? 0.5 : 0;
            }
        }
        return won / pairs;
    }
}
