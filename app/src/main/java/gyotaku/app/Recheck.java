package gyotaku.app;

import gyotaku.engine.BrokenCase;
import gyotaku.engine.CaseFolder;
import gyotaku.engine.Engine;
import gyotaku.engine.LookFiles;
import gyotaku.engine.Outcome;
import gyotaku.engine.Recording;
import gyotaku.engine.Sealing;
import gyotaku.engine.Settings;
import gyotaku.engine.Verified;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.WatchedEgress;
import gyotaku.model.Text;
import gyotaku.model.fact.Landing;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.LaterLook;
import gyotaku.model.mail.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recheck",
        mixinStandardHelpOptions = true,
        description =
                "Looks again at the pages of a case; the new look is added beside the first, which stays as it is.")
final class Recheck implements Callable<Integer> {

    private static final Text NOTHING = Text.of("見直すリンク先がありません。", "there is no page to look at again");
    private static final Text PAGE = Text.of("{0}: 前回 {1}、今回 {2}", "{0}: then {1}, now {2}");
    private static final Text WHERE = Text.of("再確認の記録: {0}", "Look: {0}");

    private final Terminal terminal;
    private final Clock clock;

    @Parameters(paramLabel = "CASE", description = "A case folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--lang", paramLabel = "LANG", split = ",", description = "Languages of the page (default: ja,en).")
    private List<String> languages = List.of("ja", "en");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (default: gyotaku.yaml here, then in ~/.config/gyotaku/).")
    private Optional<Path> config = Optional.empty();

    Recheck(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws BrokenCase, IOException {
        Configuration configuration = Configuration.load(config, System.getenv());
        Settings settings = configuration.settings(Languages.of(languages));
        Sealing sealing = configuration.sealing(false);
        CaseFolder original = new CaseFolder(folder);
        Verified verified = original.verify();
        Recording recording = original.recording(settings.threads());
        return switch (new Engine(recording.settings(), Opener.none()).replay(recording)) {
            case Outcome.NotMail(var why) -> {
                terminal.complain(folder + ": " + why.in(terminal.lang()));
                yield Failure.INPUT;
            }
            case Outcome.Analysed(Case then, var _) -> {
                Optional<LookFiles> look = look(settings, recording, then, verified.last());
                if (look.isEmpty()) {
                    terminal.complain(folder + ": " + NOTHING.in(terminal.lang()));
                    yield Failure.INPUT;
                }
                write(original, look.get(), sealing);
                yield 0;
            }
        };
    }

    private Optional<LookFiles> look(Settings settings, Recording recording, Case then, String after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (LiveEgress live = new LiveEgress(settings.sources(), settings.limits(), clock);
                ProgressLine progress = ProgressLine.on(terminal, clock)) {
            return new Engine(settings, Opener.none())
                    .lookAgain(recording, then, after, new WatchedEgress(live, progress), now);
        }
    }

    private void write(CaseFolder original, LookFiles plain, Sealing sealing) throws BrokenCase, IOException {
        Sealing.SealedLook sealed = sealing.seal(plain);
        sealed.missing().ifPresent(why -> terminal.complain(folder + ": the time stamp is missing: " + why));
        Path written = original.add(sealed.files());
        for (LaterLook.Page page : plain.look().pages()) {
            say(PAGE.with(
                    page.url(),
                    Landing.state(page.then().landing()),
                    Landing.state(page.now().landing())));
        }
        say(WHERE.with(written));
    }

    private void say(Text line) {
        terminal.say(line.in(terminal.lang()));
    }
}
