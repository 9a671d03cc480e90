package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Lang;
import gyotaku.model.WebUrl;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Unseen;
import gyotaku.testkit.TestSuffixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A mail to thousands, with a thousand links and megabytes of text, still makes pages that open.
class FloodTest {

    @Test
    void pagesStayOfReadableSize() {
        Map<String, byte[]> files =
                new Report(new TestSuffixes()).files(flooded(SampleCase.airline()), List.of(Lang.JA, Lang.EN));
        files.forEach((name, bytes) -> {
            if (name.endsWith(".html")) {
                assertThat(bytes.length).as(name).isLessThan(2 << 20);
            }
        });
    }

    private static Case flooded(Case c) {
        ParsedMail m = c.mail();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String host = "h" + i + ".lure" + i + ".example";
            WebUrl url = new WebUrl("https://" + host + "/", "https", "", host, -1, "/", "", "");
            links.add(new Link(
                    "x" + i, url.href(), url, List.of(), Link.Context.ANCHOR, "1", "", new ByteSpan(i, i + 9)));
        }
        List<Mailbox> recipients = new ArrayList<>(m.recipients());
        for (int i = 0; i < 2000; i++) {
            recipients.add(new Mailbox("Name " + i, "person" + i + "@d" + i + ".example.com", new ByteSpan(i, i + 5)));
        }
        Body body = new Body(
                "あいうえお ".repeat(300_000),
                List.of(new Unseen("x".repeat(100_000), Unseen.How.TINY)),
                true,
                m.body().span());
        ParsedMail flooded = new ParsedMail(
                m.source(),
                m.headers(),
                m.root(),
                m.authors(),
                m.replyTo(),
                m.envelope(),
                recipients,
                m.subject(),
                m.marks(),
                m.date(),
                m.route(),
                body,
                links,
                m.attachments(),
                m.pictures(),
                m.reporter(),
                m.forwarded(),
                m.defects(),
                m.truncated());
        return new Case(c.sample(), c.size(), flooded, c.facts(), c.analysis(), c.lookups(), c.left());
    }
}
