package gyotaku.dissect.small;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Opens files that a test made and reads what was told.
final class Asked {

    private Asked() {}

    static Opened open(String name, byte[] bytes) {
        return new Dissector(Limits.standard()).open(new Enclosure(name, "", bytes, List.of()));
    }

    static Opened open(String name, String text) {
        return open(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<String> details(Opened opened, Trait.Kind kind) {
        return opened.traits().stream()
                .filter(trait -> trait.kind() == kind)
                .map(Trait::detail)
                .toList();
    }
}
