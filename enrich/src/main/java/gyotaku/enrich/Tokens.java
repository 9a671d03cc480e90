package gyotaku.enrich;

import gyotaku.enrich.source.Setting;
import gyotaku.model.mail.AddressForms;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The recipient's address inside of URLs, in all its forms. Whoever gets such a URL learns that this recipient's
/// mail is being looked into, so the address is replaced by as many neutral letters before the URL goes out, unless
/// the operator lets it.
public final class Tokens {

    public static final Setting SETTING = Setting.choice(
            "privacy.tokens",
            "replace",
            "the recipient's address in a URL that goes out, plain or encoded: replace (by neutral letters) or send");

    /// Against mails to thousands.
    private static final int MOST = 40;

    private static final int ESCAPE = 3;
    private static final char NEUTRAL = 'x';

    private final List<String> needles;

    private Tokens(Set<String> needles) {
        this.needles = needles.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    public static Tokens of(ParsedMail mail, SourceSettings settings) {
        Set<String> needles = new TreeSet<>();
        if (!settings.own(SETTING.path()).orElse(SETTING.standard()).equals("send")) {
            Stream.concat(mail.recipients().stream(), mail.reporter().stream())
                    .map(Mailbox::address)
                    .filter(address -> address.indexOf('@') > 0)
                    .limit(MOST)
                    .forEach(address -> needles.addAll(AddressForms.of(address)));
        }
        return new Tokens(needles);
    }

    /// The URL as it may go out: as long as before, with the same host.
    public String outgoing(String url) {
        int start = url.indexOf("://") + ESCAPE;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int user = url.lastIndexOf('@', end - 1);
        int host = user >= start ? user + 1 : start;
        return neutral(url.substring(0, host)) + url.substring(host, end) + neutral(url.substring(end));
    }

    private String neutral(String part) {
        String left = part;
        for (String needle : needles) {
            String small = AddressForms.lower(left);
            for (int at = small.indexOf(needle); at >= 0; at = small.indexOf(needle, at + needle.length())) {
                left = left.substring(0, at)
                        + neutralLetters(left.substring(at, at + needle.length()))
                        + left.substring(at + needle.length());
            }
        }
        return left;
    }

    /// Escapes stay escapes and signs stay signs, so that it is still a URL of the same form.
    private static String neutralLetters(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '%' && i + 2 < token.length() && Character.digit(token.charAt(i + 2), 16) >= 0) {
                String escape = token.substring(i, i + ESCAPE);
                int code = Character.digit(escape.charAt(1), 16) << 4 | Character.digit(escape.charAt(2), 16);
                out.append(code > 0 && Character.isLetterOrDigit(code) ? "%78" : escape);
                i += 2;
            } else {
                out.append(Character.isLetterOrDigit(c) ? NEUTRAL : c);
            }
        }
        return out.toString();
    }
}
