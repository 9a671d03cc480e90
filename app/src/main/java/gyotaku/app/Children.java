package gyotaku.app;

import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Limits;

/// The processes that look into files for one run of the program.
final class Children {

    private Children() {}

    static Workers of(Limits limits) {
        return new Workers(limits.files(), ChildCommand.of(System.getProperty("java.class.path")));
    }
}
