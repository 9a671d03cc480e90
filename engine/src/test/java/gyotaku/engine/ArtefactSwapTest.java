package gyotaku.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import gyotaku.model.finding.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What tells the collection, the year or the receiving provider, and not the crime, moves no score: each such trait is
/// put in where it was not, taken out, or exchanged.
///
/// What Received and the results of authentication really say is no artefact and stays as it is.
class ArtefactSwapTest {

    private static final double MOST = 0.02;
    private static final int OF_EACH_ARCHIVE = 40;
    private static final Pattern HEADERS = Pattern.compile("\\A(?:[^\\r\\n]+\\r?\\n)+");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"\\s;]+)");

    /// Who keeps a trap for mail puts an address in no domain of the net where its own stood.
    private static final Pattern TRAP = Pattern.compile("\\b[\\w.+-]+@[a-z]+(?![\\w.-])");

    private static final Pattern RECIPIENT = Pattern.compile("(?im)^to:[^\\n]*?([\\w.+-]+@[\\w.-]*\\w)");
    private static final Pattern SENDER = Pattern.compile("(?im)^(?:from|reply-to):[^\\n]*");

    /// What these tell is how a mail stands to its recipient; another recipient is no artefact for them.
    private static final Set<String> OF_RECIPIENT = Set.of(
            "greeting-by-address",
            "helo-of-recipient",
            "own-address-as-sender",
            "recipient-in-link",
            "recipient-in-sender");

    private static final Pattern TIMED = Pattern.compile("(?im)^(?:received|date|resent-date):");
    private static final Pattern DATE =
            Pattern.compile("(?:\\w{3},\\s+)?\\b(\\d{1,2}\\s+\\w{3}\\s+)(20[0-2]\\d)(\\s+\\d\\d:\\d\\d)");

    private static final Map<String, UnaryOperator<String>> SWAPS = new TreeMap<>(Map.ofEntries(
            entry("recipient of a trap put in", ArtefactSwapTest::trapped),
            entry("recipient of a trap taken out", mail -> TRAP.matcher(mail).replaceAll("taro.yamada@example.net")),
            entry(
                    "Exchange's headers out",
                    without("x-ms-[a-z-]+|x-microsoft-antispam[a-z-]*|x-forefront[a-z-]*|x-eop[a-z-]*")),
            entry("Exchange's headers in", with("X-MS-Exchange-Organization-SCL: 5\nX-Microsoft-Antispam: BCL:0;\n")),
            entry(
                    "sender address header out",
                    without("x-sender-ip|x-sid-[a-z]+|x-incomingtopheadermarker|x-incomingheadercount")),
            entry(
                    "sender address header in",
                    with("X-IncomingTopHeaderMarker: OriginalChecksum:0\nX-SID-Result: PASS\n")),
            entry("verdicts of other filters out", without("x-spam[a-z-]*|xstatus|x-bogosity|x-pyzor")),
            entry("verdicts of other filters in", with("X-Spam-Status: Yes, score=9.9\nX-Spam-Flag: YES\n")),
            entry("mail program's notes out", without("x-mozilla[a-z-]*|x-status|x-uid|x-keywords|x-evolution[a-z-]*")),
            entry("mail program's notes in", with("X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n")),
            entry("results header that says nothing in", with("Authentication-Results: mx.example.net; none\n")),
            entry("compauth out", mail -> mail.replaceAll("compauth=\\w+(?: reason=\\d+)?", "")),
            entry("precedence out", without("precedence")),
            entry("precedence in", with("Precedence: bulk\n")),
            entry("lines end LF", mail -> mail.replace("\r\n", "\n")),
            entry("lines end CRLF", mail -> mail.replace("\r\n", "\n").replace("\n", "\r\n")),
            entry(
                    "collectors' hosts renamed",
                    mail -> mail.replaceAll("(?i)(?:spamassassin\\.)?taint\\.org|csmining\\.org", "example.net")),
            entry("boundary renamed", ArtefactSwapTest::boundary),
            entry("some years later", mail -> years(mail, 16)),
            entry("some years earlier", mail -> years(mail, -16))));

    /// The first recipient's address exchanged wherever it stands, unless it is the sender's as well.
    private static String trapped(String mail) {
        Matcher recipient = RECIPIENT.matcher(mail);
        return recipient.find()
                        && !SENDER.matcher(mail)
                                .results()
                                .anyMatch(from -> from.group().contains(recipient.group(1)))
                ? mail.replace(recipient.group(1), "catcher@trap")
                : mail;
    }

    private static UnaryOperator<String> without(String names) {
        Pattern lines = Pattern.compile("(?im)^(?:" + names + "):[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*");
        return mail -> inHeaders(mail, headers -> lines.matcher(headers).replaceAll(""));
    }

    private static UnaryOperator<String> with(String lines) {
        return mail ->
                inHeaders(mail, headers -> headers + (headers.contains("\r\n") ? lines.replace("\n", "\r\n") : lines));
    }

    private static String inHeaders(String mail, UnaryOperator<String> change) {
        Matcher headers = HEADERS.matcher(mail);
        return headers.find() ? change.apply(headers.group()) + mail.substring(headers.end()) : mail;
    }

    private static String boundary(String mail) {
        Matcher found = BOUNDARY.matcher(mail);
        return found.find() && found.group(1).length() > 8 ? mail.replace(found.group(1), "----=_next.1") : mail;
    }

    /// Moves all times of the headers alike, so that none of them comes nearer to another; where one is written in some
    /// other way, none is moved.
    private static String years(String mail, int years) {
        return inHeaders(mail, headers -> {
            long times = TIMED.matcher(headers).results().count();
            Matcher date = DATE.matcher(headers);
            return date.results().count() == times
                    ? date.reset()
                            .replaceAll(found ->
                                    found.group(1) + (Integer.parseInt(found.group(2)) + years) + found.group(3))
                    : headers;
        });
    }

    private static List<byte[]> own() {
        Path root = Path.of(System.getProperty("project.root", ".."));
        List<byte[]> mails = new ArrayList<>();
        for (String folder : List.of("samples", "engine/src/test/resources/detectors")) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".eml"))
                        .filter(path -> !path.getFileName().toString().matches("sample.eml|silent-.*"))
                        .sorted()
                        .toList()) {
                    mails.add(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return mails;
    }

    @Test
    void noArtefactMovesTheScoreOfOurOwnMails() {
        assertThat(moved(own())).isEmpty();
    }

    @Test
    void noArtefactMovesTheScoreOfTwoHundredDevelopmentMails() throws IOException {
        assumeFalse(DevelopmentMails.absent(), "the development mails are not on this machine");
        List<byte[]> mails = DevelopmentMails.ofEach(OF_EACH_ARCHIVE);
        assertThat(mails).hasSizeGreaterThan(190);
        assertThat(moved(mails)).isEmpty();
    }

    /// What moved too far: the swap, the mail's place in the list, and what spoke before and after.
    private static List<String> moved(List<byte[]> mails) {
        List<String> moved = new ArrayList<>();
        for (int at = 0; at < mails.size(); at++) {
            String mail = new String(mails.get(at), ISO_8859_1);
            Analysis before = Judged.offline(mails.get(at)).orElseThrow();
            for (Map.Entry<String, UnaryOperator<String>> swap : SWAPS.entrySet()) {
                String swapped = swap.getValue().apply(mail);
                boolean another = swap.getKey().equals("recipient of a trap put in")
                        && before.findings().stream().anyMatch(one -> OF_RECIPIENT.contains(one.rule()));
                if (!swapped.equals(mail) && !another) {
                    Analysis after =
                            Judged.offline(swapped.getBytes(ISO_8859_1)).orElseThrow();
                    if (Math.abs(before.verdict().score() - after.verdict().score()) > MOST) {
                        moved.add(swap.getKey() + ", mail " + at + ": " + rules(before) + " -> " + rules(after));
                    }
                }
            }
        }
        return moved;
    }

    private static String rules(Analysis analysis) {
        return analysis.verdict().score() + " "
                + analysis.findings().stream().map(one -> one.rule()).distinct().toList();
    }
}
