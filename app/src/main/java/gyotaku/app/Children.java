package gyotaku.app;

import gyotaku.dissect.Yara;
import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Limits;
import java.util.Optional;

/// The processes that look into files for one run of the program.
final class Children {

    private Children() {}

    /// @param yara the operator's rules
    static Workers of(Limits limits, Optional<Yara> yara) {
        return new Workers(limits.files(), ChildCommand.of(System.getProperty("java.class.path"), yara));
    }
}
