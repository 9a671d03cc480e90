package gyotaku.analyse;

import gyotaku.model.ByteSpan;
import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.WebUrl;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Prints;
import gyotaku.model.mail.Route;
import gyotaku.model.mail.Source;
import gyotaku.model.mail.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A parsed mail written down in a test.
public final class MailOf {

    private static final ByteSpan SPAN = new ByteSpan(0, 1);

    /// Enough of the public suffix list for tests.
    public static final PublicSuffixes SUFFIXES = MailOf::registrable;

    private static final Set<String> SECOND = Set.of("co", "ne", "or", "go", "ac", "com");

    private final String from;
    private final String subject;
    private final String body;
    private final List<Link> links = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final List<Attachment> pictures = new ArrayList<>();
    private final List<Hop> hops = new ArrayList<>();

    private MailOf(String from, String subject, String body) {
        this.from = from;
        this.subject = subject;
        this.body = body;
        header("From", from);
        header("Subject", subject);
    }

    /// @param from as `Name <local@domain>`
    public static MailOf from(String from, String subject, String body) {
        return new MailOf(from, subject, body);
    }

    public MailOf header(String name, String value) {
        headers.add(new Header(name, value, value, SPAN));
        return this;
    }

    /// @param written as it stands there
    /// @param value with its encoded words decoded
    public MailOf encoded(String name, String written, String value) {
        headers.add(new Header(name, written, value, SPAN));
        return this;
    }

    /// A Received line of that server, below the headers that are there already.
    public MailOf received(String by, Hop.Standing standing) {
        int index = hops.size();
        ByteSpan span = new ByteSpan(1000 + index, 1001 + index);
        headers.add(new Header("Received", "by " + by, "by " + by, span));
        hops.add(
                new Hop(index, "", "", Optional.empty(), by, "", "", "", Optional.empty(), standing, span, "by " + by));
        return this;
    }

    public MailOf link(String text, String url) {
        int start = url.indexOf("://") + 3;
        int end = url.indexOf('/', start);
        String host = end < 0 ? url.substring(start) : url.substring(start, end);
        String path = end < 0 ? "/" : url.substring(end);
        WebUrl target = new WebUrl(url, url.substring(0, start - 3), "", host, -1, path, "", "");
        links.add(new Link(text, url, target, List.of(), Link.Context.ANCHOR, "1", "", SPAN));
        return this;
    }

    /// A picture in the message.
    public MailOf picture(List<Trait> traits) {
        Opened opened = new Opened(
                Opened.State.READ, "", traits, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
        Prints prints = new Prints(Sha256.of(new byte[0]), "", "");
        pictures.add(new Attachment("", "image/png", "image/png", prints, 0, "1", SPAN, opened));
        return this;
    }

    public ParsedMail mail() {
        int open = from.lastIndexOf('<');
        Mailbox mailbox = open < 0
                ? new Mailbox("", from, SPAN)
                : new Mailbox(from.substring(0, open).strip(), from.substring(open + 1, from.length() - 1), SPAN);
        Part root = new Part(
                "1",
                "text/plain",
                "",
                "utf-8",
                "",
                "",
                "",
                headers,
                SPAN,
                SPAN,
                Sha256.of(new byte[0]),
                0,
                Optional.of(body),
                List.of());
        return new ParsedMail(
                Source.of(new byte[0]),
                headers,
                root,
                List.of(mailbox),
                List.of(),
                Optional.empty(),
                List.of(new Mailbox("", "taro@example.co.jp", SPAN)),
                subject,
                List.of(),
                Optional.empty(),
                new Route(hops, Route.How.NONE, Text.same("")),
                new Body(body, List.of(), false, SPAN),
                links,
                List.of(),
                pictures,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// Nothing evaluated, and these claims of the receiving server.
    public static Authentication stamped(String method, String result, String domain) {
        AuthResult none = new AuthResult("not-evaluated", "", Text.same(""), List.of());
        Header header = new Header("Authentication-Results", "", "", SPAN);
        AuthClaim claim = new AuthClaim(
                method, result, "mx.example.co.jp", domain, Trust.STAMPED, header.evidence(Trust.STAMPED));
        return Authentication.of(none, none, none, none, List.of(claim));
    }

    public static Authentication unknown() {
        AuthResult none = new AuthResult("not-evaluated", "", Text.same(""), List.of());
        return Authentication.of(none, none, none, none, List.of());
    }

    private static DomainName registrable(DomainName name) {
        String[] labels = name.ascii().split("\\.", -1);
        int from = labels.length - 2;
        from -= from > 0 && SECOND.contains(labels[from]) ? 1 : 0;
        return from <= 0
                ? name
                : new DomainName(String.join(".", List.of(labels).subList(from, labels.length)));
    }
}
