package gyotaku.enrich.service;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.WebUrl;

/// What a reputation service is asked about.
public sealed interface Subject {

    /// As it goes out, and as it stands in the ledger.
    String text();

    /// A link of the mail.
    ///
    /// @param text the URL as it may go out, without the recipient's address
    record Url(WebUrl url, String text) implements Subject {}

    /// The host of a link, when it is a name.
    record Host(DomainName name) implements Subject {
        @Override
        public String text() {
            return name.ascii();
        }
    }

    /// A registered domain: of a link or of the sender.
    record Domain(DomainName name) implements Subject {
        @Override
        public String text() {
            return name.ascii();
        }
    }

    /// The sending address, or one behind a link.
    record Address(IpAddress ip) implements Subject {
        @Override
        public String text() {
            return ip.toString();
        }
    }
}
