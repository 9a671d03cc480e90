package gyotaku.report.mask;

import gyotaku.report.mask.Masked.Kind;

/// Query strings, fragments and long tokens of the URLs in a text, dead or alive.
final class Urls {

    /// Shorter ones are words; longer ones name a reader or a campaign.
    private static final int TOKEN = 20;

    private Urls() {}

    static String mask(String text, Masked masked) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int colon = text.indexOf("://"); colon >= 0; colon = text.indexOf("://", at)) {
            int end = end(text, colon + 3);
            out.append(text, at, colon + 3);
            url(text.substring(colon + 3, end), out, masked);
            at = end;
        }
        return out.append(text, at, text.length()).toString();
    }

    /// Whether it carries something long enough to name a reader: in its query, its fragment or a part of its path.
    static boolean carries(String url) {
        int host = url.indexOf("://") + 3;
        int at = host;
        while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
            at++;
        }
        int length = 0;
        while (at < url.length() && length < TOKEN) {
            length = "/?#&=".indexOf(url.charAt(at)) >= 0 ? 0 : length + 1;
            at++;
        }
        return length >= TOKEN;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && !stops(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean stops(char c) {
        return c <= ' ' || "\"'<>「」（）、。　…".indexOf(c) >= 0;
    }

    private static void url(String rest, StringBuilder out, Masked masked) {
        int cut = first(rest);
        path(rest.substring(0, cut), out, masked);
        if (cut < rest.length()) {
            out.append(rest.charAt(cut));
            if (cut + 1 < rest.length()) {
                out.append(Needles.STARS);
                masked.note(Kind.QUERY, rest.substring(cut));
            }
        }
    }

    private static int first(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '?' || rest.charAt(i) == '#') {
                return i;
            }
        }
        return rest.length();
    }

    private static void path(String path, StringBuilder out, Masked masked) {
        int at = 0;
        boolean host = true;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', at)) {
            segment(path.substring(at, slash), host, out, masked);
            out.append('/');
            host = false;
            at = slash + 1;
        }
        segment(path.substring(at), host, out, masked);
    }

    private static void segment(String segment, boolean host, StringBuilder out, Masked masked) {
        if (!host && segment.length() >= TOKEN) {
            masked.note(Kind.TOKEN, segment);
            out.append(Needles.STARS);
        } else {
            out.append(segment);
        }
    }
}
