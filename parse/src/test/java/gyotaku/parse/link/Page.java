package gyotaku.parse.link;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.mail.Link;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads one text of our own; bytes and characters are the same for ASCII, and counted as UTF-8 otherwise.
final class Page {

    private static final LinkReader READER = new LinkReader(Limits.standard());

    private Page() {}

    static LinkReading html(String html) {
        return read("text/html", html);
    }

    static LinkReading plain(String text) {
        return read("text/plain", text);
    }

    static LinkReading read(String type, String text) {
        ByteSpan body = new ByteSpan(0, text.getBytes(StandardCharsets.UTF_8).length);
        DecodedText decoded = new DecodedText("1", type, text, body, (start, end) -> bytes(text, start, end));
        return READER.read(List.of(decoded), body).with(List.of());
    }

    private static ByteSpan bytes(String text, int start, int end) {
        int first = text.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        return new ByteSpan(first, first + text.substring(start, end).getBytes(StandardCharsets.UTF_8).length);
    }

    /// `CONTEXT text -> target`, each link on its line.
    static List<String> listed(LinkReading reading) {
        return reading.links().stream()
                .map(link -> link.context() + " " + link.text() + " -> " + link.target())
                .toList();
    }

    static List<String> targets(LinkReading reading) {
        return reading.links().stream().map(Link::target).map(Object::toString).toList();
    }
}
