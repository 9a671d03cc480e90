package gyotaku.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "gyotaku",
        mixinStandardHelpOptions = true,
        versionProvider = Gyotaku.Version.class,
        description = {
            "Takes the print of a phishing mail: one suspicious message in, the investigation report out,",
            "in Japanese and English, with the evidence behind every sentence.",
            "不審なメール一通から、根拠つきの調査報告書を日本語と英語で作ります。"
        },
        footer = {
            "",
            "First steps:",
            "  gyotaku replay samples/ana-miles      a finished case, without any network",
            "  gyotaku analyze suspicious.eml        your own mail; look-ups as the setting privacy allows",
            "  gyotaku analyze --offline mail.eml    without a single packet",
            "",
            "Exit codes: 0 analysed, whatever the verdict; 1 the program failed; 2 wrong usage;",
            "3 an input could not be read or is no mail (the others are still analysed)."
        },
        synopsisSubcommandLabel = "COMMAND")
final class Gyotaku implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Try: gyotaku analyze MAIL");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Gyotaku.class.getPackage().getImplementationVersion();
            return new String[] {"gyotaku " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
