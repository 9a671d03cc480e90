package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Objects;
import java.util.stream.Stream;

/// What a visit must not leave behind.
final class Leftovers {

    private Leftovers() {}

    static void none() {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .flatMap(process -> process.info().command().stream())
                        .filter(command -> command.contains("chrom")))
                .isEmpty();
        assertThat(Stream.of(Objects.requireNonNull(new File(System.getProperty("java.io.tmpdir")).list()))
                        .filter(name -> name.startsWith(
                                "gyotaku-browser-" + ProcessHandle.current().pid() + "-")))
                .isEmpty();
    }
}
