package gyotaku.parse.header;

import java.util.Locale;
import java.util.Set;

/// Names of fields that mail uses.
public final class UsualFields {

    private static final Set<String> USUAL = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "received",
            "return-path",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "delivered-to",
            "reply-to",
            "sender",
            "in-reply-to",
            "references",
            "dkim-signature",
            "domainkey-signature",
            "received-spf",
            "authentication-results",
            "envelope-to",
            "list-unsubscribe",
            "list-id",
            "errors-to",
            "precedence",
            "importance",
            "status",
            "user-agent",
            "mailing-list",
            "thread-topic",
            "thread-index");

    private UsualFields() {}

    public static boolean have(String fieldName) {
        String name = fieldName.toLowerCase(Locale.ROOT);
        return USUAL.contains(name)
                || name.startsWith("arc-")
                || name.startsWith("resent-")
                || name.startsWith("x-") && name.length() > 3 && isToken(name);
    }

    private static boolean isToken(String name) {
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_');
    }
}
