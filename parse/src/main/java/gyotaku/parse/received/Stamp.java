package gyotaku.parse.received;

import gyotaku.parse.header.Dates;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/// What one Received line says.
///
/// @param kind how the message came to the server that wrote it
/// @param readable whether anything of a Received line was found in it
/// @param dated whether it has a date, readable or not
/// @param tooDeep whether comments in it were nested deeper than allowed
record Stamp(
        Kind kind,
        Client client,
        String by,
        String with,
        String id,
        String recipient,
        Optional<OffsetDateTime> at,
        boolean readable,
        boolean dated,
        boolean tooDeep) {

    enum Kind {
        /// Another host handed it in.
        TRANSFER,
        /// It was delivered within the receiving system: LMTP, a queue of the same machine.
        DELIVERY,
        /// A program on the same machine handed it in.
        PICKUP,
        /// The recipient's own program fetched it from his mailbox.
        RETRIEVAL
    }

    static Stamp of(String line, int commentDepth) {
        Tokens tokens = Tokens.of(line, commentDepth);
        Clauses clauses = Clauses.of(tokens.clauses());
        Client client = Dialect.clientOf(clauses);
        return new Stamp(
                kind(clauses, client),
                client,
                host(clauses.get(Clauses.Name.BY).word()),
                Names.trimmed(String.join(" ", clauses.get(Clauses.Name.WITH).words())),
                Names.trimmed(clauses.get(Clauses.Name.ID).word()),
                recipient(clauses.get(Clauses.Name.FOR).word()),
                Dates.parse(tokens.date()),
                clauses.any() || isNote(clauses.get(Clauses.Name.LEAD)),
                !tokens.date().isEmpty(),
                tokens.tooDeep());
    }

    private static Kind kind(Clauses line, Client client) {
        String with = line.get(Clauses.Name.WITH).word().toUpperCase(Locale.ROOT);
        if (with.startsWith("LMTP") || with.startsWith("UTF8LMTP") || with.startsWith("QMAIL-SCANNER")) {
            return Kind.DELIVERY;
        }
        if (with.startsWith("IMAP") || with.startsWith("POP") || with.startsWith("DOMAINPOP")) {
            return Kind.RETRIEVAL;
        }
        if (with.equals("LOCAL") || isPickup(line) || isSameMachine(line, client)) {
            return Kind.PICKUP;
        }
        return client.isNobody() ? Kind.DELIVERY : Kind.TRANSFER;
    }

    private static boolean isPickup(Clauses line) {
        return line.mentions(Clauses.Name.BY, "from userid")
                || line.mentions(Clauses.Name.LEAD, "invoked by ")
                || line.mentions(Clauses.Name.BY, "DragonFly Mail Agent");
    }

    /// qmail, Haraka and others write a comment alone: `(qmail 8770 invoked by uid 500)`.
    private static boolean isNote(Clauses.Clause lead) {
        return lead.words().isEmpty() && !lead.comments().isEmpty();
    }

    /// `(localhost)`, `(user@localhost)`, `(name [local])`, `([unix socket])` and no address, since no network
    /// lay between.
    private static boolean isSameMachine(Clauses line, Client client) {
        return client.ip().isEmpty()
                && line.get(Clauses.Name.FROM).comments().stream()
                        .anyMatch(comment -> Names.afterIdent(comment).equalsIgnoreCase("localhost")
                                || comment.endsWith("[local]")
                                || comment.equals("[unix socket]"));
    }

    private static String host(String word) {
        String name = Names.trimmed(word);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    private static String recipient(String word) {
        int open = word.indexOf('<');
        int close = word.indexOf('>', Math.max(open, 0));
        String address = open < 0 ? word : word.substring(open + 1, close < 0 ? word.length() : close);
        return address.equals("multiple") ? "" : Names.trimmed(address);
    }
}
