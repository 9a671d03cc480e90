package gyotaku.report.section;

import gyotaku.model.WebUrl;
import gyotaku.model.mail.Link;
import java.util.Locale;

/// URLs that no program takes for one: `hxxps://host[.]example/…`.
public final class Defang {

    private Defang() {}

    public static String host(String host) {
        return host.replace(".", "[.]");
    }

    public static String url(WebUrl url) {
        if (url.host().isEmpty()) {
            return url.scheme() + "[:]"
                    + cut(url.href()
                            .substring(
                                    Math.min(url.href().length(), url.scheme().length() + 1)));
        }
        String rest = url.path()
                + (url.query().isEmpty() ? "" : "?" + url.query())
                + (url.fragment().isEmpty() ? "" : "#" + url.fragment());
        return scheme(url.scheme()) + "://" + (url.userInfo().isEmpty() ? "" : url.userInfo() + "@") + host(url.host())
                + (url.port() < 0 ? "" : ":" + url.port()) + cut(rest);
    }

    static String target(Link link) {
        return url(link.target());
    }

    /// Every URL in a running text; the rest stays as it is.
    public static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        for (int colon = text.indexOf("://"); colon >= 0; colon = text.indexOf("://", at)) {
            int start = schemeStart(text, at, colon);
            int end = hostEnd(text, colon + 3);
            out.append(text, at, start)
                    .append(scheme(text.substring(start, colon)))
                    .append("://")
                    .append(host(text.substring(colon + 3, end)));
            at = end;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static int schemeStart(String text, int from, int colon) {
        int start = colon;
        while (start > from && colon - start < 12 && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int hostEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !endsHost(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsHost(char c) {
        return c <= ' ' || "/?#\"'<>()「」（）、。　".indexOf(c) >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String scheme(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> "hxxp";
            case "https" -> "hxxps";
            case "ftp" -> "fxp";
            default -> scheme;
        };
    }

    /// Against pages of which one address fills many screens.
    private static String cut(String rest) {
        return rest.length() <= 400 ? rest : rest.substring(0, 400) + "…";
    }
}
