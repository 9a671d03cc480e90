package gyotaku.app;

import gyotaku.engine.BrokenCase;
import gyotaku.engine.CaseFolder;
import gyotaku.model.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Holds a case folder against its manifest; names the first file that is not what was recorded.")
final class Verify implements Callable<Integer> {

    private static final Text HOLDS =
            Text.of("{0}: {1} 件のファイルすべてが記録と一致します。", "{0}: all {1} files are what was recorded.");

    private final Terminal terminal;

    @Parameters(paramLabel = "CASE", description = "A case folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    Verify(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BrokenCase {
        terminal.say(HOLDS.with(folder, new CaseFolder(folder).verify()).in(terminal.lang()));
        return 0;
    }
}
