package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Trait;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// From when to when a signer's certificate is valid by its own words (RFC 5280 section 4.1.2.5), both included.
record Validity(Instant from, Instant to) {

    private static final String FROM = "valid ";
    private static final String TO = " to ";

    /// Looks at the start of the detail alone: what follows holds names that the signer chose.
    ///
    /// @param signature a trait of a signature
    /// @return empty when no certificate came along
    static Optional<Validity> of(Trait signature) {
        String detail = signature.detail();
        int to = detail.indexOf(TO);
        if (!detail.startsWith(FROM) || to < 0) {
            return Optional.empty();
        }
        int end = detail.indexOf("; ", to);
        try {
            return Optional.of(new Validity(
                    Instant.parse(detail.substring(FROM.length(), to)),
                    Instant.parse(detail.substring(to + TO.length(), end < 0 ? detail.length() : end))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether it was valid when the mail was received.
    ///
    /// @param seen where the dates stand
    Statement told(ParsedMail mail, Evidence seen) {
        Optional<Hop> receipt = mail.receipt();
        return receipt.flatMap(Hop::at)
                .map(OffsetDateTime::toInstant)
                .map(at -> Statement.say(List.of(seen, receipt.orElseThrow().evidence()), at(at)))
                .orElseGet(
                        () -> Statement.say(
                                seen,
                                Inline.words(
                                        "受信時刻が不明なため、証明書がその時点で有効だったかは分かりません。",
                                        "The time of receipt is unknown, so whether the certificate was valid then is not known.")));
    }

    private Inline at(Instant received) {
        if (received.isBefore(from)) {
            return Inline.words(
                    "メールの受信時には、証明書の有効期間がまだ始まっていませんでした。",
                    "When the mail was received, its certificate was not valid yet.");
        }
        return received.isAfter(to)
                ? Inline.words(
                        "メールの受信時には、証明書の有効期間が過ぎていました。", "When the mail was received, its certificate had expired.")
                : Inline.words(
                        "メールの受信時は、証明書の有効期間内でした。", "When the mail was received, its certificate was within its dates.");
    }
}
