package gyotaku.enrich.page;

import gyotaku.model.Sha256;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The HTML of a mail as it is put before the browser: its own pictures (`cid:`, RFC 2392) stand in it as data.
final class Stage {

    /// Of all pictures put in, encoded: against one picture that is shown ten thousand times.
    private static final int PICTURE_CHARS = 16 << 20;

    /// Of one Content-ID that is looked for.
    private static final int ID_CHARS = 250;

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp");

    private static final String SCHEME = "cid:";

    private Stage() {}

    /// Empty when the mail has no HTML that a reader sees. A mail without a word may be a picture.
    static Optional<String> of(ParsedMail mail) {
        boolean wordless = mail.body().visible().isBlank();
        return mail.parts()
                .filter(part -> part.type().equals("text/html"))
                .filter(part -> mail.body().html()
                        ? part.body().equals(mail.body().span())
                        : wordless && !part.disposition().equals("attachment"))
                .flatMap(part -> part.text().stream())
                .findFirst()
                .map(html -> with(html, pictures(mail)));
    }

    /// Data by Content-ID, in lower case.
    private static Map<String, String> pictures(ParsedMail mail) {
        Map<String, Part> parts = new HashMap<>();
        mail.parts().filter(part -> !part.contentId().isEmpty()).forEach(part -> parts.putIfAbsent(part.path(), part));
        Map<String, String> byId = new HashMap<>();
        for (Attachment picture : Stream.concat(mail.pictures().stream(), mail.attachments().stream())
                .toList()) {
            Part part = parts.get(picture.partPath());
            if (part != null && SHOWN.contains(picture.looksLike())) {
                decoded(mail, picture)
                        .ifPresent(bytes -> byId.putIfAbsent(
                                part.contentId().toLowerCase(Locale.ROOT), data(picture.looksLike(), bytes)));
            }
        }
        return byId;
    }

    /// In Base64, as mail programs encode pictures; what comes out must be what was read as the part's content.
    private static Optional<byte[]> decoded(ParsedMail mail, Attachment picture) {
        byte[] bytes = mail.source().bytes();
        int end = Math.min(picture.span().end(), bytes.length);
        if (mail.source().encodedIn().isPresent() || picture.span().start() >= end) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getMimeDecoder()
                    .decode(Arrays.copyOfRange(bytes, picture.span().start(), end));
            return Optional.of(content).filter(it -> Sha256.of(it).equals(picture.sha256()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String data(String type, byte[] content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    private static String with(String html, Map<String, String> pictures) {
        if (pictures.isEmpty()) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        int left = PICTURE_CHARS;
        int at = 0;
        for (int found = next(html, 0); found >= 0; found = next(html, found + 1)) {
            int end = end(html, found + SCHEME.length());
            String id = html.substring(found + SCHEME.length(), end).toLowerCase(Locale.ROOT);
            String data = pictures.get(id.replace("%40", "@"));
            if (data != null && data.length() <= left && found >= at) {
                out.append(html, at, found).append(data);
                left -= data.length();
                at = end;
            }
        }
        return out.append(html, at, html.length()).toString();
    }

    private static int next(String html, int from) {
        for (int i = html.indexOf(':', from + SCHEME.length() - 1); i >= 0; i = html.indexOf(':', i + 1)) {
            if (html.regionMatches(true, i - 3, SCHEME, 0, SCHEME.length())) {
                return i - 3;
            }
        }
        return -1;
    }

    private static int end(String html, int from) {
        int end = from;
        while (end < html.length() && end - from < ID_CHARS && "\"' <>)&\t\r\n".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
