package gyotaku.model.finding;

import gyotaku.model.Sha256;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.mail.ParsedMail;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One finished investigation: what the reports are written from.
///
/// @param sample digest of the sample
/// @param size of the sample in bytes
/// @param lookups all questions in the order of source and subject
/// @param left what went out to whom, as the `privacy` setting allowed: `none`, `hashes`, `hosts` or `urls`
/// @param stored what visits kept, as far as a report shows or reads it: the pictures (PNG) and DOMs of pages
public record Case(
        Sha256 sample,
        long size,
        ParsedMail mail,
        Facts facts,
        Analysis analysis,
        List<LookupEntry> lookups,
        String left,
        SortedMap<Sha256, byte[]> stored) {

    public Case {
        lookups = List.copyOf(lookups);
        stored = new TreeMap<>(stored);
    }

    /// Without visits.
    public Case(
            Sha256 sample,
            long size,
            ParsedMail mail,
            Facts facts,
            Analysis analysis,
            List<LookupEntry> lookups,
            String left) {
        this(sample, size, mail, facts, analysis, lookups, left, new TreeMap<>());
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
