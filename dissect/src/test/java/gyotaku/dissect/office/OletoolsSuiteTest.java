package gyotaku.dissect.office;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The test files of oletools, whose names say what is in them.
class OletoolsSuiteTest {

    private static final Set<Trait.Kind> ALARMING = Set.of(
            Trait.Kind.MACRO,
            Trait.Kind.AUTO_RUN,
            Trait.Kind.DDE,
            Trait.Kind.COMMAND,
            Trait.Kind.EXTERNAL_TEMPLATE,
            Trait.Kind.EXTERNAL_LOAD,
            Trait.Kind.EMBEDDED_OBJECT,
            Trait.Kind.LAUNCH,
            Trait.Kind.BOMB,
            Trait.Kind.ENCRYPTED);

    /// Files that say something else than their name, and why.
    private static final Map<String, String> EXCEPTIONS = Map.of();

    private static Map<String, Opened> opened() {
        Path folder = Suites.folder("hostile/oletools");
        Map<String, Opened> opened = new TreeMap<>();
        for (Path file : Suites.files(folder, "")) {
            String name = folder.relativize(file).toString();
            Enclosure enclosure =
                    new Enclosure(file.getFileName().toString(), "", Suites.bytes(file), List.of("infected"));
            opened.put(name, new Dissector(Limits.standard()).open(enclosure));
        }
        return opened;
    }

    /// What the name of a file promises; empty when it promises nothing.
    private static Optional<Set<Trait.Kind>> promised(String name) {
        if (name.endsWith(".zip") || name.startsWith("basic/") || name.startsWith("LICENSE")) {
            return Optional.empty();
        }
        if (name.contains("harmless-clean")) {
            return Optional.of(Set.of());
        }
        if (name.contains("dde-test-encrypt")) {
            return Optional.of(Set.of(Trait.Kind.PASSWORD_OPENED, Trait.Kind.DDE));
        }
        if (name.contains("autostart-encrypt")) {
            return Optional.of(Set.of(Trait.Kind.PASSWORD_OPENED, Trait.Kind.MACRO, Trait.Kind.AUTO_RUN));
        }
        if (name.startsWith("encrypted/")) {
            return Optional.of(Set.of(Trait.Kind.ENCRYPTED));
        }
        if (name.contains("dde-")) {
            return Optional.of(Set.of(Trait.Kind.DDE));
        }
        if (name.contains("external_link")) {
            return Optional.of(Set.of(Trait.Kind.EXTERNAL_LOAD));
        }
        if (name.startsWith("excel4-macros/") || name.startsWith("oleform/")) {
            return Optional.of(Set.of(Trait.Kind.MACRO));
        }
        return name.startsWith("oleobj/") || name.startsWith("rtfobj/")
                ? Optional.of(Set.of(Trait.Kind.EMBEDDED_OBJECT))
                : Optional.empty();
    }

    @Test
    void everyFileShowsWhatItsNamePromises() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        opened().forEach((name, opened) -> promised(name).ifPresent(promised -> {
            boolean right = promised.isEmpty()
                    ? ALARMING.stream().noneMatch(opened::shows) && opened.state() == Opened.State.READ
                    : promised.stream().allMatch(opened::shows);
            if (!right && !EXCEPTIONS.containsKey(name)) {
                wrong.add(name + " " + promised + ": " + opened.state() + " " + opened.detail() + " " + opened.traits()
                        + " "
                        + opened.files().stream()
                                .map(f -> f.looksLike() + f.opened().traits())
                                .toList());
            }
            if (right && EXCEPTIONS.containsKey(name)) {
                gone.add(name);
            }
        }));

        assertThat(wrong).isEmpty();
        assertThat(gone).isEmpty();
    }
}
