package gyotaku.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Shows every setting: meaning, default, value now and who set it.")
final class ConfigKeys implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--config", paramLabel = "FILE", description = "Read this gyotaku.yaml.")
    private Optional<Path> file = Optional.empty();

    ConfigKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = Configuration.load(file, System.getenv());
        for (Key key : Key.all()) {
            terminal.say(key.path() + ": " + shown(configuration, key));
            terminal.say("    " + key.meaning());
            terminal.say("    default: " + (key.standard().isEmpty() ? "(none)" : key.standard()) + "   set by: "
                    + configuration.origin(key) + "   variable: " + key.variable());
        }
        return 0;
    }

    private static String shown(Configuration configuration, Key key) {
        String value = configuration.value(key);
        return value.isEmpty() ? "(none)" : key.secret() ? "(set, not shown)" : value;
    }
}
