package gyotaku.model;

import java.time.Duration;

/// Every bound in one place. When one is hit, what was read is kept and a [Truncated] says so.
///
/// @param messageBytes against filling memory by one huge mail
/// @param mimeDepth against stack overflow and quadratic walks by nested parts (CVE-2020-12100); deeper parts are
/// leaves
/// @param mimeParts against a million tiny parts
/// @param otherReadings of parts that programs read differently; against doubts in doubts in doubts
/// @param headers, headerBytes, headerTotalBytes against header floods
/// @param parameters against parameter floods in Content-Type
/// @param commentDepth against nested comments (MIME-tools CVE-2026-116267)
/// @param hops Received lines that are read into hops
/// @param textBytes of one part that are decoded and looked at
/// @param htmlNodes, htmlDepth against quadratic HTML
/// @param links that are kept of one mail
/// @param linksEnriched links that are looked up outside
/// @param pages that are visited; against a mail that makes us a load on a hundred sites
/// @param linkBytes of one link
/// @param attachments that are kept
/// @param files of what is opened in an attachment
/// @param sourceTime for one question to one source
/// @param lookupTime for all questions of one mail together
/// @param answerBytes of one answer of an outside source
public record Limits(
        int messageBytes,
        int mimeDepth,
        int mimeParts,
        int otherReadings,
        int headers,
        int headerBytes,
        int headerTotalBytes,
        int parameters,
        int commentDepth,
        int hops,
        int textBytes,
        int htmlNodes,
        int htmlDepth,
        int links,
        int linksEnriched,
        int pages,
        int linkBytes,
        int attachments,
        Files files,
        Duration sourceTime,
        Duration lookupTime,
        int answerBytes) {

    /// Bounds of one attachment.
    ///
    /// @param depth against archives in archives without end (42.zip, r.zip): files in files this deep are opened
    /// @param count of one attachment, all levels together; against archives of a million names
    /// @param unpackedBytes of one attachment, all levels together (10 GB gzip, overlapping entries)
    /// @param ratio more than this many bytes out of one, after the first MiB, is a decompression bomb
    /// @param picturePixels that are decoded of one picture, known from its header first (65k × 65k PNG)
    /// @param frames of an animated picture that are looked at
    /// @param documentPages of a document that are looked at
    /// @param viewBytes of one picture of a page
    /// @param time for one attachment; then its process is killed
    /// @param answerBytes that the process may answer for one attachment
    /// @param allTime for all attachments of one mail; against a thousand that take just less than `time` each
    /// @param allAnswerBytes for all attachments of one mail; against a thousand that each say as much as they may
    public record Files(
            int depth,
            int count,
            long unpackedBytes,
            int ratio,
            int picturePixels,
            int frames,
            int documentPages,
            int viewBytes,
            Duration time,
            int answerBytes,
            Duration allTime,
            long allAnswerBytes) {

        public static Files standard() {
            return new Files(
                    5,
                    1_000,
                    100L << 20,
                    100,
                    25_000_000,
                    20,
                    20,
                    1 << 20,
                    Duration.ofSeconds(10),
                    16 << 20,
                    Duration.ofSeconds(20),
                    48L << 20);
        }
    }

    public static Limits standard() {
        return new Limits(
                50 << 20,
                50,
                1_000,
                32,
                2_000,
                256 << 10,
                2 << 20,
                256,
                16,
                100,
                2 << 20,
                50_000,
                512,
                1_000,
                50,
                5,
                8 << 10,
                1_000,
                Files.standard(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                1 << 20);
    }
}
