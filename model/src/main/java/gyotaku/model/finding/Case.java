package gyotaku.model.finding;

import gyotaku.model.Sha256;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.mail.ParsedMail;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// One finished investigation: what the reports are written from.
///
/// @param sample digest of the sample
/// @param size of the sample in bytes
/// @param lookups all questions in the order of source and subject
/// @param left what went out to whom, as the `privacy` setting allowed: `none`, `hashes`, `hosts` or `urls`
public record Case(
        Sha256 sample,
        long size,
        ParsedMail mail,
        Facts facts,
        Analysis analysis,
        List<LookupEntry> lookups,
        String left) {

    public Case {
        lookups = List.copyOf(lookups);
    }

    /// The case folder's name: `<receivedDate>-<first 12 of sha256>`, the date in UTC, `undated` when unknown.
    public String id() {
        String date = mail.receivedAt()
                .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC)
                        .format(DateTimeFormatter.BASIC_ISO_DATE)
                        .substring(0, 8))
                .orElse("undated");
        return date + "-" + sample.hex().substring(0, 12);
    }
}
