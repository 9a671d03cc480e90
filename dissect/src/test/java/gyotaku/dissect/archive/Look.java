package gyotaku.dissect.archive;

import gyotaku.dissect.Child;
import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Opens files as the product does.
final class Look {

    private Look() {}

    static Opened into(String name, byte[] bytes, String... passwords) {
        return new Dissector(Limits.standard()).open(new Enclosure(name, "", bytes, List.of(passwords)));
    }

    /// As on a machine without `bsdtar`.
    static Opened withoutCommands(String name, byte[] bytes) {
        System.setProperty(Child.COMMANDS, "");
        try {
            return into(name, bytes);
        } finally {
            System.clearProperty(Child.COMMANDS);
        }
    }

    static List<String> names(Opened opened) {
        return opened.files().stream().map(Inside::name).toList();
    }

    static List<Long> sizes(Opened opened) {
        return opened.files().stream().map(Inside::size).toList();
    }

    static Set<Trait.Kind> kinds(Opened opened) {
        return opened.traits().stream().map(Trait::kind).collect(Collectors.toSet());
    }

    static List<String> details(Opened opened, Trait.Kind kind) {
        return opened.traits().stream()
                .filter(trait -> trait.kind() == kind)
                .map(Trait::detail)
                .toList();
    }
}
