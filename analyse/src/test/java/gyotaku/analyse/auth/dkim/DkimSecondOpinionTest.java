package gyotaku.analyse.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.MailData;
import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import gyotaku.model.mail.Source;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Our reading beside that of Apache James: every signature of every mail, and every signed mail with a key.
class DkimSecondOpinionTest {

    private static final String BASE64 = "theirs passes over letters that base64 has not (RFC 6376 3.2)";
    private static final String NUMBER =
            "theirs does not look at t= and x=, in which the corpus put an address of its own";

    /// Where the two differ, with the reason; in each the RFC is on our side.
    private static final Map<String, String> DIFFERENCES = new TreeMap<>(
            Map.ofEntries(
                    Map.entry("bounces/ham/lhost-office365-13.eml read", BASE64),
                    Map.entry("bounces/ham/rfc3834-06.eml read", BASE64),
                    Map.entry("phishing_pot/phishing/sample-5393.eml read", BASE64),
                    Map.entry("phishing_pot/phishing/sample-5487.eml read", BASE64),
                    Map.entry("phishing_pot/phishing/sample-3052.eml read", NUMBER),
                    Map.entry("phishing_pot/phishing/sample-3419.eml read", NUMBER),
                    Map.entry("phishing_pot/phishing/sample-6687.eml read", NUMBER),
                    Map.entry("phishing_pot/phishing/sample-6694.eml read", NUMBER),
                    Map.entry("phishing_pot/phishing/sample-4704.eml read", "theirs cannot read the message"),
                    Map.entry(
                            "phishing_pot/phishing/sample-2280.eml header",
                            "theirs writes DKIM-Signature where Dkim-Signature stands; simple changes nothing (RFC 6376 3.4.1)")));

    @Test
    void onEverySignatureOfTheMails() {
        SortedSet<String> differences = new TreeSet<>();
        List<Boolean> bodies = new ArrayList<>();
        MailData.each((name, bytes) -> bodies.addAll(opinions(name, bytes, differences)));
        assertThat(differences).isEqualTo(DIFFERENCES.keySet());
        assertThat(bodies).hasSizeGreaterThan(1_600).contains(true, false);
    }

    /// Whether the body is as signed, for each signature that both can read.
    private static List<Boolean> opinions(String name, byte[] bytes, SortedSet<String> differences) {
        List<Boolean> bodies = new ArrayList<>();
        RawMessage message = RawMessage.of(Source.of(bytes));
        for (RawField field : message.fields("dkim-signature")) {
            Optional<Jdkim.Opinion> theirs = Jdkim.opinion(bytes, message, field);
            Optional<DkimSignature> ours = parsed(field);
            if (theirs.isEmpty() || ours.isEmpty()) {
                differences.addAll(theirs.isEmpty() == ours.isEmpty() ? List.of() : List.of(name + " read"));
            } else {
                bodies.add(compare(name, message, ours.get(), theirs.get(), differences));
            }
        }
        return bodies;
    }

    private static boolean compare(
            String name, RawMessage message, DkimSignature ours, Jdkim.Opinion theirs, SortedSet<String> differences) {
        DkimResult result = DkimVerifier.verify(message, ours, new KeyBook(new TxtZone()));
        boolean body = result instanceof DkimResult.KeyGone;
        if (body != theirs.bodyIsAsSigned()) {
            differences.add(name + " body");
        }
        if (!SignedText.of(message, ours).equals(theirs.signed())) {
            differences.add(name + " header");
        }
        return body;
    }

    private static Optional<DkimSignature> parsed(RawField field) {
        try {
            return Optional.of(DkimParser.signature(field));
        } catch (DkimProblem _) {
            return Optional.empty();
        }
    }

    private static final String QUERY = "theirs does not look at q= (RFC 6376 3.5)";
    private static final String EMPTY = "a relaxed body of nothing is nothing (RFC 6376 3.4.4); theirs puts a line end";

    /// Mails of the other suites on which the two differ, with the reason.
    private static final Map<String, String> OF_OTHERS = Map.of(
            "ignore_5.txt read", QUERY,
            "ignore_6.txt read", QUERY,
            "invalid_mid_allowed.eml body", EMPTY,
            "message2.eml body", EMPTY,
            "strictrejectok.eml read", BASE64);

    @Test
    void onEverySignatureOfTheOtherSuites() throws IOException {
        SortedSet<String> differences = new TreeSet<>();
        List<Boolean> bodies = new ArrayList<>();
        for (String folder : List.of("dkim", "arc", "rspamd-functional/messages", "dmarc/spamassassin")) {
            try (Stream<Path> files = Files.walk(Suites.folder(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    bodies.addAll(opinions(file.getFileName().toString(), Suites.bytes(file), differences));
                }
            }
        }
        assertThat(differences).isEqualTo(new TreeSet<>(OF_OTHERS.keySet()));
        assertThat(bodies).hasSizeGreaterThan(100).contains(true, false);
    }

    private static final String GRANULARITY = "theirs holds to g=, which RFC 6376 (appendix C) took away";

    /// Mails of Mail::DKIM on which the two differ, with the reason.
    private static final Map<String, String> OF_SUITE = new TreeMap<>(Map.of(
            "badkey_8.txt", GRANULARITY,
            "badkey_9.txt", GRANULARITY,
            "badkey_12.txt", GRANULARITY,
            "badkey_13.txt", GRANULARITY,
            "goodkey_ed25519.txt", "theirs knows no Ed25519 (RFC 8463)",
            "ignore_5.txt", QUERY,
            "ignore_6.txt", QUERY));

    @Test
    void onEveryMailOfMailDkim() throws IOException {
        Path folder = Suites.folder("dkim/mail-dkim");
        TxtZone zone = DkimSuiteTest.fakeDns(folder.resolve("FAKE_DNS.dat"));
        SortedSet<String> differences = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("corpus"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Suites.bytes(file);
                boolean ours =
                        DkimVerifier.verify(RawMessage.of(Source.of(bytes)), 1_780_000_000L, new KeyBook(zone)).stream()
                                .map(DkimVerifier.Outcome::result)
                                .anyMatch(result -> result.isPass() || result instanceof DkimResult.TooWeak);
                if (ours != Jdkim.passes(bytes, zone)) {
                    differences.add(file.getFileName().toString());
                }
            }
        }
        assertThat(differences).isEqualTo(OF_SUITE.keySet());
    }
}
