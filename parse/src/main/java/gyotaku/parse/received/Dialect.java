package gyotaku.parse.received;

import gyotaku.model.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ways in which mail software writes the `from` clause. The first one that recognises a clause reads it.
enum Dialect {
    /// Sendmail, Exim, Postfix for mail that began on their own machine; Microsoft's pick-up folder. Nobody
    /// handed it in.
    LOCAL {
        @Override
        Optional<Client> read(Clauses line) {
            List<String> words = line.get(Clauses.Name.FROM).words();
            boolean pickup = words.size() > 2 && words.get(1).equals("pickup");
            boolean local = line.get(Clauses.Name.WITH).word().equals("local");
            return pickup || local ? Optional.of(Client.NOBODY) : Optional.empty();
        }
    },
    /// Exim: `from name ([ip] helo=x)`, `from [ip] (port=1 helo=x)`. The name stands there only when it was
    /// confirmed.
    EXIM {
        @Override
        Optional<Client> read(Clauses line) {
            Clauses.Clause from = line.get(Clauses.Name.FROM);
            String comment = from.comments().isEmpty() ? "" : from.comments().getFirst();
            boolean assigned = comment.startsWith("helo=")
                    || comment.startsWith("port=")
                    || comment.startsWith("ident=")
                    || comment.startsWith("[") && (comment.contains(" helo=") || comment.contains(" ident="));
            return assigned || line.signedBy("Exim ") ? exim(from.word(), comment) : Optional.empty();
        }
    },
    /// qmail, qpsmtpd, Yahoo!, CommuniGate: `from name (HELO x) (ip)`, `from ip (EHLO x) (ip)`, `from [ip] (HELO
    /// x)`.
    HELO_IN_COMMENT {
        @Override
        Optional<Client> read(Clauses line) {
            Clauses.Clause from = line.get(Clauses.Name.FROM);
            Optional<String> helo = from.comments().stream()
                    .map(Dialect::heloIn)
                    .flatMap(Optional::stream)
                    .findFirst();
            return helo.map(said -> toldInComment(from, said));
        }
    },
    /// ZMailer, as the Linux kernel's lists ran it: `from name ([ip]:port "EHLO helo" flags)`.
    ZMAILER {
        @Override
        Optional<Client> read(Clauses line) {
            Clauses.Clause from = line.get(Clauses.Name.FROM);
            String comment = from.comments().isEmpty() ? "" : from.comments().getFirst();
            int quote = comment.indexOf('"');
            int close = comment.indexOf('"', quote + 1);
            Optional<String> helo = close < 0 ? Optional.empty() : heloIn(comment.substring(quote + 1, close));
            return helo.flatMap(said -> Names.literal(comment)
                    .map(ip -> new Client(Names.known(said), hostName(from.word()), Optional.of(ip), false)));
        }
    },
    /// RFC 5321 TCP-info as Postfix, Sendmail, Gmail, Courier, Cyrus, iCloud, Amazon SES write it:
    /// `from helo (name [ip])`, `from helo (user@name [ip] (may be forged))`,
    /// nifty's and Domino's `from helo([ip])`.
    BRACKETS {
        @Override
        Optional<Client> read(Clauses line) {
            Clauses.Clause from = line.get(Clauses.Name.FROM);
            boolean confirming = NOT_CONFIRMING.stream().noneMatch(line::signedBy);
            return from.comments().stream()
                    .map(comment -> bracketed(from.word(), comment, confirming))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    },
    /// Microsoft: `from helo (ip)`; qmail when HELO and reverse name are the same: `from name (ip) by host with
    /// SMTP`.
    BARE_ADDRESS {
        @Override
        Optional<Client> read(Clauses line) {
            Clauses.Clause from = line.get(Clauses.Name.FROM);
            Optional<IpAddress> ip = addressIn(from.comments());
            return ip.map(address ->
                    new Client(Names.known(from.word()), looksLikeQmail(line) ? hostName(from.word()) : "", ip, false));
        }
    },
    /// MDaemon, fetchmail, old gateways: `from helo [ip]`, `from helo[ip]`.
    WORDS {
        @Override
        Optional<Client> read(Clauses line) {
            Clauses.Clause from = line.get(Clauses.Name.FROM);
            Optional<IpAddress> ip = behindName(from.words());
            if (ip.isPresent()) {
                return Optional.of(new Client(Names.known(from.word()), "", ip, false));
            }
            int bracket = from.word().indexOf('[');
            Optional<IpAddress> joined = bracket > 0 ? Names.literal(from.word().substring(bracket)) : Optional.empty();
            return joined.map(address -> new Client(Names.known(from.word().substring(0, bracket)), "", joined, false));
        }
    },
    /// Web mail and gateways that write nothing but the address: `from [ip]`, `from ip`.
    ADDRESS_ONLY {
        @Override
        Optional<Client> read(Clauses line) {
            Optional<IpAddress> ip =
                    Names.addressOrLiteral(line.get(Clauses.Name.FROM).word());
            return ip.map(address -> new Client("", "", ip, false));
        }
    },
    /// LMTP servers and filters that write nothing but a name: `from name`. A mail address is no client.
    NAME_ONLY {
        @Override
        Optional<Client> read(Clauses line) {
            String word = line.get(Clauses.Name.FROM).word();
            return Optional.of(word.indexOf('@') >= 0 ? Client.NOBODY : Client.named(word));
        }
    };

    abstract Optional<Client> read(Clauses line);

    static Client clientOf(Clauses line) {
        if (!line.has(Clauses.Name.FROM)) {
            return Client.NOBODY;
        }
        for (Dialect dialect : values()) {
            Optional<Client> client = dialect.read(line);
            if (client.isPresent()) {
                return client.get();
            }
        }
        return Client.NOBODY;
    }

    /// Software that writes the reverse name without asking where it leads, as far as is known or to be feared.
    private static final List<String> NOT_CONFIRMING =
            List.of("MDaemon", "Domino", "MailEnable", "hMailServer", "SMTPRS", "IMail", "Exchange");

    private static Optional<Client> exim(String name, String comment) {
        String helo = Names.known(valueOf("helo=", comment));
        Optional<IpAddress> ip = Names.addressOrLiteral(name);
        if (ip.isPresent()) {
            return Optional.of(new Client(helo, "", ip, false));
        }
        ip = Names.literal(firstWord(comment));
        String said = helo.isEmpty() ? Names.known(name) : helo;
        return ip.map(address -> new Client(said, hostName(name), Optional.of(address), true));
    }

    private static String valueOf(String key, String comment) {
        int at = comment.startsWith(key) ? 0 : comment.indexOf(" " + key) + 1;
        return at == 0 && !comment.startsWith(key) ? "" : firstWord(comment.substring(at + key.length()));
    }

    private static Optional<String> heloIn(String comment) {
        int at = indexOfHelo(comment);
        return at < 0 ? Optional.empty() : Optional.of(firstWord(comment.substring(at + 5)));
    }

    /// `HELO x`, `EHLO x`, or either behind `account name`.
    private static int indexOfHelo(String comment) {
        if (comment.startsWith("HELO ") || comment.startsWith("EHLO ") || comment.startsWith("LHLO ")) {
            return 0;
        }
        int account = comment.toLowerCase(Locale.ROOT).startsWith("account ") ? comment.indexOf(" HELO ") : -1;
        return account < 0 ? -1 : account + 1;
    }

    private static Client toldInComment(Clauses.Clause from, String helo) {
        Optional<IpAddress> ip = addressIn(from.comments())
                .or(() -> behindName(from.words()))
                .or(() -> Names.addressOrLiteral(from.word()));
        return new Client(Names.known(helo), hostName(from.word()), ip, false);
    }

    /// The last address in brackets among the words behind the first.
    private static Optional<IpAddress> behindName(List<String> words) {
        return words.stream()
                .skip(1)
                .map(Names::literal)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    /// The first comment that is an address and nothing else, but for an `ident@` or `/` before it, or `with`
    /// behind it.
    private static Optional<IpAddress> addressIn(List<String> comments) {
        return comments.stream()
                .map(comment -> comment.endsWith(" with") ? comment.substring(0, comment.length() - 5) : comment)
                .map(Names::afterIdent)
                .map(Names::addressOrLiteral)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Client> bracketed(String helo, String comment, boolean confirming) {
        int nested = comment.indexOf('(');
        String head = nested < 0 ? comment : comment.substring(0, nested);
        int bracket = head.lastIndexOf('[');
        Optional<IpAddress> ip = bracket < 0 ? Optional.empty() : Names.literal(head.substring(bracket));
        String name = Names.afterIdent(lastWord(head.substring(0, Math.max(bracket, 0))));
        boolean forged = nested >= 0 && comment.startsWith("may be forged", nested + 1);
        boolean confirmed = confirming && !forged;
        return ip.map(address -> new Client(Names.said(helo), hostName(name), Optional.of(address), confirmed));
    }

    private static boolean looksLikeQmail(Clauses line) {
        String with = line.get(Clauses.Name.WITH).word();
        return line.get(Clauses.Name.BY).comments().isEmpty()
                && !line.has(Clauses.Name.ID)
                && (with.startsWith("SMTP") || with.startsWith("ESMTP"));
    }

    /// The word as a name: empty for addresses and for `unknown`.
    private static String hostName(String word) {
        return Names.addressOrLiteral(word).isPresent() ? "" : Names.known(word);
    }

    private static String firstWord(String text) {
        String stripped = text.stripLeading();
        int end = stripped.indexOf(' ');
        return end < 0 ? stripped : stripped.substring(0, end);
    }

    private static String lastWord(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }
}
