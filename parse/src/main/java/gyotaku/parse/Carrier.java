package gyotaku.parse;

import gyotaku.model.Limits;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A message that only carries another one: somebody forwarded a suspicious mail as an attachment.
final class Carrier {

    /// More words than this beside the carried message, and the outer one is a mail of its own.
    private static final int COVERING_NOTE = 2_000;

    private Carrier() {}

    /// The message that is carried, when the outer is nothing but its cover.
    static Optional<Source> sample(MimeMessage outer, Limits limits) {
        if (isBounce(outer.root())) {
            return Optional.empty();
        }
        List<Piece> messages = outer.pieces().stream()
                .filter(piece -> !piece.inner() && isMessageFile(piece))
                .toList();
        return messages.size() == 1 && isCover(outer, messages.getFirst(), limits)
                ? Optional.of(content(messages.getFirst()))
                : Optional.empty();
    }

    /// A report about delivery tells of the message that it returns, so it stays what it is (RFC 3464). Those of old
    /// servers are known by who sends them; a report of abuse (RFC 5965) is none.
    static boolean isBounce(Part root) {
        boolean abuse = root.children().stream().anyMatch(part -> part.type().equals("message/feedback-report"));
        return !abuse && (isSentByAServer(root) || tellsOfDelivery(root));
    }

    private static boolean isSentByAServer(Part root) {
        return root.headers().stream().anyMatch(header -> {
            String body = header.body().toLowerCase(Locale.ROOT);
            return header.is("From") && (body.contains("mailer-daemon") || body.contains("postmaster@"))
                    || header.is("Return-Path") && body.equals("<>");
        });
    }

    private static boolean tellsOfDelivery(Part root) {
        return root.children().stream()
                .anyMatch(part -> part.type().equals("message/delivery-status")
                        || part.type().equals("message/disposition-notification"));
    }

    private static boolean isMessageFile(Piece piece) {
        if (piece.isCarried()) {
            return true;
        }
        boolean named = piece.part().fileName().toLowerCase(Locale.ROOT).endsWith(".eml");
        return named && !piece.content().isMultipart();
    }

    /// Whether nothing else of substance stands in the outer message.
    private static boolean isCover(MimeMessage outer, Piece carried, Limits limits) {
        if (!isReadable(carried, limits)) {
            return false;
        }
        if (outer.root().type().equals("multipart/report")) {
            return true;
        }
        return outer.pieces().stream()
                .filter(piece -> !piece.inner()
                        && !piece.part().path().equals(carried.part().path()))
                .allMatch(Carrier::isSmall);
    }

    private static boolean isSmall(Piece piece) {
        boolean text =
                piece.part().text().isPresent() && !piece.part().disposition().equals("attachment");
        return text
                ? words(piece.part().text().orElse("")) <= COVERING_NOTE
                : piece.part().type().startsWith("image/");
    }

    private static int words(String text) {
        return (int)
                text.chars().limit(100_000).filter(Character::isLetterOrDigit).count();
    }

    private static boolean isReadable(Piece carried, Limits limits) {
        Source content = content(carried);
        List<Header> headers = carried.part().children().isEmpty()
                ? MimeReader.headers(content, limits)
                : carried.part().children().getFirst().headers();
        return MailShape.isMail(headers);
    }

    private static Source content(Piece carried) {
        Optional<Source> rebuilt =
                carried.converted().flatMap(made -> made.source(carried.source().span(carried.start(), carried.end())));
        if (rebuilt.isPresent()) {
            return rebuilt.get();
        }
        boolean asItIs = carried.data().bytes() == carried.source().bytes();
        return asItIs
                ? carried.source().part(carried.start(), carried.end())
                : Source.decoded(carried.data().bytes(), carried.part().body())
                        .part(carried.data().from(), carried.data().to());
    }
}
