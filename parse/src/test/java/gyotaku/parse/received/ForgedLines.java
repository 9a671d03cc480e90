package gyotaku.parse.received;

import java.util.List;
import java.util.Random;

/// Received lines as a sender forges them: in every dialect, naming hosts of his own, of banks, of providers and
/// the recipient's own servers, with their queue ids and dates.
final class ForgedLines {

    private static final List<String> TEMPLATES = List.of(
            "from unknown (HELO {h}) ({i}) by {b} with SMTP; {d}",
            "from {h} ({i}) by {b} with ESMTPS; {d}",
            "(qmail {n} invoked by uid {n}); {d}",
            "(qmail {n} invoked from network); {d}",
            "from {h} ({r} [{i}]) by {b} (Postfix) with ESMTPS id {q} for <{a}>; {d}",
            "from {h} (unknown [{i}]) by {b} (Postfix) with ESMTP id {q}; {d}",
            "by {b} (Postfix, from userid 33) id {q}; {d}",
            "from localhost (localhost [127.0.0.1]) by {b} (Postfix) with ESMTP id {q}; {d}",
            "from {r} ([{i}] helo={h}) by {b} with esmtps (TLS1.3) (Exim 4.98) id {q} for {a}; {d}",
            "from [{i}] (port=1 helo={h}) by {b} with esmtp (Exim 4.98) id {q}; {d}",
            "from root by {b} with local (Exim 4.98) id {q}; {d}",
            "from {h} ({r} [{i}] (may be forged)) by {b} (8.18.1/8.18.1) with ESMTP id {q} for <{a}>; {d}",
            "from {h} ({i}) by {b} ({i}) with Microsoft SMTP Server (version=TLS1_3) id 15.20.1.{n} via Frontend"
                    + " Transport; {d}",
            "from {h} (::1) by {b} with HTTPS; {d}",
            "from {h} ([fe80::1%4]) by {b} ([fe80::2%5]) with mapi id 15.20.1.{n}; {d}",
            "by 2002:a05:6638:41a2:b0:4b8:c5a1:9f02 with SMTP id {q}; {d}",
            "from {h} ({r}. [{i}]) by mx.google.com with ESMTPS id {q} for <{a}> (version=TLS1_3); {d}",
            "from {i} (EHLO {h}) ({i}) by {b} with SMTP; {d}",
            "from {h}([{i}]) by {b} with ESMTP id <{q}@{b}> for <{a}>; {d}",
            "from {h} ({r} [::ffff:{i}]) by {b} with esmtp; {d}",
            "from {h} ([{i}]) by {b} (Lotus Domino Release 8.5.3) with SMTP id {q} ; {d}",
            "from {h} [{i}] by {b} with SMTP (MDaemon.PRO.v5.0.4.R) for <{a}>; {d}",
            "from [{i}] (HELO {h}) by {b} (CommuniGate Pro SMTP 6.3) with ESMTP id {n}; {d}",
            "from {h} ([10.0.0.3]) by {b} with LMTP id {q} for <{a}>; {d}",
            "from {h} ([unix socket]) by {b} (Cyrus 3.8.1) with LMTPA; {d}",
            "from {h} [{i}] by localhost with IMAP (fetchmail-6.4.38) for <{a}> (single-drop); {d}",
            "from {h} ((((((((((((((((((((({r} [{i}] by {b}; {d}",
            "no line at all {n}");

    private final Random random;
    private final List<String> hosts;
    private final List<String> addresses;
    private final List<String> whole;

    /// @param own hosts of the recipient's side
    /// @param imitated lines of the recipient's side to repeat as they stand
    ForgedLines(Random random, List<String> own, List<String> imitated) {
        this.random = random;
        this.hosts = new java.util.ArrayList<>(
                List.of("kmnkw.cn", "ana.example", "localhost", "TYZPEPF1.mail.protection.outlook.com", "[10.0.0.1]"));
        hosts.addAll(own);
        hosts.addAll(own);
        this.addresses =
                List.of("198.51.100.7", "10.0.0.3", "127.0.0.1", "192.168.1.5", "203.0.113.99", "101.47.76.36");
        this.whole = imitated;
    }

    String next() {
        if (random.nextInt(4) == 0) {
            return any(whole);
        }
        return any(TEMPLATES)
                .replace("{h}", any(hosts))
                .replace("{r}", any(hosts))
                .replace("{b}", any(hosts))
                .replace("{i}", any(addresses))
                .replace("{q}", "4CXKdX2gnRz22x" + random.nextInt(100))
                .replace("{n}", Integer.toString(1 + random.nextInt(60_000)))
                .replace("{a}", "hanako@example.co.jp")
                .replace("{d}", "Fri, 20 Feb 2026 15:2" + random.nextInt(10) + ":05 +0900 (JST)");
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
