package gyotaku.model;

import java.time.Duration;

/// Every bound in one place. When one is hit, what was read is kept and a [Truncated] says so.
///
/// @param messageBytes against filling memory by one huge mail
/// @param mimeDepth against stack overflow and quadratic walks by nested parts (CVE-2020-12100); deeper parts are
/// leaves
/// @param mimeParts against a million tiny parts
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
/// @param sourceTime for one question to one source
/// @param lookupTime for all questions of one mail together
/// @param answerBytes of one answer of an outside source
public record Limits(
        int messageBytes,
        int mimeDepth,
        int mimeParts,
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
        Duration sourceTime,
        Duration lookupTime,
        int answerBytes) {

    public static Limits standard() {
        return new Limits(
                50 << 20,
                50,
                1_000,
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
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                1 << 20);
    }
}
