package gyotaku.app;

import gyotaku.app.Samples.Sample;
import gyotaku.engine.CaseFiles;
import gyotaku.engine.CaseFolder;
import gyotaku.engine.Engine;
import gyotaku.engine.Outcome;
import gyotaku.engine.Sealing;
import gyotaku.engine.Settings;
import gyotaku.engine.worker.Workers;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.WatchedEgress;
import gyotaku.enrich.source.Sources;
import gyotaku.model.RawMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        aliases = "analyse",
        mixinStandardHelpOptions = true,
        description = "Investigates each message and writes a case folder for it.",
        footer = {"", "A message inside another (forwarded as attachment) is the one that is analysed."})
final class Analyze implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A mail (.eml), an mbox, a Maildir, a folder, or - for standard input.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the case folders go (default: cases).")
    private Path out = Path.of("cases");

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            split = ",",
            description = "Languages of the reports (default: ja,en).")
    private List<String> languages = List.of("ja", "en");

    @Option(names = "--offline", description = "Look nothing up: not a single packet leaves.")
    private boolean offline;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (default: gyotaku.yaml here, then in ~/.config/gyotaku/).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--json", description = "Print case.json instead of the summary.")
    private boolean json;

    Analyze(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = Configuration.load(config, System.getenv());
        Settings settings = configuration.settings(Languages.of(languages));
        Sealing sealing = configuration.sealing(offline);
        Samples samples = new Samples(settings.limits().messageBytes(), terminal.in());
        Sources sources = new Sources(settings.sources(), settings.limits());
        boolean allRead = true;
        try (Workers children = Children.of(settings.limits(), configuration.yara())) {
            Engine engine = new Engine(settings, children);
            for (String file : samples.files(names)) {
                allRead &= examineAll(file, samples, engine, sources, sealing);
            }
        }
        return allRead ? 0 : Failure.INPUT;
    }

    private boolean examineAll(String file, Samples samples, Engine engine, Sources sources, Sealing sealing)
            throws IOException {
        boolean allRead = true;
        try (Stream<Sample> inside = samples.read(file)) {
            for (Sample sample : (Iterable<Sample>) inside::iterator) {
                allRead &= examine(sample, engine, sources, sealing);
            }
        }
        return allRead;
    }

    private boolean examine(Sample sample, Engine engine, Sources sources, Sealing sealing) throws IOException {
        return switch (sample) {
            case Sample.Unreadable(String path, String why) -> {
                terminal.complain(path + ": " + why);
                yield false;
            }
            case Sample.Message(String path, RawMail raw) -> {
                terminal.progress("analysing " + path + " …");
                Outcome outcome = outcome(raw, engine, sources);
                terminal.progress("");
                yield finish(path, outcome, engine, sealing);
            }
        };
    }

    private Outcome outcome(RawMail raw, Engine engine, Sources sources) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (offline) {
            return engine.analyseOffline(raw, now);
        }
        try (LiveEgress live = new LiveEgress(sources, clock);
                ProgressLine progress = ProgressLine.on(terminal, clock)) {
            return engine.analyse(raw, new WatchedEgress(live, progress), now);
        }
    }

    private boolean finish(String path, Outcome outcome, Engine engine, Sealing sealing) throws IOException {
        return switch (outcome) {
            case Outcome.NotMail(var why) -> {
                terminal.complain(path + ": " + why.in(terminal.lang()));
                yield false;
            }
            case Outcome.Analysed(var finished, var plain) -> {
                CaseFiles files = sealed(path, plain, sealing);
                CaseFolder folder = CaseFolder.write(out, finished.id(), files);
                if (json) {
                    terminal.say(new String(files.contents().get("case.json"), StandardCharsets.UTF_8));
                } else {
                    terminal.say(engine.summary(finished, terminal.lang()));
                    terminal.say(Summary.where(folder, files, terminal.lang()));
                }
                yield true;
            }
        };
    }

    private CaseFiles sealed(String path, CaseFiles plain, Sealing sealing) {
        Sealing.Sealed sealed = sealing.seal(plain);
        sealed.missing().ifPresent(why -> terminal.complain(path + ": the time stamp is missing: " + why));
        return sealed.files();
    }
}
