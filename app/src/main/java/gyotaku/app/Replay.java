package gyotaku.app;

import gyotaku.engine.BrokenCase;
import gyotaku.engine.CaseFiles;
import gyotaku.engine.CaseFolder;
import gyotaku.engine.Engine;
import gyotaku.engine.Outcome;
import gyotaku.engine.Recording;
import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.model.mail.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Does an analysis again from its recording, without any network.")
final class Replay implements Callable<Integer> {

    private static final Text SAME =
            Text.of("元の事例と全ファイルが一致しました（{0} 件）。", "Every file is byte-identical to the original ({0} files).");
    private static final Text DIFFERENT = Text.of(
            "元の事例と異なるファイルがあります（別の版のプログラムで作られた可能性があります）。",
            "Some files differ from the original (it may have been made by another version of this program).");

    private final Terminal terminal;

    @Parameters(
            paramLabel = "CASE",
            description = "A case folder, as cases/20260220-3fa1c09be2d7 or samples/ana-miles.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the new case folder goes (default: cases).")
    private Path out = Path.of("cases");

    @Option(names = "--threads", paramLabel = "N", description = "Questions read at the same time (default: 8).")
    private int threads = 8;

    Replay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BrokenCase, IOException {
        CaseFolder original = new CaseFolder(folder);
        Recording recording = original.recording(threads);
        Engine engine = new Engine(recording.settings(), Opener.none());
        return switch (engine.replay(recording)) {
            case Outcome.NotMail(var why) -> {
                terminal.complain(folder + ": " + why.in(terminal.lang()));
                yield Failure.INPUT;
            }
            case Outcome.Analysed analysed -> {
                say(original, analysed, engine);
                yield 0;
            }
        };
    }

    private void say(CaseFolder original, Outcome.Analysed analysed, Engine engine) throws IOException {
        Lang lang = terminal.lang();
        CaseFiles files = original.sealing(analysed.files());
        CaseFolder written = CaseFolder.write(out, analysed.finished().id(), files);
        terminal.say(engine.summary(analysed.finished(), lang));
        terminal.say((original.holds(files) ? SAME.with(files.contents().size()) : DIFFERENT).in(lang));
        terminal.say(Summary.where(written, files, lang));
    }
}
