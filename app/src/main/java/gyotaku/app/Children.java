package gyotaku.app;

import gyotaku.dissect.Yara;
import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Limits;
import java.nio.file.Path;
import java.util.Optional;

/// The processes that look into files for one run of the program.
final class Children {

    /// Where the launcher keeps what makes them start faster.
    private static final String CACHE = "gyotaku.child.aot";

    private Children() {}

    /// @param yara the operator's rules
    static Workers of(Limits limits, Optional<Yara> yara) {
        Optional<Path> cache = Optional.ofNullable(System.getProperty(CACHE)).map(Path::of);
        String classPath = System.getProperty("java.class.path");
        return new Workers(limits.files(), ChildCommand.of(classPath, yara, cache));
    }
}
