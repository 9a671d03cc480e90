package gyotaku.testkit.letters;

import gyotaku.testkit.letters.Letter.Authentication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The way from the sender to the receiver's entrance, and what was found there.
///
/// @param signer the domain that signed; empty: nobody did
/// @param selector its selector
/// @param way its kind: `own`, `vps`, `bare` (a rented server whose sender cares for no name), `ses`, `sendgrid`,
/// `cuenote`, `google`, `microsoft`, `yahoo` or `icloud`
/// @param inner trace lines that the sending side wrote, the newest first, with `{date}`; seconds before the hand-over
///     grow by one each
record Route(
        String helo,
        String rdns,
        String ip,
        String envelope,
        String messageId,
        String signer,
        String selector,
        String spf,
        String dkim,
        String dmarc,
        List<String> inner,
        String way) {

    private static final Map<String, String> WEBMAILS = Map.ofEntries(
            Map.entry("gmail.com", "google"),
            Map.entry("google.com", "google"),
            Map.entry("outlook.com", "microsoft"),
            Map.entry("outlook.jp", "microsoft"),
            Map.entry("hotmail.com", "microsoft"),
            Map.entry("hotmail.co.jp", "microsoft"),
            Map.entry("live.jp", "microsoft"),
            Map.entry("yahoo.co.jp", "yahoo"),
            Map.entry("icloud.com", "icloud"),
            Map.entry("me.com", "icloud"));

    private static final List<String> SERVICES = List.of(
            "own", "own", "own", "own", "own", "ses", "ses", "sendgrid", "cuenote", "vps", "microsoft", "google");

    private static final List<String> BARE = List.of("own", "own", "bare");

    static Route of(Letter letter, Draw draw) {
        String way = way(letter, draw);
        String owner = owner(letter, draw);
        Filling filling = new Filling(draw, Map.of("owner", owner, "local", local(letter.fromAddress())));
        Ends ends = ends(way, draw);
        String service = service(way);
        boolean passes =
                letter.authentication() == Authentication.ALIGNED || letter.authentication() == Authentication.OTHER;
        String signer = signer(letter, draw, owner, service);
        return new Route(
                filling.in(ends.helo),
                filling.in(ends.rdns),
                ends.ip,
                envelope(letter, filling.in(ends.envelope)),
                "<" + filling.in(ends.messageId) + ">",
                signer,
                draw.of("selector", List.of("s1", "default", "selector1", "mail", "k1", "20230601", "dkim")),
                passes ? "pass" : letter.authentication() == Authentication.NONE ? "none" : failing(draw),
                signer.isEmpty() ? "none" : passes ? "pass" : "fail",
                dmarc(letter, draw),
                ends.inner.stream().map(filling::in).toList(),
                way);
    }

    private record Ends(String helo, String rdns, String ip, String envelope, String messageId, List<String> inner) {}

    private static String way(Letter letter, Draw draw) {
        return Optional.ofNullable(WEBMAILS.get(sending(letter)))
                .orElseGet(() -> draw.of(
                        "way",
                        switch (letter.authentication()) {
                            case ALIGNED, OTHER -> SERVICES;
                            case NONE, FAIL -> BARE;
                        }));
    }

    /// The domain whose servers truly send.
    private static String sending(Letter letter) {
        return switch (letter.authentication()) {
            case ALIGNED, NONE -> letter.fromDomain();
            case OTHER, FAIL -> letter.authenticatedDomain();
        };
    }

    private static String owner(Letter letter, Draw draw) {
        String known = sending(letter);
        return known.isEmpty() || letter.authentication() == Authentication.NONE && !WEBMAILS.containsKey(known)
                ? draw.of("host", List.of("sv{digits:4:h}.xserver.example", "www{digits:4:h}.sakura.example"))
                        .replace("{digits:4:h}", draw.digits("h", 4))
                : known;
    }

    private static String service(String way) {
        return switch (way) {
            case "ses" -> "amazonses.com";
            case "sendgrid" -> "sendgrid.net";
            default -> "";
        };
    }

    private static String signer(Letter letter, Draw draw, String owner, String service) {
        return switch (letter.authentication()) {
            case ALIGNED -> letter.fromDomain();
            case OTHER -> service.isEmpty() ? draw.percent("signed", 70) ? owner : "" : service;
            case NONE -> "";
            case FAIL -> draw.percent("signed", 40) ? letter.fromDomain() : "";
        };
    }

    private static String failing(Draw draw) {
        return draw.of("failing", List.of("fail", "softfail", "softfail"));
    }

    /// What fails SPF has borrowed the domain of From for the envelope, too.
    private static String envelope(Letter letter, String drawn) {
        if (!letter.envelope().isEmpty()) {
            return letter.envelope();
        }
        return switch (letter.authentication()) {
            case ALIGNED, OTHER, NONE -> drawn;
            case FAIL -> letter.fromAddress();
        };
    }

    private static String dmarc(Letter letter, Draw draw) {
        return switch (letter.authentication()) {
            case ALIGNED -> draw.percent("dmarc", 85) ? "pass" : "none";
            case OTHER, FAIL -> draw.percent("dmarc", 60) ? "fail" : "none";
            case NONE -> "none";
        };
    }

    private static Ends ends(String way, Draw draw) {
        int low = 1 + draw.below("low", 250);
        String server =
                draw.of("server", List.of("mail.", "mta{digits:2:n}.", "smtp{digits:1:n}.", "out{digits:2:n}.", ""));
        String id = draw.of(
                "message id",
                List.of(
                        "{hex:32}@{owner}",
                        "{moment}.{digits:8}@{owner}",
                        "{digits:9}.{digits:5}.{epoch}.JavaMail.app@{owner}",
                        "{hex:8}-{hex:4:a}-{hex:4:b}-{hex:4:c}-{hex:12}@{owner}",
                        "{token:16}@{owner}",
                        "{HEX:8}.{HEX:7}@{owner}"));
        return switch (way) {
            case "google" ->
                new Ends(
                        "mail-{token:3:g}-f" + (40 + low % 20) + ".google.com",
                        "mail-{token:3:g}-f" + (40 + low % 20) + ".google.com",
                        "209.85." + (160 + low % 60) + "." + (40 + low % 20),
                        "{local}@{owner}",
                        "CA{token:4}={hex:20}{token:10}@mail.gmail.com",
                        List.of("by mail-{token:3:g}-f" + (40 + low % 20) + ".google.com with SMTP id {hex:16:q}"
                                + "; {datepacific}"));
            case "microsoft" ->
                new Ends(
                        "TYVP286CU001.outbound.protection.outlook.com",
                        "mail-japaneastazon1101" + (1000 + low) + ".outbound.protection.outlook.com",
                        "52.101.229." + low,
                        "{local}@{owner}",
                        "TYCP286MB{digits:4:m}{HEX:20}@TYCP286MB{digits:4:m}.JPNP286.PROD.OUTLOOK.COM",
                        List.of(
                                "from TYCP286MB{digits:4:m}.JPNP286.PROD.OUTLOOK.COM (2603:1096:400:{hex:3}::{digits:2})"
                                        + " by OS3P286MB{digits:4:o}.JPNP286.PROD.OUTLOOK.COM (2603:1096:604:{hex:3}::{digits:2})"
                                        + " with Microsoft SMTP Server (version=TLS1_2,"
                                        + " cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.7{digits:3}.{byte:1}; {dateutc}"));
            case "yahoo" ->
                new Ends(
                        "omggw7{digits:3:y}.mail.djm.yahoo.co.jp",
                        "omggw7{digits:3:y}.mail.djm.yahoo.co.jp",
                        "183.79.56." + low,
                        "{local}@{owner}",
                        "{digits:10}.{digits:7}.{epoch}.JavaMail.yahoo@mail.yahoo.co.jp",
                        List.of(
                                "from unknown (HELO jws7{digits:3}.mail.djm.yahoo.co.jp) (10.{byte:1}.{byte:1}.{byte:1})"
                                        + " by omggw7{digits:3:y}.mail.djm.yahoo.co.jp with SMTP; {date}"));
            case "icloud" ->
                new Ends(
                        "outbound.ci.icloud.com",
                        "ci-2001{digits:4:i}.outbound.icloud.com",
                        "17.57.156." + low,
                        "{local}@{owner}",
                        "{HEX:8}-{HEX:4:a}-4{HEX:3:b}-A{HEX:3:c}-{HEX:12}@{owner}",
                        List.of(
                                "from smtpclient.apple (unknown [17.42.251.{byte:1}]) by outbound.ci.icloud.com (Postfix)"
                                        + " with ESMTPSA id {HEX:11}; {dateutc} (UTC)"));
            case "ses" ->
                new Ends(
                        "e234-" + low + ".smtp-out.ap-northeast-1.amazonses.com",
                        "e234-" + low + ".smtp-out.ap-northeast-1.amazonses.com",
                        "23.251.234." + low,
                        "0106{hex:12:s}-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}-000000@ap-northeast-1.amazonses.com",
                        "0106{hex:12:s}-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}-000000@ap-northeast-1.amazonses.com",
                        List.of());
            case "sendgrid" ->
                new Ends(
                        "s.wfbtzhr{digits:1}.outbound-mail.sendgrid.net",
                        "o" + (1 + low % 9) + ".ptr" + (1000 + low) + ".{owner}",
                        "149.72." + (100 + low % 100) + "." + low,
                        "bounces+{digits:8}-{hex:4}@em{digits:4}.{owner}",
                        "{token:22}@geopod-ismtpd-" + low % 60,
                        List.of("by recvd-{hex:10}-{token:5} with SMTP id recvd-{hex:10}-{token:5}-1-{HEX:8}; {date}"));
            case "cuenote" ->
                new Ends(
                        "mta" + low % 30 + "-{digits:2:c}.asp.cuenote.jp",
                        "mta" + low % 30 + "-{digits:2:c}.asp.cuenote.jp",
                        "203.0.113." + low,
                        "b-{token:12}@bounce.{owner}",
                        id,
                        List.of("from mta-front (localhost [127.0.0.1]) by mta" + low % 30
                                + "-{digits:2:c}.asp.cuenote.jp (Postfix) with ESMTP id {HEX:10}; {date}"));
            case "vps", "bare" ->
                new Ends(
                        way.equals("bare") && draw.percent("nameless", 50) ? "localhost.localdomain" : "{owner}",
                        draw.of(
                                "ptr",
                                List.of(
                                        "ik1-{digits:3:p}-{digits:5:q}.vs.sakura.example",
                                        "v198-51-100-" + low + ".a0{digits:2:p}.g.tyo1.static.cnode.example",
                                        "{owner}",
                                        way.equals("bare") ? "unknown" : "{owner}")),
                        "198.51.100." + low,
                        "{local}@{owner}",
                        id,
                        draw.percent("by hand", 50)
                                ? List.of("from [192.168.{byte:1}.{byte:1}] (unknown [192.0.2." + low + "]) by {owner}"
                                        + " (Postfix) with ESMTPSA id {HEX:10}; {date}")
                                : List.of());
            case "own" ->
                new Ends(
                        server + "{owner}",
                        draw.percent("ptr kept", 85) ? server + "{owner}" : "unknown",
                        draw.of("net", List.of("203.0.113.", "192.0.2.", "198.51.100.")) + low,
                        draw.of("bounce", List.of("{local}@{owner}", "bounce-{token:10}@{owner}", "return@{owner}")),
                        id,
                        draw.of(
                                "within",
                                List.of(
                                        List.<String>of(),
                                        List.of(
                                                "from ap{digits:2:w}.{owner} (ap{digits:2:w}.{owner} [10.{byte:1}.{byte:1}.{byte:1}])"
                                                        + " by mail.{owner} (Postfix) with ESMTP id {HEX:10}; {date}"),
                                        List.of(
                                                "from localhost (localhost [127.0.0.1]) by mail.{owner} (Postfix) with"
                                                        + " ESMTP id {HEX:10}; {date}",
                                                "by mail.{owner} (Postfix, from userid 48) id {HEX:10:z}; {date}"))));
            default -> throw new IllegalArgumentException(way);
        };
    }

    static String local(String address) {
        return address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    }
}
