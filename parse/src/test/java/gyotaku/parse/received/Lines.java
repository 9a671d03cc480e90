package gyotaku.parse.received;

import gyotaku.model.ByteSpan;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.mail.Header;
import gyotaku.testkit.TestSuffixes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Received lines made into header fields and read.
final class Lines {

    static final PublicSuffixes SUFFIXES = new TestSuffixes();

    private Lines() {}

    static List<Header> headers(List<String> lines) {
        List<Header> headers = new ArrayList<>();
        int at = 0;
        for (String line : lines) {
            int end = at + "Received: ".length() + line.length();
            headers.add(new Header("Received", line, line, new ByteSpan(at, end)));
            at = end + 2;
        }
        return headers;
    }

    static RouteReading read(List<String> lines, List<String> trusted, String... recipientDomains) {
        return new RouteReader(Limits.standard(), SUFFIXES, trusted)
                .read(
                        headers(lines),
                        Arrays.stream(recipientDomains).map(DomainName::new).toList());
    }
}
