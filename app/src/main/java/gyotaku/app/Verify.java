package gyotaku.app;

import gyotaku.engine.BrokenCase;
import gyotaku.engine.CaseFolder;
import gyotaku.engine.Verified;
import gyotaku.engine.seal.Seals;
import gyotaku.engine.seal.TimeStamp;
import gyotaku.engine.seal.Unsound;
import gyotaku.engine.seal.VerifyingKey;
import gyotaku.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Holds a case folder against its manifest; names the first file that is not what was recorded.")
final class Verify implements Callable<Integer> {

    private static final Text HOLDS =
            Text.of("{0}: {1} 件のファイルすべてが記録と一致します。", "{0}: all {1} files are what was recorded.");
    private static final Text HEAD = Text.of("  連鎖の末端: {0}", "  head of the chain: {0}");
    private static final Text SIGNED = Text.of("  署名: 鍵 SHA-256 {0}", "  signed by the key SHA-256 {0}");
    private static final Text NOT_SIGNED = Text.of(
            "  署名なし: 目録ごと作り直された場合は検出できません（末端の値を別の場所に控えてください）",
            "  not signed: a manifest that was written anew would not be noticed (note the head elsewhere)");
    private static final Text STAMPED = Text.of("  時刻認証: {0}、発行者 {1}", "  stamped {0} by {1}");
    private static final Text ROOTED = Text.of(
            "  その証明書は、信頼されたルート {0} に連なります（失効は確認していません）",
            "  its certificate leads to the trusted root {0} (revocation was not asked for)");
    private static final Text ROOTLESS = Text.of(
            "  その証明書は、この Java が信頼するどのルートにも連なりません。時刻の根拠は、発行者自身の言明のみです",
            "  its certificate leads to no root that this Java trusts: the time rests on that service's word alone");
    private static final Text NOT_STAMPED = Text.of("  時刻認証なし", "  no time stamp");
    private static final Text LOOK = Text.of("{0}: {1} 件のファイルが記録と一致します。", "{0}: its {1} files are what was recorded.");

    private final Terminal terminal;

    @Parameters(paramLabel = "CASE", description = "A case folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Demand a signature by this Ed25519 public key (PEM, as evidence/manifest.pub).")
    private Optional<Path> key = Optional.empty();

    Verify(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BrokenCase {
        Optional<VerifyingKey> demanded = key.map(Verify::read);
        Verified verified = new CaseFolder(folder).verify();
        if (demanded.isPresent()) {
            verified.demand(demanded.get());
        }
        say(HOLDS.with(folder, verified.files()));
        say(verified.head(), verified.seals());
        for (Verified.Look look : verified.looks()) {
            say(LOOK.with(look.path(), look.files()));
            say(look.head(), look.seals());
        }
        return 0;
    }

    private static VerifyingKey read(Path file) {
        try {
            return VerifyingKey.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new WrongSetting("--key " + Failure.reason(e));
        } catch (Unsound e) {
            throw new WrongSetting("--key " + file + " " + e.getMessage());
        }
    }

    private void say(String head, Seals seals) {
        say(HEAD.with(head));
        say(seals.signedBy().map(signer -> SIGNED.with(signer.fingerprint())).orElse(NOT_SIGNED));
        seals.stamp().map(Verify::words).orElse(Stream.of(NOT_STAMPED)).forEach(this::say);
    }

    private static Stream<Text> words(TimeStamp stamp) {
        return Stream.of(
                STAMPED.with(stamp.at(), stamp.by()),
                stamp.root().map(ROOTED::with).orElse(ROOTLESS));
    }

    private void say(Text line) {
        terminal.say(line.in(terminal.lang()));
    }
}
