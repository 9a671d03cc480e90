package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Every Received line in the public MIME test suites, when they lie beside the project.
class SuiteLinesTest {

    @Test
    void linesOfTheMimeSuitesAreRead() {
        int hops = 0;
        int silent = 0;
        for (Path file : Suites.files(Suites.folder("mime"), "")) {
            List<Header> headers = received(Suites.bytes(file));
            for (Hop hop : new RouteReader(Limits.standard(), Lines.SUFFIXES, List.of())
                    .read(headers, List.of())
                    .route()
                    .hops()) {
                hops++;
                silent += hop.helo().isEmpty() && hop.ip().isEmpty() && hop.by().isEmpty() && !isNote(hop) ? 1 : 0;
                assertThat(headers).extracting(Header::span).contains(hop.span());
            }
        }
        assertThat(hops).isPositive();
        assertThat(silent * 50).as("%d of %d hops tell nothing", silent, hops).isLessThanOrEqualTo(hops);
    }

    private static boolean isNote(Hop hop) {
        return hop.line().startsWith("(");
    }

    private static List<Header> received(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        List<Header> headers = new ArrayList<>();
        int at = 0;
        while (at < text.length() && text.charAt(at) != '\n') {
            int end = text.indexOf('\n', at);
            while (end >= 0
                    && end + 1 < text.length()
                    && (text.charAt(end + 1) == ' ' || text.charAt(end + 1) == '\t')) {
                end = text.indexOf('\n', end + 1);
            }
            int stop = end < 0 ? text.length() : end;
            String field = text.substring(at, stop);
            if (field.toLowerCase(Locale.ROOT).startsWith("received:")) {
                String body = field.substring(9).replace("\n", "").strip();
                headers.add(new Header("Received", body, body, new ByteSpan(at, stop)));
            }
            at = stop + 1;
        }
        return headers;
    }
}
