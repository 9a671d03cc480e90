package gyotaku.enrich.whois;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What registries call things. One table for all of them: a label means the same wherever it occurs.
final class Dialect {

    static final Set<String> REGISTERED = Set.of(
            "creation date",
            "created",
            "created on",
            "created date",
            "registered",
            "registered on",
            "registered date",
            "registration date",
            "registration time",
            "domain registration date",
            "domain name commencement date",
            "domain record activated",
            "record created on",
            "record created",
            "activated",
            "registration",
            "登録年月日",
            "등록일");

    static final Set<String> EXPIRES = Set.of(
            "registry expiry date",
            "registrar registration expiration date",
            "expiration date",
            "expiration time",
            "expiry date",
            "expires",
            "expires on",
            "expire date",
            "expire-date",
            "exp date",
            "paid-till",
            "renewal date",
            "record expires on",
            "有効期限",
            "사용 종료일");

    static final Set<String> REGISTRAR = Set.of(
            "registrar",
            "registrar name",
            "sponsoring registrar",
            "sponsoring registrar organization",
            "registration service provider",
            "authorized agency");

    static final Set<String> ABUSE =
            Set.of("registrar abuse contact email", "abuse contact email", "abuse-mailbox", "registrar abuse email");

    static final Set<String> NAME_SERVER =
            Set.of("name server", "name servers", "nserver", "nameserver", "nameservers", "ネームサーバ", "host name");

    static final Set<String> STATUS =
            Set.of("domain status", "status", "state", "registration status", "状態", "eppstatus");

    static final Set<String> DOMAIN = Set.of("domain name", "domain", "ドメイン名");

    static final Set<String> FREE =
            Set.of("free", "available", "not registered", "unassigned", "no object found", "invalid");

    /// Said by a registry that has no such domain; each registry has its own phrase.
    static final List<String> NO_MATCH = List.of(
            "no match",
            "not found",
            "no found",
            "no matching record",
            "no entries found",
            "no data found",
            "no object found",
            "no information available",
            "nothing found",
            "object does not exist",
            "does not exist in database",
            "is not registered",
            "not registered",
            "has not been registered",
            "is free",
            "is available for",
            "available for registration",
            "no such domain",
            "該当するデータがありません");

    static final List<String> LATER = List.of(
            "limit exceeded",
            "quota exceeded",
            "too many",
            "try again later",
            "access denied",
            "blacklisted",
            "exceeded the maximum",
            "exceeded allowed connection rate",
            "queries exceeded",
            "interval is too short",
            "permission denied");

    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("jp", ZoneId.of("Asia/Tokyo")),
            Map.entry("kr", ZoneId.of("Asia/Seoul")),
            Map.entry("cn", ZoneId.of("Asia/Shanghai")),
            Map.entry("hk", ZoneId.of("Asia/Hong_Kong")),
            Map.entry("tw", ZoneId.of("Asia/Taipei")),
            Map.entry("id", ZoneId.of("Asia/Jakarta")),
            Map.entry("th", ZoneId.of("Asia/Bangkok")),
            Map.entry("in", ZoneId.of("Asia/Kolkata")),
            Map.entry("ru", ZoneId.of("Europe/Moscow")),
            Map.entry("de", ZoneId.of("Europe/Berlin")),
            Map.entry("br", ZoneId.of("America/Sao_Paulo")),
            Map.entry("uk", ZoneId.of("Europe/London")),
            Map.entry("pl", ZoneId.of("Europe/Warsaw")),
            Map.entry("it", ZoneId.of("Europe/Rome")),
            Map.entry("fi", ZoneId.of("Europe/Helsinki")),
            Map.entry("nl", ZoneId.of("Europe/Amsterdam")));

    private Dialect() {}

    /// Of times that name no zone.
    static ZoneId zone(String topLevel) {
        return ZONES.getOrDefault(topLevel, java.time.ZoneOffset.UTC);
    }

    /// How the registry wants to be asked.
    static String query(String server, String domain) {
        return switch (server) {
            case "whois.jprs.jp" -> domain + "/e";
            case "whois.denic.de" -> "-T dn,ace " + domain;
            case "whois.verisign-grs.com" -> "domain " + domain;
            default -> domain;
        };
    }
}
