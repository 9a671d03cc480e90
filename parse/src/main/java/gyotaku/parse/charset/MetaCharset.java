package gyotaku.parse.charset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The charset that an HTML text names itself: `<meta charset=…>` or `<meta http-equiv … content="…charset=…">`.
public final class MetaCharset {

    private MetaCharset() {}

    /// A browser looks through the first 1024 bytes; mail programs put more before it.
    private static final int LOOKED_AT = 4096;

    /// The label, or empty.
    public static String of(byte[] bytes, int from, int to) {
        String head = new String(bytes, from, Math.min(to - from, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        for (int meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
            int end = head.indexOf('>', meta);
            String tag = head.substring(meta, end < 0 ? head.length() : end);
            int charset = tag.indexOf("charset");
            if (charset >= 0) {
                String label = label(tag, charset + 7);
                if (!label.isEmpty()) {
                    return label;
                }
            }
        }
        return "";
    }

    private static String label(String tag, int from) {
        int at = from;
        while (at < tag.length() && " \t\r\n=\"'".indexOf(tag.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        while (at < tag.length() && " \t\r\n\"';/>".indexOf(tag.charAt(at)) < 0) {
            at++;
        }
        return tag.substring(start, at);
    }
}
