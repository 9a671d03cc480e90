package gyotaku.app;

import gyotaku.app.Samples.Sample;
import gyotaku.engine.Engine;
import gyotaku.engine.ScanLine;
import gyotaku.engine.Settings;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Lang;
import gyotaku.model.RawMail;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Judges many messages without any network: one JSON line each, in the order of the files.")
final class Scan implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Mails, mboxes, Maildirs, folders, or - for standard input.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--jsonl", paramLabel = "FILE", description = "Where the lines go (default: -, standard output).")
    private String jsonl = "-";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Files at the same time (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (default: gyotaku.yaml here, then in ~/.config/gyotaku/).")
    private Optional<Path> config = Optional.empty();

    Scan(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Configuration configuration = Configuration.load(config, System.getenv());
        Settings settings = configuration.settings(List.of(Lang.values()));
        Samples samples = new Samples(settings.limits().messageBytes(), terminal.in());
        Instant now = clock.instant();
        List<String> files = samples.files(names);
        boolean allRead = true;
        try (Workers children = Children.of(settings.limits(), configuration.yara());
                ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
                PrintWriter out = lines()) {
            Engine engine = new Engine(settings, children);
            InOrder<List<ScanLine>> running = new InOrder<>(workers, 4 * Math.max(1, threads));
            int done = 0;
            for (String file : files) {
                for (Future<List<ScanLine>> ready : running.submit(() -> scan(file, samples, engine, now))) {
                    allRead &= print(ready.get(), out);
                    terminal.progress(++done + " / " + files.size());
                }
            }
            for (Future<List<ScanLine>> last : running.rest()) {
                allRead &= print(last.get(), out);
            }
            terminal.progress("");
        }
        return allRead ? 0 : Failure.INPUT;
    }

    private PrintWriter lines() throws IOException {
        return jsonl.equals("-")
                ? new PrintWriter(terminal.out()) {
                    @Override
                    public void close() {
                        flush();
                    }
                }
                : new PrintWriter(
                        new OutputStreamWriter(Files.newOutputStream(Path.of(jsonl)), StandardCharsets.UTF_8));
    }

    private static List<ScanLine> scan(String file, Samples samples, Engine engine, Instant now) {
        try (Stream<Sample> inside = samples.read(file)) {
            return inside.map(sample -> switch (sample) {
                        case Sample.Unreadable(String path, String why) -> ScanLine.unread(path, why);
                        case Sample.Message(String path, RawMail raw) -> engine.scan(path, raw, now);
                    })
                    .toList();
        }
    }

    private boolean print(List<ScanLine> lines, PrintWriter out) {
        boolean allRead = true;
        for (ScanLine line : lines) {
            out.println(line.json());
            if (line.error() != null) {
                terminal.complain(line.path() + ": " + line.error());
                allRead = false;
            }
        }
        return allRead;
    }
}
